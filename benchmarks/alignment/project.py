"""Project: what a redline says about points, in the redline's favour.

Peers show which words stayed and which went; none says which point became which. Two points are linked when
at least half of the words of either are shown as kept, or moved, into the other. What happened to the linked
points is then described as plandiff describes its own links.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from plandiff.engine.describe import describe
from plandiff.engine.groups import groups
from plandiff.model import Change, Link, Plan

Kept = Counter[tuple[int, int]]
"""How many words (or characters) of a left point are shown as kept in a right one, by their indices."""

SHARE = 0.5


def project(
    kept: Mapping[tuple[int, int], int], sizes: tuple[Mapping[int, int], Mapping[int, int]]
) -> list[tuple[int, int]]:
    """The pairs of points with at least half of either kept in the other; `sizes` in the unit of `kept`."""
    return sorted(
        (i, j)
        for (i, j), count in kept.items()
        if count and (count >= SHARE * sizes[0][i] or count >= SHARE * sizes[1][j])
    )


def describe_links(links: Sequence[tuple[int, int]], left: Plan, right: Plan) -> tuple[Change, ...]:
    """The links as changes of two flat plans."""
    named = [(left.points[i].id, right.points[j].id) for i, j in links]
    members = groups(named, [point.id for point in left.points], [point.id for point in right.points])
    return describe((Link(left=one, right=other, score=1.0, reason="") for one, other in members), left, right)
