"""A text cut into sentences and the parts of sentences that semicolons set off."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plandiff_classifiers._words import Word

_ALWAYS = frozenset(";!?؛。")
_SHORT = 2
"""A word of up to two letters before a full stop is an abbreviation: "No. 5", "U.S. forces"."""
_SMALL = frozenset(
    "al as at be by do en er es et go he if il in is it la le lo me my of on or so to un up us we ya zu "
    "él ви вы до ее её за им их ми мы на он по їй їм їх її".split()
)
"""Words as short as that which are none."""


class Segment(Struct, frozen=True):
    """A run of words by their indices, the end exclusive."""

    start: int
    end: int


def segments(text: str, tokens: Sequence[Word]) -> list[Segment]:
    """Cut at line breaks, semicolons, colons and ends of sentences; the marks stay with what they close."""
    found = []
    start = 0
    for index in range(1, len(tokens)):
        if _ends(text, tokens, index):
            found.append(Segment(start, index))
            start = index
    if tokens:
        found.append(Segment(start, len(tokens)))
    return found


def _ends(text: str, tokens: Sequence[Word], index: int) -> bool:
    """Whether a segment ends before this word."""
    last, following = tokens[index - 1], tokens[index]
    between = text[last.end : following.start]
    if "\n" in between or last.key in _ALWAYS:
        return True
    if not between:
        return False
    if last.key == ":":
        return True
    if last.key != "." or index < 2:
        return False
    before = tokens[index - 2]
    whole = before.shape == "mark" or before.end - before.start > _SHORT or before.key in _SMALL
    return whole and not text[following.start].islower()
