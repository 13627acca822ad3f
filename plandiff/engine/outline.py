"""Outline: from the blocks of a document to the points of a plan."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from plandiff.engine.lines import Line, lines
from plandiff.engine.notes import note
from plandiff.engine.numbering import OUTERMOST, Marker, numbering
from plandiff.model import Block, Document, Omission, Plan, Point, Provenance

_BULLET = re.compile(r"[-–—•‣▪◦●○*·]\s+")
_TITLE_WORDS = 12
"""A heading set as plain text has at most this many words and does not end like a sentence."""


@dataclass(slots=True)
class _Item:
    """A provision in the making: its lines and where it hangs."""

    line: Line
    marker: Marker | None
    texts: list[str] = field(default_factory=list)
    parent: _Item | None = None
    role: str = "point"

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def title(self) -> bool:
        """Whether it is a heading, by the format or by its looks."""
        text = self.text
        short = len(text.split()) <= _TITLE_WORDS and not re.search(r"[.;:,!?…。]$", text)
        return self.marker is None and (self.line.kind == "heading" or (short and self.line.kind == "paragraph"))


def outline(document: Document, *, name: str, sha256: str = "", provenance: Provenance | None = None) -> Plan:
    """The plan that a document holds: its points in document order, and what is set aside.

    Labels are found where the format does not give them. Without any number the text is taken paragraph by
    paragraph. Every character of the blocks ends up in the text or label of a point, or in an omission, but for
    the blanks and separators between them.
    """
    omitted = list(document.omitted)
    items = _listed(document.blocks) if document.listed else _read(document.blocks, omitted)
    points = _points(items, document, provenance)
    return Plan(
        name=name,
        format=document.format,
        sha256=sha256,
        points=points,
        provenance=provenance,
        omitted=tuple(omitted),
        warnings=document.warnings,
    )


# ---------------------------------------------------------------- a point list: everything is given


def _listed(blocks: tuple[Block, ...]) -> list[_Item]:
    items: list[_Item] = []
    open_items: list[tuple[int, _Item]] = []
    for index, block in enumerate(blocks):
        level = block.level or 1
        while open_items and open_items[-1][0] >= level:
            open_items.pop()
        line = Line(block.text, index, True, True, number=block.line, label=block.label)
        parent = open_items[-1][1] if open_items else None
        item = _Item(line, None, [block.text], parent, "point" if block.label else "paragraph")
        open_items.append((level, item))
        items.append(item)
    return items


# ---------------------------------------------------------------- a text: labels are found


def _read(blocks: tuple[Block, ...], omitted: list[Omission]) -> list[_Item]:
    items = _set_aside(_gather(lines(blocks)), omitted)
    numbered = [index for index, item in enumerate(items) if item.marker]
    if not numbered or _by_headings(items):
        _hang_by_headings(items)
        return items
    front, tail = items[: numbered[0]], items[_end_of_list(items, numbered) :]
    _hang_interior(items, numbered[0], len(items) - len(tail))
    for item in front:
        if item.role != "heading":
            item.role = "surrounding"
    if _embedded(front, tail):
        for item in tail:
            item.role, item.parent = "surrounding", None
    else:
        _hang_by_headings(tail)
    return items


def _gather(found: list[Line]) -> list[_Item]:
    """The lines put together: one item for each label, bullet, heading or paragraph."""
    markers = numbering(found)
    following = _lines_follow_labels(found, markers)
    items: list[_Item] = []
    by_line: dict[int, _Item] = {}
    for index, (line, marker) in enumerate(zip(found, markers, strict=True)):
        bullet = _BULLET.match(line.text) if line.hard and marker is None else None
        last = items[-1] if items else None
        if marker is not None:
            text = line.text[marker.label.end :] if line.label is None else line.text
            item = _Item(line, marker, [text])
            item.parent = by_line.get(marker.parent) if marker.parent is not None else None
            by_line[index] = item
            items.append(item)
        elif bullet:
            items.append(_Item(line._replace(kind="item"), None, [line.text[bullet.end() :]]))
        elif last is not None and not line.first and _goes_on(last, line, following):
            last.texts += [_joint(last.text, line), line.text]
        elif line.text:
            items.append(_Item(line, None, [line.text]))
    return items


def _goes_on(last: _Item, line: Line, following: bool) -> bool:
    """Whether an unlabelled line inside a block goes on with the text before it."""
    if not line.hard or line.text[:1].islower():
        return True
    if note(line.text, labelled=False):
        return False
    open_sentence = not re.search(r"[.;:!?…。]['\"’”»)\]]?$", last.text)
    return last.marker is not None and last.line.kind != "item" and (following or (open_sentence and last.text != ""))


def _joint(before: str, line: Line) -> str:
    """What stands between two lines of one text: a kept line break, a blank, or nothing between CJK signs."""
    if not before:
        return ""
    if line.hard:
        return "\n"
    both = before[-1] + line.text[:1]
    return "" if all("\u3040" <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" or sign in "。、" for sign in both) else " "


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


def _set_aside(items: list[_Item], omitted: list[Omission]) -> list[_Item]:
    """The items without editors' notes and announced deletions, which are listed as omitted."""
    kept = []
    for item in items:
        has_parts = any(other.parent is item for other in items) if item.marker else False
        reason = None if has_parts else note(item.text, labelled=item.marker is not None)
        if reason is None:
            kept.append(item)
            continue
        label = f"{item.marker.label.printed} " if item.marker else ""
        omitted.append(Omission(reason=reason, text=label + item.text, line=item.line.number))
    return kept


