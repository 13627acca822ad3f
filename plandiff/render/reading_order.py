"""The order in which a reader expects the changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from plandiff.model import Change, Comparison


def reading_order(changes: Iterable[Change], comparison: Comparison) -> list[Change]:
    """The changes in the order of the new text, with dropped points where they used to stand.

    A change with a new side stands at its first new point. A dropped one follows the nearest old point above
    it that kept its place, in old order where several fall together; with none above, it leads.
    """
    old = {point.id: index for index, point in enumerate(comparison.left.points)}
    new = {point.id: index for index, point in enumerate(comparison.right.points)}
    changes = list(changes)
    present = sorted((c for c in changes if c.right), key=lambda c: min(new[i] for i in c.right))
    dropped = sorted((c for c in changes if not c.right), key=lambda c: min(old[i] for i in c.left))

    anchors = sorted((min(old[i] for i in c.left), n) for n, c in enumerate(present) if c.left and not c.moved)
    following: dict[int, list[Change]] = {}
    for change in dropped:
        above = bisect_left(anchors, (min(old[i] for i in change.left), -1)) - 1
        following.setdefault(anchors[above][1] if above >= 0 else -1, []).append(change)

    ordered = following.get(-1, [])
    for n, change in enumerate(present):
        ordered += [change, *following.get(n, [])]
    return ordered
