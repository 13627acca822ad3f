"""Where a passage stands, and how it is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from plandiff.model import Plan, Point

QUOTE = 40
"""Most characters of the document in a quotation."""

_WORD = re.compile(r"\S+")


def place(plan: Plan, ids: Sequence[str], offset: int) -> tuple[str | None, int | None]:
    """The id of the point and the line of a character in `plan.text_of(ids)`."""
    for point_id in ids:
        point = plan.by_id[point_id]
        if offset <= len(point.text):
            return point.id, line(point, offset)
        offset -= len(point.text) + 1
    return None, None


def line(point: Point, offset: int) -> int | None:
    """The line of a character of a point's text."""
    return None if point.line is None else point.line + bisect_left(_breaks(point.text), offset)


@lru_cache(maxsize=8)
def _breaks(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def quote(text: str, start: int, end: int) -> str:
    """A passage on one line, cut to 40 characters at a word."""
    passage = ""
    for word in _WORD.finditer(text, start, end):
        passage += f" {word[0]}" if passage else word[0]
        if len(passage) > QUOTE:
            break
    else:
        return passage
    cut = passage[: QUOTE - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def quote_around(text: str, start: int, end: int, within: tuple[int, int]) -> str:
    """A passage with words around it, as many as 40 characters hold, no further than the offsets `within`."""
    low, high = max(within[0], start - QUOTE), min(within[1], end + QUOTE)
    spans = [(low + match.start(), low + match.end()) for match in _WORD.finditer(text[low:high])]
    # A word that the window cuts is no word to quote.
    spans = [
        (first, last)
        for first, last in spans
        if (first > low or low == within[0]) and (last < high or high == within[1])
    ]
    before = [first for first, _ in spans if first < start]
    after = [last for _, last in spans if last > end][::-1]
    while before or after:
        wider_start = before.pop() if before else start
        wider_end = after.pop() if after else end
        if len(" ".join(text[wider_start:wider_end].split())) > QUOTE:
            break
        start, end = wider_start, wider_end
    return quote(text, start, end)
