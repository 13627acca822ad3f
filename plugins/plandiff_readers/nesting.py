"""Which rows of a table are sub-points of which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plandiff.engine.labels import Label, labels

_LONGEST = 64
_LETTERED = ("(a)", "a)", "a.", "(i)", "i)", "i.", "(1)")
"""The styles of lists inside points."""


def by_levels(levels: Sequence[int]) -> list[int | None]:
    """The parent of each row: the last one before it of a higher level, which is a lower number."""
    parents: list[int | None] = []
    waiting: list[int] = []
    for index, level in enumerate(levels):
        while waiting and levels[waiting[-1]] >= level:
            waiting.pop()
        parents.append(waiting[-1] if waiting else None)
        waiting.append(index)
    return parents


def by_labels(printed: Sequence[str]) -> list[int | None]:
    """The parent of each row, from the labels alone.

    1.2.3 and 1.2(c) stand in 1.2 where a row before has that label. A list of letters, small roman numbers or
    numbers in brackets stands in the row before its first member.
    """
    parents: list[int | None] = []
    known: dict[str, int] = {}
    lists: list[_List] = []
    for index, text in enumerate(printed):
        label = text.strip()[:_LONGEST]
        parent = _named(label, known)
        if parent is None:
            parent = _listed(label, index, lists)
        else:
            lists.clear()
        parents.append(parent)
        known[_bare(label)] = index
    return parents


def in_order(parents: Sequence[int | None]) -> list[tuple[int, int]]:
    """The rows with each behind the one it stands in, and their levels from 1. Rows that stand in each other in a
    circle are missing."""
    inside: dict[int | None, list[int]] = {}
    for index, parent in enumerate(parents):
        inside.setdefault(parent, []).append(index)
    found: list[tuple[int, int]] = []
    waiting = [(index, 1) for index in reversed(inside.get(None, ()))]
    while waiting:
        index, level = waiting.pop()
        found.append((index, level))
        waiting += [(inner, level + 1) for inner in reversed(inside.get(index, ()))]
    return found


class _List(NamedTuple):
    """A list inside a point that is open: its last label and the row it stands in."""

    last: Label
    parent: int | None


def _bare(label: str) -> str:
    return label.rstrip(" .):")


def _named(label: str, known: dict[str, int]) -> int | None:
    """The row whose label this one begins with: the longest."""
    for end in range(len(label) - 1, 0, -1):
        if label[end] in ".(" and (before := _bare(label[:end])) in known:
            return known[before]
    return None


def _listed(label: str, index: int, lists: list[_List]) -> int | None:
    """The row that a member of a lettered list stands in; None for a label of the outermost list."""
    readings = [reading for reading in labels(f"{label} ") if reading.style in _LETTERED]
    for depth in range(len(lists) - 1, -1, -1):
        last, parent = lists[depth]
        for reading in readings:
            if reading.style == last.style and reading.numbers[-1] == last.numbers[-1] + 1:
                lists[depth:] = [_List(reading, parent)]
                return parent
    first = next((reading for reading in readings if reading.numbers[-1] == 1), None)
    if first is None or index == 0:
        lists.clear()
        return None
    lists.append(_List(first, index - 1))
    return index - 1
