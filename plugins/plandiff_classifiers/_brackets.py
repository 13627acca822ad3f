"""Square brackets: what stands in them, and what they leave open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from plandiff_classifiers._words import Word

_SPLIT = re.compile(r"\s/\s|\s?\|\s?|\]\s{0,3}\[|\sor\s(?=\[)")
_JOIN = re.compile(r"\s{0,3}(?:/|or|and/or|\|)?\s{0,3}")
_FOOTNOTE = re.compile(r"(?:note\s)?[\d\s,;*†‡–-]{1,12}|[ivxlc]{1,5}|[a-z]")


class Bracket(Struct, frozen=True):
    """One bracket, or several that stand side by side as alternatives.

    `start` and `end` are offsets, `inside` the text without the outermost brackets, `alternatives` the
    wordings it offers (none where it holds a single text). `glued` tells that a letter or figure touches it,
    `links` that an address in parentheses follows, as in Markdown.
    """

    start: int
    end: int
    inside: str
    alternatives: tuple[str, ...]
    glued: bool
    links: bool


def brackets(text: str) -> Iterator[Bracket]:
    """Every outermost pair of square brackets; a bracket without its other half is passed over.

    "[A][B]", "[A] or [B]" and "[A / B]" are one bracket with two alternatives.
    """
    row: list[tuple[int, int]] = []
    for start, end in _pairs(text):
        if row and not _JOIN.fullmatch(text[row[-1][1] : start][:12]):
            yield _bracket(text, row)
            row = []
        row.append((start, end))
    if row:
        yield _bracket(text, row)


def is_footnote(bracket: Bracket) -> bool:
    """Whether a bracket holds only the number or letter of a note: [12], [iv], [a]."""
    return not bracket.alternatives and _FOOTNOTE.fullmatch(bracket.inside.strip().lower()) is not None


def offered(text: str, tokens: Sequence[Word]) -> set[int]:
    """The words within brackets that offer alternatives: one of these will be the wording."""
    if "[" not in text:
        return set()
    open_text = [(bracket.start, bracket.end) for bracket in brackets(text) if bracket.alternatives]
    starts = [token.start for token in tokens]
    return {at for start, end in open_text for at in range(bisect_left(starts, start), bisect_left(starts, end))}


def _pairs(text: str) -> list[tuple[int, int]]:
    """Start and end of each outermost pair, in order."""
    opened: list[int] = []
    closed: list[tuple[int, int]] = []
    for match in re.finditer(r"[\[\]]", text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            # What closes around others takes their place.
            while closed and closed[-1][0] > start:
                closed.pop()
            closed.append((start, match.end()))
    return closed


def _bracket(text: str, row: list[tuple[int, int]]) -> Bracket:
    start, end = row[0][0], row[-1][1]
    several = [text[one + 1 : other - 1] for one, other in row]
    parts = several if len(row) > 1 else _SPLIT.split(several[0])
    alternatives = tuple(part for part in (" ".join(part.strip(" []").split()) for part in parts) if part)
    touching = text[start - 1 : start] + text[end : end + 1]
    return Bracket(
        start,
        end,
        text[start + 1 : end - 1],
        alternatives if len(alternatives) > 1 else (),
        any(character.isalnum() for character in touching),
        text.startswith("(", end),
    )
