"""Where a passage stands, and how it is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.model import Plan, Point

QUOTE = 40
"""Most characters of the document in a quotation."""


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
    return None if point.line is None else point.line + point.text.count("\n", 0, offset)


def quote(text: str, start: int, end: int, *, around: bool = False) -> str:
    """A passage on one line, cut to 40 characters at a word; `around` adds words around it while they fit."""
    passage = " ".join(text[start:end].split())
    if len(passage) > QUOTE:
        cut = passage[: QUOTE - 1]
        return (cut.rpartition(" ")[0] or cut) + "…"
    if around:
        before = text[max(0, start - QUOTE) : start].rpartition("\n")[2].split()
        after = text[end : end + QUOTE].partition("\n")[0].split()
        # A word cut off by the window is no word to quote.
        before = before[1:] if start > QUOTE else before
        after = after[:-1] if end + QUOTE < len(text) else after
        glued_before = start > 0 and not text[start - 1].isspace()
        glued_after = end < len(text) and not text[end].isspace()
        while before or after:
            grown = passage
            if before:
                grown = before.pop() + ("" if glued_before else " ") + grown
                glued_before = False
            if after:
                grown = grown + ("" if glued_after else " ") + after.pop(0)
                glued_after = False
            if len(grown) > QUOTE:
                break
            passage = grown
    return passage