def _by_headings(items: list[_Item]) -> bool:
    """Whether headings and not numbers carry the text: most words stand outside the numbered points."""
    headings = sum(item.marker is None and item.line.kind == "heading" for item in items)
    words: Counter[bool] = Counter()
    for item in items:
        words[item.marker is not None] += len(item.text.split())
    return headings >= 2 and words[True] < words[False]


def _hang_by_headings(items: list[_Item]) -> None:
    """Hang paragraphs below the headings before them, and headings below higher ones."""
    levels = [item.line.level or 1 for item in items if item.marker is None and item.line.kind == "heading"]
    open_headings: list[tuple[int, _Item]] = []
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


def _end_of_list(items: list[_Item], numbered: list[int]) -> int:
    """Where the text after the list begins: behind the last numbered point, its bullets and, where the labels
    stand before titles only, the paragraphs under the last title."""
    last = items[numbered[-1]]
    end = numbered[-1] + 1
    run = last.marker.run if last.marker else None
    alike = [i for i in numbered[:-1] if _short(items[i]) and (marker := items[i].marker) and marker.run == run]
    titles = sum(items[i + 1].marker is None and items[i + 1].line.kind != "heading" for i in alike)
    holds = _short(last) and 2 * titles >= len(alike) > 0
    while end < len(items) and (items[end].line.kind == "item" or (holds and items[end].line.kind != "heading")):
        end += 1
    return end


def _short(item: _Item) -> bool:
    return len(item.text.split()) <= _TITLE_WORDS


def _hang_interior(items: list[_Item], start: int, end: int) -> None:
    """Hang what stands without a number among the numbered points.

    A heading before a numbering that starts again holds the points under it; one that the numbering runs across
    only stands between them. A bullet belongs to the point right before it. Any other paragraph belongs to the
    point that goes on after it, and otherwise closes the top-level point before it.
    """
    holders = _holders(items, start, end)
    for run, holder in holders.items():
        holder.role = "heading"
        for item in items[:end]:
            if item.marker and item.marker.run == run and item.marker.parent is None:
                item.parent = holder
    above: _Item | None = None
    for item, following in zip(items[start:end], _next_numbered(items[start:end]), strict=True):
        if item.marker is not None or item.role == "heading":
            above = item
        elif item.line.kind == "heading":
            item.role = "heading"
        else:
            item.role = "paragraph"
            if item.line.kind == "item":
                item.parent = above
            elif following is not None and following.parent is not None and following.parent.role == "point":
                item.parent = following.parent
            else:
                item.parent = _root(above)


def _next_numbered(items: list[_Item]) -> list[_Item | None]:
    """For each item the next numbered one behind it."""
    found: list[_Item | None] = []
    following: _Item | None = None
    for item in reversed(items):
        found.append(following)
        if item.marker is not None:
            following = item
    return found[::-1]


def _holders(items: list[_Item], start: int, end: int) -> dict[int, _Item]:
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


def _root(item: _Item | None) -> _Item | None:
    """The top-level point around an item, below the heading that holds it."""
    while item is not None and item.parent is not None and item.parent.role != "heading":
        item = item.parent
    return item


def _embedded(front: list[_Item], tail: list[_Item]) -> bool:
    """Whether the list stands inside another text, such as a news report, rather than by itself."""
    sentences = sum(len(item.text.split()) >= 12 for item in front)
    return sentences >= 2 or sum(len(item.text.split()) for item in tail) > 120


# ---------------------------------------------------------------- from items to points


def _points(items: list[_Item], document: Document, provenance: Provenance | None) -> tuple[Point, ...]:
    reported = {report.label: report.reported for report in provenance.points} if provenance else {}
    ids: dict[int, str] = {}
    paths: dict[int, tuple[str, ...]] = {}
    taken: set[str] = {block.id for block in document.blocks if block.id is not None} if document.listed else set()
    unnumbered: Counter[int | None] = Counter()
    points = []
    for item in items:
        key = id(item.parent) if item.parent is not None else None
        above = paths[key] if key is not None else ()
        label, values = _label(item), _values(item)
        if not values:
            unnumbered[key] += 1
            values = (f"¶{unnumbered[key]}",)
        path = (*above, *values)
        given = document.blocks[item.line.block].id if document.listed else None
        point_id = given if given is not None else _unique(".".join(path), taken)
        ids[id(item)], paths[id(item)] = point_id, path
        points.append(
            Point.model_construct(
                id=point_id,
                label=label,
                path=path,
                text=item.text,
                line=item.line.number,
                parent=ids[key] if key is not None else None,
                role=item.role,
                reported=reported.get(path[0]),
            )
        )
    return tuple(points)


def _label(item: _Item) -> str | None:
    return item.marker.label.printed if item.marker is not None else item.line.label


def _values(item: _Item) -> tuple[str, ...]:
    """What the label adds to the path of the point around it: "1" for 2.1 inside 2."""
    if item.marker is None:
        return () if item.line.label is None else (item.line.label,)
    label = item.marker.label
    above = item.parent.marker.label.values if item.parent is not None and item.parent.marker else ()
    values = label.values[len(above) :] if len(label.values) > len(above) and label.values[: len(above)] == above else label.values
    if label.style in OUTERMOST:
        return (f"{label.style} {values[0]}", *values[1:])
    return values


def _unique(wanted: str, taken: set[str]) -> str:
    found, copies = wanted, 1
    while found in taken:
        copies += 1
        found = f"{wanted}~{copies}"
    taken.add(found)
    return found
