"""Headings: which lines without a number head the points after them."""

from __future__ import annotations

from plandiff.engine.item import Item


def headings(items: list[Item], *, titled: bool = True) -> list[Item]:
    """The headings of a numbered text, in order, whether its format marks them or they are set as plain text.

    Between points, a line of plain text is a heading where it looks like a title, what stands before it has ended,
    and a point follows at once. Before the first point only what is set like the headings further down is one:
    otherwise it is the title of the whole, which a text that is not `titled` has elsewhere.
    """
    start = next((index for index, item in enumerate(items) if item.numbered), len(items))
    inside = [item for index, item in enumerate(items) if index > start and _is_heading(items, index)]
    return [*_first(items[:start], inside, titled=titled), *inside]


def _is_heading(items: list[Item], index: int) -> bool:
    item = items[index]
    if item.numbered or item.line.kind == "heading":
        return not item.numbered
    followed = index + 1 < len(items) and items[index + 1].numbered
    return item.title and ". " not in item.text and item.line.first and items[index - 1].ended and followed


def _first(front: list[Item], inside: list[Item], *, titled: bool) -> list[Item]:
    """The headings right before the first point: those of a level that comes again, one below the other, or a
    plain line below the title where plain headings come again."""
    levels = {item.line.level for item in inside if item.line.kind == "heading"}
    found: list[Item] = []
    for item in reversed(front):
        highest = found[0].line.level if found else None
        below = highest is None or (item.line.level or 0) < highest
        if item.line.kind != "heading" or item.line.level not in levels or not below:
            break
        found.insert(0, item)
    plain = any(item.line.kind != "heading" for item in inside)
    if not found and plain and len(front) > titled and front[-1].title:
        return front[-1:]
    return found
