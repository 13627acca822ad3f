"""The geometry of the mapping: boxes for points, bands for the text that went from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from plandiff.model import Change, Comparison, Plan
from plandiff.render.edits_of import edits_of

LABELS = 40
"""As many labels fit on one side; in a longer plan a label stands for several neighbours."""

CELL = 10.0
"""Units of height for one label of the longer side."""

BOX = 7.6
"""Units of it that its boxes fill."""

HAIR = 0.06
"""A link of points without a word in common is drawn as a hair of this share of a box."""


class Box(NamedTuple):
    """One point: where its box begins, how high it is, and the share of it, from its top, that has a band."""

    point: str
    top: float
    height: float
    linked: float


class Band(NamedTuple):
    """Text of an old point in a new one: its upper and lower edge at the old and at the new end."""

    change: Change
    old: tuple[float, float]
    new: tuple[float, float]


class Column(NamedTuple):
    """One side of the drawing: labels as groups of neighbours, evenly spread over the height, and boxes."""

    labels: tuple[tuple[str, ...], ...]
    boxes: tuple[Box, ...]


class Bands(NamedTuple):
    """A drawing so many units high."""

    height: float
    old: Column
    new: Column
    bands: tuple[Band, ...]


class _Flow(NamedTuple):
    """Text that went from one top-level point to another: `ends` are both, `shares` what it is of each."""

    change: Change
    ends: tuple[str, str]
    shares: tuple[float, float]


def bands(comparison: Comparison) -> Bands:
    """Lay out which point became which.

    All boxes are of one size, whatever the length of their points. A band takes at its old end the share of the
    old point's words that went along it, at its new end the share of the new point's text that came along it.
    """
    tops = [[point.id for point in plan.top] for plan in (comparison.left, comparison.right)]
    each = -(-max(len(tops[0]), len(tops[1]), 1) // LABELS)
    labels = [_groups(side, each) for side in tops]
    height = CELL * max(len(labels[0]), len(labels[1]), 1)
    flows = list(_flows(comparison))
    columns: list[Column] = []
    edges: list[dict[int, tuple[float, float]]] = []
    for side in (0, 1):
        places = _places(labels[side], height)
        found, linked = _stacked(flows, side, places, tops[1 - side])
        boxes = (Box(point, *place, linked.get(point, 0.0)) for point, place in places.items())
        columns.append(Column(labels[side], tuple(boxes)))
        edges.append(found)
    drawn = (Band(flow.change, edges[0][n], edges[1][n]) for n, flow in enumerate(flows))
    return Bands(height, columns[0], columns[1], tuple(drawn))


def _groups(points: Sequence[str], each: int) -> tuple[tuple[str, ...], ...]:
    """The points in order, in groups of at most `each` and as equal as can be."""
    count = -(-len(points) // each)
    bounds = [n * len(points) // max(count, 1) for n in range(count + 1)]
    return tuple(tuple(points[start:end]) for start, end in pairwise(bounds))


def _places(labels: Sequence[Sequence[str]], height: float) -> dict[str, tuple[float, float]]:
    """Where the box of each point begins, and how high it is."""
    places: dict[str, tuple[float, float]] = {}
    for n, group in enumerate(labels):
        start = (n + 0.5) * height / len(labels) - BOX / 2
        for nth, point in enumerate(group):
            places[point] = (start + nth * BOX / len(group), BOX / len(group))
    return places


def _flows(comparison: Comparison) -> Iterator[_Flow]:
    for change in comparison.changes:
        if len(change.left) == len(change.right) == 1:
            yield _one_to_one(change, comparison)
        elif change.left and change.right:
            yield from _many(change, comparison)


def _one_to_one(change: Change, comparison: Comparison) -> _Flow:
    """What the redline keeps, as a share of the old and of the new text."""
    length = {"equal": 0, "delete": 0, "insert": 0}
    for edit in edits_of(change, comparison):
        length[edit.op] += len(edit.text)
    kept = length["equal"]
    shares = (kept / max(kept + length["delete"], 1), kept / max(kept + length["insert"], 1))
    return _Flow(change, (change.left[0], change.right[0]), (max(shares[0], HAIR), max(shares[1], HAIR)))


def _many(change: Change, comparison: Comparison) -> Iterator[_Flow]:
    """What the shares of a split, merged or regrouped change say; of a new text by length."""
    shares = {(share.left, share.right): share.share for share in change.shares if share.right is not None}
    for old, new in product(change.left, change.right):
        if (old, new) in shares:
            before, after = _length(comparison.left, old), _length(comparison.right, new)
            yield _Flow(change, (old, new), (shares[old, new], shares[old, new] * before / max(after, 1)))
        elif not any(old in pair or new in pair for pair in shares):
            yield _Flow(change, (old, new), (HAIR, HAIR))


def _length(plan: Plan, point: str) -> int:
    return len(plan.text_of([point], deep=True))


def _stacked(
    flows: Sequence[_Flow], side: int, places: dict[str, tuple[float, float]], others: Sequence[str]
) -> tuple[dict[int, tuple[float, float]], dict[str, float]]:
    """The edges of each flow at its end on this side, in the order of their other ends so that few cross, and
    the share of each point that they take."""
    nth = {point: n for n, point in enumerate(others)}
    edges: dict[int, tuple[float, float]] = {}
    linked: dict[str, float] = {}
    for n, flow in sorted(enumerate(flows), key=lambda item: nth[item[1].ends[1 - side]]):
        point = flow.ends[side]
        top, height = places[point]
        start = linked.get(point, 0.0)
        linked[point] = min(1.0, start + flow.shares[side])
        edges[n] = (top + height * start, top + height * linked[point])
    return edges, linked
