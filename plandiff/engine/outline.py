"""Outline: from the blocks of a document to the points of a plan."""

from __future__ import annotations

from collections import Counter

from plandiff.engine.divisions import divisions
from plandiff.engine.gather import gather
from plandiff.engine.hang import hang
from plandiff.engine.headings import headings
from plandiff.engine.item import Item
from plandiff.engine.lines import Line, lines
from plandiff.engine.numbering import OUTERMOST
from plandiff.model import Block, Document, Plan, Point, Provenance


def outline(document: Document, *, name: str, sha256: str = "", provenance: Provenance | None = None) -> Plan:
    """The plan that a document holds: its points in document order, and what is set aside.

    Labels are found where the format does not give them. Without any number the text is taken paragraph by
    paragraph. Every character of the blocks ends up in the text or label of a point, or in an omission, but for
    the blanks and separators between them.
    """
    omitted = list(document.omitted)
    items = _listed(document.blocks) if document.listed else gather(lines(document.blocks), omitted)
    if not document.listed:
        hang(items)
    for item in divisions(items):
        item.role = "division"
    points = _points(items, document, provenance)
    return Plan(
        name=name,
        format=document.format,
        sha256=sha256,
        points=points,
        provenance=provenance,
        omitted=tuple(omitted),
        warnings=document.warnings,
        findings=document.findings,
    )


def _listed(blocks: tuple[Block, ...]) -> list[Item]:
    items: list[Item] = []
    open_items: list[tuple[int, Item]] = []
    for index, block in enumerate(blocks):
        level = block.level or 1
        while open_items and open_items[-1][0] >= level:
            open_items.pop()
        line = Line(block.text, index, True, True, number=block.line, label=block.label)
        parent = open_items[-1][1] if open_items else None
        item = Item(line, None, [block.text], parent, "point" if block.label else "paragraph")
        open_items.append((level, item))
        items.append(item)
    for item in headings(items, titled=False):
        item.role = "heading"
    return items


def _points(items: list[Item], document: Document, provenance: Provenance | None) -> tuple[Point, ...]:
    reported = {report.label: report.reported for report in provenance.points} if provenance else {}
    ids: dict[int, str] = {}
    paths: dict[int, tuple[str, ...]] = {}
    taken: Counter[str] = Counter(block.id for block in document.blocks if block.id) if document.listed else Counter()
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
            Point(
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


def _label(item: Item) -> str | None:
    return item.marker.label.printed if item.marker is not None else item.line.label


def _values(item: Item) -> tuple[str, ...]:
    """What the label adds to the path of the point around it: "1" for 2.1 inside 2."""
    if item.marker is None:
        return () if item.line.label is None else (item.line.label,)
    label = item.marker.label
    above = item.parent.marker.label.values if item.parent is not None and item.parent.marker else ()
    values = (
        label.values[len(above) :]
        if len(label.values) > len(above) and label.values[: len(above)] == above
        else label.values
    )
    if label.style in OUTERMOST:
        return (f"{label.style} {values[0]}", *values[1:])
    return values


def _unique(wanted: str, taken: Counter[str]) -> str:
    """The id itself, or with how often it is taken by now: "3~2" for the second 3."""
    found = wanted
    while taken[found]:
        taken[wanted] += 1
        found = f"{wanted}~{taken[wanted]}"
    taken[found] += 1
    return found
