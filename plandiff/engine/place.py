"""Place: where a point should stand on the other side, judging by the neighbours that are known."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable


class Place:
    """The order of the pairs already known, for judging how far out of place another pair would be."""

    def __init__(self, known: Iterable[tuple[int, int]], left_count: int, right_count: int) -> None:
        """`known` rises on both sides; the counts are those of all points."""
        pairs = [(-1, -1), *sorted(known), (left_count, right_count)]
        self._left = [left for left, _ in pairs]
        self._right = [right for _, right in pairs]

    def gap(self, left: int, right: int) -> float:
        """How many points the two stand away from where the neighbours of either say, the mean of both sides.

        Between the two known neighbours half a point counts for each point off the proportional place; outside
        them at least one whole point.
        """
        return (_gap(self._left, self._right, left, right) + _gap(self._right, self._left, right, left)) / 2


def _gap(known: list[int], others: list[int], one: int, other: int) -> float:
    """How far `other` lies from where the neighbours of `one` say it should stand."""
    at = bisect(known, one)
    if known[at - 1] == one:
        at = max(1, at - 1)
    low, high = others[at - 1], others[at]
    if low < other < high:
        span = (known[at] - known[at - 1]) or 1
        expected = low + (one - known[at - 1]) * (high - low) / span
        return abs(expected - other) / 2
    return 1.0 + (low - other if other <= low else other - high)
