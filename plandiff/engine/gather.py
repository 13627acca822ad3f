"""Gather: lines put together to provisions, and those set aside that are none."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from plandiff.engine.item import Item
from plandiff.engine.lines import Line
from plandiff.engine.notes import note
from plandiff.engine.numbering import Marker, numbering
from plandiff.model import Omission

CELL = "| "
"""What readers put between the cells of a row, the first of which may be the number."""

_BULLET = re.compile(r"[-–—•‣▪◦●○*·]\s+")


def gather(found: list[Line], omitted: list[Omission]) -> list[Item]:
    """The lines put together: one item for each label, bullet, heading or paragraph.

    Editors' notes and announced deletions are no items; they are added to `omitted`.
    """
    return _titled(_set_aside(_put_together(found), omitted))


def _put_together(found: list[Line]) -> list[Item]:
    markers = numbering(found)
    following = _lines_follow_labels(found, markers)
    items: list[Item] = []
    by_line: dict[int, Item] = {}
    for index, (line, marker) in enumerate(zip(found, markers, strict=True)):
        bullet = _BULLET.match(line.text) if line.hard and marker is None else None
        last = items[-1] if items else None
        if marker is not None:
            text = line.text[marker.label.end :].removeprefix(CELL) if line.label is None else line.text
            item = Item(line, marker, [text])
            item.parent = by_line.get(marker.parent) if marker.parent is not None else None
            by_line[index] = item
            items.append(item)
        elif bullet:
            items.append(Item(replace(line, kind="item"), None, [line.text[bullet.end() :]]))
        elif last is not None and not line.first and _goes_on(last, line, following):
            last.texts += [_joint(last.ending, line), line.text]
        elif line.text:
            items.append(Item(line, None, [line.text]))
    return items


def _titled(items: list[Item]) -> list[Item]:
    """The items with the titles that stand in a paragraph of their own below a label: "Article 3", "Fishing"."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if last is not None and item is not items[-1] and _is_titled_by(last, item):
            last.texts = item.texts
        else:
            kept.append(item)
    return kept


def _is_titled_by(last: Item, item: Item) -> bool:
    """Whether an item is the title of the one before, which is a mere word with its number."""
    bare = last.marker is not None and last.marker.label.style.isalpha() and not last.text.strip()
    ranks = (last.line.kind, last.line.level), (item.line.kind, item.line.level)
    return bare and item.title and (item.line.kind == "paragraph" or ranks[0] == ranks[1])


def _goes_on(last: Item, line: Line, following: bool) -> bool:
    """Whether an unlabelled line inside a block goes on with the text before it."""
    if not line.hard or line.text[:1].islower():
        return True
    if note(line.text, label=None):
        return False
    open_sentence = last.ending != "" and not last.ended
    return last.marker is not None and last.line.kind != "item" and (following or open_sentence)


def _joint(before: str, line: Line) -> str:
    """What stands between two lines of one text: a kept line break, a blank, or nothing between CJK signs."""
    if not before:
        return ""
    if line.hard:
        return "\n"
    both = before[-1] + line.text[:1]
    return (
        ""
        if all("\u3040" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" or sign in "。、" for sign in both)
        else " "
    )


def _lines_follow_labels(found: list[Line], markers: list[Marker | None]) -> bool:
    """Whether unlabelled lines of a block go on with its point, as a text below the point's title does.

    Where each line of a block is a point of its own, an unlabelled line among them is a paragraph of its own.
    """
    crowded = Counter(line.block for line, marker in zip(found, markers, strict=True) if marker)
    follow = lone = 0
    for index, (line, marker) in enumerate(zip(found, markers, strict=True)):
        if marker is None or line.text == "":
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and after.block == line.block and markers[index + 1] is None and after.hard:
            follow += 1
        elif crowded[line.block] > 1:
            lone += 1
    return follow > lone


def _set_aside(items: list[Item], omitted: list[Omission]) -> list[Item]:
    """The items without editors' notes and announced deletions, which are listed as omitted."""
    parents = {id(item.parent) for item in items}
    kept = []
    for item in items:
        reason = None if id(item) in parents else note(item.text, label=item.number)
        if reason is None:
            kept.append(item)
            continue
        label = f"{item.marker.label.printed} " if item.marker else ""
        omitted.append(Omission(reason=reason, text=label + item.text, line=item.line.number))
    return kept
