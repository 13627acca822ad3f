"""Passages: texts made ready for matching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandiff.engine.normalize import normalize
from plandiff.engine.terms import Terms, terms


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be matched: a whole point or one provision.

    `text` as printed; `normal` its normal form; `key` its label in bare form, None without one; `terms` what it
    is recognised by.
    """

    text: str
    normal: str
    key: str | None
    terms: Terms


def passages(
    left: Sequence[tuple[str, str | None]], right: Sequence[tuple[str, str | None]]
) -> tuple[list[Passage], list[Passage]]:
    """The (text, label) pairs of both sides as passages, their terms weighed against each other.

    A label in words ("Scope") is a title and counts as text too; a number does not.
    """
    texts = [
        [f"{label}\n{text}" if label and _is_title(label) else text for text, label in side]
        for side in (left, right)
    ]
    weighed = terms(texts[0], texts[1])
    found = [
        [
            Passage(text, normalize(text), _key(label), known)
            for (text, label), known in zip(side, sides_terms, strict=True)
        ]
        for side, sides_terms in zip((left, right), weighed, strict=True)
    ]
    return found[0], found[1]


def _is_title(label: str) -> bool:
    return (sum(character.isalpha() for character in label) > 3 and " " in label.strip()) or (
        label.isalpha() and len(label) > 3
    )


def _key(label: str | None) -> str | None:
    if label is None:
        return None
    return "".join(character for character in label.casefold() if character.isalnum()) or label
