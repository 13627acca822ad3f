"""Rows: the paragraphs of the redline in the order of both texts at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain, pairwise, takewhile

from msgspec import Struct

from plandiff.model import Comparison, Edit, Plan, Point
from plandiff.render.docx.pairs import Pair, pairs


class Row(Struct, frozen=True):
    """One paragraph: `old` is None for what comes in, `new` for what goes, neither where the paragraph stays.

    `edits` run over the printed paragraph, label and all. `move` is the number of a move, the same at the place
    left and at the place reached; the row at the place reached holds the edits of both texts.
    """

    old: Point | None
    new: Point | None
    edits: tuple[Edit, ...]
    move: int | None = None


def rows(comparison: Comparison) -> list[Row]:
    """The rows: those with an old side are the provisions of the old text in its order, those with a new side
    those of the new text in its order. Between two that stay, what goes stands before what comes, and both stand
    with the point that they belong to where that is one of the two."""
    old = {point.id: place for place, point in enumerate(comparison.left.points)}
    new = {point.id: place for place, point in enumerate(comparison.right.points)}
    found = pairs(comparison)
    stay = _stay(found, old, new)
    staying = {pair.old.id for pair in stay}
    moves = [pair for pair in found if pair.single and pair.alike and pair.old.id not in staying]
    moves.sort(key=lambda pair: old[pair.old.id])
    left = {pair.old.id: number for number, pair in enumerate(moves, 1)}
    reached = {pair.new.id: (number, pair) for number, pair in enumerate(moves, 1)}

    def goes(point: Point) -> Row:
        return Row(point, None, (Edit(op="delete", text=printed(point)),), left.get(point.id))

    def comes(point: Point) -> Row:
        number, pair = reached.get(point.id, (None, None))
        edits = _labelled(pair) if pair else (Edit(op="insert", text=printed(point)),)
        return Row(None, point, edits, number)

    ordered: list[Row] = []
    left_gaps = _gaps(comparison.left, staying)
    right_gaps = _gaps(comparison.right, {pair.new.id for pair in stay})
    for pair, gone, come in zip([*stay, None], left_gaps, right_gaps, strict=True):
        for some_gone, some_come in zip(gone, come, strict=True):
            ordered += map(goes, some_gone)
            ordered += map(comes, some_come)
        if pair:
            ordered.append(Row(pair.old, pair.new, _labelled(pair)))
    return ordered


_Gap = tuple[list[Point], list[Point], list[Point]]
"""Provisions between two that stay: the rest of the point that the first stands in, points of their own, and the
beginning of the point that the second stands in."""


def _gaps(plan: Plan, staying: Container[str]) -> list[_Gap]:
    """What stands before, between and after the provisions that stay."""
    tops: dict[str | None, str] = {}
    gaps: list[_Gap] = []
    between: list[Point] = []
    before: str | None = None
    for point in plan.points:
        tops[point.id] = tops.get(point.parent, point.id)
        if point.id in staying:
            gaps.append(_gap(between, tops, before, tops[point.id]))
            between, before = [], tops[point.id]
        else:
            between.append(point)
    return [*gaps, _gap(between, tops, before, None)]


def _gap(between: list[Point], tops: Mapping[str | None, str], before: str | None, after: str | None) -> _Gap:
    rest = list(takewhile(lambda point: tops[point.id] == before, between))
    own = list(takewhile(lambda point: tops[point.id] != after, between[len(rest) :]))
    return rest, own, between[len(rest) + len(own) :]


def printed(point: Point) -> str:
    """A provision as its paragraph reads: label, tab, text. A bare number or letter takes a full stop."""
    return f"{_label(point)}{point.text}"


def _label(point: Point) -> str:
    if point.label is None:
        return ""
    return f"{point.label}{'.' if point.label[-1:].isalnum() else ''}\t"


def _stay(found: Iterable[Pair], old: dict[str, int], new: dict[str, int]) -> list[Pair]:
    """The pairs whose paragraph stays where it is: all that were not moved, unless two of them cross or share a
    provision. Then what was left of a split or merger gives way, and of two of a kind the one with fewer words."""
    stay: list[Pair] = []
    places: list[tuple[int, int]] = []
    unmoved = (pair for pair in found if not pair.moved)
    for pair in sorted(unmoved, key=lambda pair: (not pair.single, -pair.kept, old[pair.old.id], new[pair.new.id])):
        place = old[pair.old.id], new[pair.new.id]
        at = bisect_left(places, place)
        around = [*places[max(at - 1, 0) : at], place, *places[at : at + 1]]
        if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(around)):
            stay.insert(at, pair)
            places.insert(at, place)
    return stay


def _labelled(pair: Pair) -> tuple[Edit, ...]:
    """The edits of a pair with those of its label before them."""
    return tuple(chain(_labels(_label(pair.old), _label(pair.new)), pair.edits))


def _labels(old: str, new: str) -> Iterator[Edit]:
    tab = "\t" if old and new else ""
    one, other = old.removesuffix(tab), new.removesuffix(tab)
    if old == new:
        one = other = ""
        tab = old
    for edit in (Edit(op="delete", text=one), Edit(op="insert", text=other), Edit(op="equal", text=tab)):
        if edit.text:
            yield edit
