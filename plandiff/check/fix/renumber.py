"""New numbers for points after a gap or a repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plandiff.engine.ordinals import roman
from plandiff.model import Plan, Point

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Renumbered(NamedTuple):
    """What a point is to be called: its label as printed, and its path."""

    label: str
    path: tuple[str, ...]


def renumber(plan: Plan, flagged: Collection[str]) -> dict[str, Renumbered]:
    """New labels by the ids of points, of those only whose label changes.

    `flagged` are the ids of points before which a number is missing or which repeat one: they come next after
    the point before them, and those that follow keep their distance. Points under a renumbered one that print
    its number take the new one over. A sequence that runs backwards, or is counted in a way that is not known,
    stays as it is: what is meant by it takes judgement.
    """
    values: dict[str, str] = {}
    for points in plan.sequences:
        if any(point.id in flagged for point in points):
            values |= _values(points, flagged)
    found: dict[str, Renumbered] = {}
    for point in plan.points:
        if point.label is not None:
            new = _renumbered(point, plan, values, found)
            if new != Renumbered(point.label, point.path):
                found[point.id] = new
    return found


def _values(points: Sequence[Point], flagged: Collection[str]) -> dict[str, str]:
    old = [_bare(point) for point in points]
    counted = _counting(old)
    if counted is None:
        return {}
    read, write = counted
    last = read(old[0])
    found: dict[str, str] = {}
    for (before, this), point in zip(pairwise(old), points[1:], strict=True):
        step = read(this) - read(before)
        if point.id in flagged and step >= 0:
            last += 1
        elif step >= 0:
            last += step
        elif read(this) == 1:
            last = 1
        else:
            return {}
        found[point.id] = write(last, this)
    return found


def _bare(point: Point) -> str:
    """The value of a label by itself: "IV" of "Article IV"."""
    return point.path[-1].rpartition(" ")[2]


def _counting(values: list[str]) -> tuple[Callable[[str], int], Callable[[int, str], str]] | None:
    """How values are read as numbers and written as such, in the manner of an old one; None where that is unknown."""
    if all(re.fullmatch(r"[0-9]{1,4}[a-z]?", value) for value in values):
        return lambda value: int(value.rstrip("abcdefghijklmnopqrstuvwxyz")), _figure
    if values[0].lower() == "i" and all(roman(value.lower()) for value in values):
        return lambda value: roman(value.lower()) or 0, lambda number, old: _cased(_numeral(number), old)
    if all(re.fullmatch("[A-Za-z]", value) for value in values):
        return lambda value: ord(value.lower()) - ord("a") + 1, lambda number, old: _cased(chr(96 + number), old)
    return None


def _figure(number: int, old: str) -> str:
    return f"{number}{old.lstrip('0123456789')}"


def _cased(value: str, old: str) -> str:
    return value.upper() if old.isupper() else value


def _numeral(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _renumbered(point: Point, plan: Plan, values: dict[str, str], found: dict[str, Renumbered]) -> Renumbered:
    label, path = point.label or "", point.path
    above = plan.by_id[point.parent] if point.parent is not None else None
    if above is not None and above.id in found:
        new, old = found[above.id], above.label or ""
        path = (*new.path, *path[len(above.path) :])
        if label.startswith((f"{old}.", f"{old}-", f"{old}(")):
            label = new.label + label[len(old) :]
    value = values.get(point.id)
    if value is not None:
        bare = _bare(point)
        before, _, after = label.rpartition(bare)
        label = before + value + after
        path = (*path[:-1], path[-1].removesuffix(bare) + value)
    return Renumbered(label, path)


def components(printed: str) -> Iterator[re.Match[str]]:
    """The numbers and letters that a printed number is made of: 7 and c of "7(c)"."""
    return re.finditer(r"[0-9]{1,4}[a-z]?(?![a-z])|[A-Za-z]{1,9}", printed)
