"""Hang: where the provisions of a text belong, by labels, headings and place."""

from __future__ import annotations

import re
from collections import Counter

from plandiff.engine.divisions import divisions
from plandiff.engine.headings import headings
from plandiff.engine.item import TITLE_WORDS, Item

LETTERED = ("(a)", "a)", "a.", "(i)", "i)", "i.")
"""The styles of lists inside points."""

_RUNS_ON = re.compile(r"[,;:，；：،؛](?:\s\w{1,3})?\s*$")
"""How a paragraph ends whose sentence goes on in the next one: "Recalling its resolution 47 (1948), and"."""


def hang(items: list[Item]) -> None:
    """Give every item of a text its role and the item it stands in.

    In a numbered text the numbers say so, and what stands before and after the list is told apart from it; in
    one without numbers, or whose numbers are a minor part, the headings do. The preamble of a resolution or treaty,
    one sentence with its list, belongs to it. Where only the letters inside the points are left, each list belongs
    to the paragraph that opens it.
    """
    numbered = [index for index, item in enumerate(items) if item.marker]
    openers = _openers(items)
    for item in items:
        if item.marker and item.marker.parent is None:
            item.parent = openers.get(item.marker.run)
    if not numbered or openers or _by_headings(items):
        _hang_by_headings(items)
        return
    end = _end_of_list(items, numbered)
    start = _preamble(items[: numbered[0]])
    front, tail = items[:start], items[end:]
    for item in headings(items[:end]):
        item.role = "heading"
    for item in divisions(items):
        item.role = "division"
    _hang_interior(items, numbered[0], end)
    for item in front:
        if item.role != "heading":
            item.role = "surrounding"
    for item in items[start : numbered[0]]:
        item.role = "paragraph"
    if _embedded(front, tail):
        for item in tail:
            item.role, item.parent = "surrounding", None
    else:
        _hang_by_headings(tail)


def _openers(items: list[Item]) -> dict[int, Item]:
    """The paragraph that opens each list, by run, in a text of lettered lists that lost its numbers."""
    found: dict[int, Item] = {}
    for before, item in zip([None, *items], items, strict=False):
        if item.marker is None or item.marker.parent is not None or item.marker.run in found:
            continue
        lettered = item.marker.label.style in LETTERED and item.marker.label.numbers == (1,)
        if not lettered or before is None or before.marker or not before.text.endswith(":"):
            return {}
        found[item.marker.run] = before
    return found if len(found) > 1 else {}


def _preamble(front: list[Item]) -> int:
    """Where the sentence begins that the list goes on with: "The Council, / Recalling its decision, / 1. Demands".

    A line that only announces the list, as reports of a plan have it, is none.
    """
    start = len(front)
    while start and front[start - 1].role != "heading" and _RUNS_ON.search(front[start - 1].text):
        start -= 1
    return start if any(not item.text.rstrip().endswith(":") for item in front[start:]) else len(front)


def _by_headings(items: list[Item]) -> bool:
    """Whether headings and not numbers carry the text: most words stand outside the numbered points."""
    headings = sum(item.marker is None and item.line.kind == "heading" for item in items)
    words: Counter[bool] = Counter()
    for item in items:
        words[item.marker is not None] += len(item.text.split())
    return headings >= 2 and words[True] < words[False]


def _hang_by_headings(items: list[Item]) -> None:
    """Hang paragraphs below the headings before them, and headings below higher ones."""
    levels = [item.line.level or 1 for item in items if item.marker is None and item.line.kind == "heading"]
    open_headings: list[tuple[int, Item]] = []
    for index, item in enumerate(items):
        if item.marker is None and item.line.kind == "heading":
            level = item.line.level or 1
            item.role = "heading"
            if index == 0 and levels.count(level) == 1 and level == min(levels) and len(levels) > 1:
                # The one heading above all others is the title of the text, not a part of it.
                item.role = "surrounding"
                continue
            while open_headings and open_headings[-1][0] >= level:
                open_headings.pop()
            item.parent = open_headings[-1][1] if open_headings else None
            open_headings.append((level, item))
        elif item.parent is None:
            item.parent = open_headings[-1][1] if open_headings else None
            item.role = "paragraph" if item.marker is None else "point"


def _end_of_list(items: list[Item], numbered: list[int]) -> int:
    """Where the text after the list begins: behind the last numbered point, its bullets and, where the labels
    stand before titles only, the paragraphs under the last title."""
    last = items[numbered[-1]]
    end = numbered[-1] + 1
    style = last.marker.label.style if last.marker else None
    alike = [
        i for i in numbered[:-1] if _short(items[i]) and (marker := items[i].marker) and marker.label.style == style
    ]
    titles = sum(items[i + 1].marker is None and items[i + 1].line.kind != "heading" for i in alike)
    holds = _short(last) and 2 * titles >= len(alike) > 0
    while end < len(items) and (items[end].line.kind == "item" or (holds and items[end].line.kind != "heading")):
        end += 1
    return end


def _short(item: Item) -> bool:
    return len(item.text.split()) <= TITLE_WORDS


def _hang_interior(items: list[Item], start: int, end: int) -> None:
    """Hang what stands without a number among the numbered points.

    A heading before a numbering that starts again holds the points under it; one that the numbering runs across
    only stands between them. A bullet belongs to the point or heading right before it. Any other paragraph belongs
    to the point that goes on after it, and otherwise closes the top-level point before it, or stands under the
    heading.
    """
    holders = _holders(items, start, end)
    for run, holder in holders.items():
        holder.role = "heading"
        for item in items[:end]:
            if item.marker and item.marker.run == run and item.marker.parent is None:
                item.parent = holder
    above: Item | None = None
    for item, following in zip(items[start:end], _next_numbered(items[start:end]), strict=True):
        around = following.parent if following is not None else None
        inside = around if around is not None and around.role == "point" else None
        if item.role == "heading":
            item.parent = inside
        elif item.marker is None:
            item.role = "paragraph"
            item.parent = above if item.line.kind == "item" else inside or _root(above)
        if item.marker is not None or item.role == "heading":
            above = item


def _next_numbered(items: list[Item]) -> list[Item | None]:
    """For each item the next numbered one behind it."""
    found: list[Item | None] = []
    following: Item | None = None
    for item in reversed(items):
        found.append(following)
        if item.marker is not None:
            following = item
    return found[::-1]


def _holders(items: list[Item], start: int, end: int) -> dict[int, Item]:
    """The headings that hold a numbering of their own, by the run they hold."""
    runs: dict[int, tuple[str, int]] = {}
    for index, item in enumerate(items[:end]):
        if item.marker and item.marker.parent is None:
            runs.setdefault(item.marker.run, (item.marker.label.style, index))
    styles = Counter(style for style, _ in runs.values())
    holders = {}
    for run, (style, index) in runs.items():
        before = items[index - 1] if index else None
        if styles[style] > 1 and before is not None and before.title:
            holders[run] = before
    return holders


def _root(item: Item | None) -> Item | None:
    """The top-level point around an item, below the heading or division that holds it."""
    while item is not None and item.parent is not None and item.parent.role not in ("heading", "division"):
        item = item.parent
    return item


def _embedded(front: list[Item], tail: list[Item]) -> bool:
    """Whether the list stands inside another text, such as a news report, rather than by itself.

    A title, a date and a line on where the text comes from do not make a report of it.
    """
    words = [len(item.text.split()) for item in front]
    return max(words, default=0) >= 25 or sum(count >= 12 for count in words) >= 2 or _words(tail) > 120


def _words(items: list[Item]) -> int:
    return sum(len(item.text.split()) for item in items)
