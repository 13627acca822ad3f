"""Passages: texts made ready for matching."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plandiff.engine.labels import labels
from plandiff.engine.normalize import normalize
from plandiff.engine.terms import Terms, terms


class Passage(Struct, frozen=True):
    """A text to be matched: a whole point or one provision.

    `text` as printed; `normal` its normal form; `key` its label in bare form, None without one; `titled` whether
    the label is a title in words; `terms` what it is recognised by.
    """

    text: str
    normal: str
    key: str | None
    titled: bool
    terms: Terms


def passages(
    left: Sequence[tuple[str, str | None]], right: Sequence[tuple[str, str | None]]
) -> tuple[list[Passage], list[Passage]]:
    """The (text, label) pairs of both sides as passages, their terms weighed against each other.

    A label in words ("Scope") is a title and counts as text too; a number does not.
    """
    titled = [[label is not None and _is_title(label) for _, label in side] for side in (left, right)]
    weighed = terms(
        *(
            [f"{label}\n{text}" if title else text for (text, label), title in zip(side, titles, strict=True)]
            for side, titles in zip((left, right), titled, strict=True)
        )
    )
    found = [
        [
            Passage(text, normalize(text), _key(label), title, known)
            for (text, label), title, known in zip(side, titles, weights, strict=True)
        ]
        for side, titles, weights in zip((left, right), titled, weighed, strict=True)
    ]
    return found[0], found[1]


def _is_title(label: str) -> bool:
    """Whether a label is words of its own, such as a heading, and not a number, announced by a word or not."""
    if sum(sign.isalpha() for sign in label) < 4:
        return False
    return not any(reading.end > len(label) for reading in labels(f"{label} "))


def _key(label: str | None) -> str | None:
    if label is None:
        return None
    return "".join(sign for sign in label.casefold() if sign.isalnum()) or label
