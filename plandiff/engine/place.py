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
        """How many points `right` lies away from where the neighbours of `left` say it should stand.

        Between the two known neighbours half a point counts for each point off the proportional place; outside
        them at least one whole point.
        """
        at = bisect(self._left, left)
        if self._left[at - 1] == left:
            at = max(1, at - 1)
        low, high = self._right[at - 1], self._right[at]
        if low < right < high:
            span = (self._left[at] - self._left[at - 1]) or 1
            expected = low + (left - self._left[at - 1]) * (high - low) / span
            return abs(expected - right) / 2
        return 1.0 + (low - right if right <= low else right - high)
