"""Chain: the heaviest set of pairs that keeps its order; what lies outside has moved."""

from __future__ import annotations

from collections.abc import Mapping


def chain(pairs: Mapping[tuple[int, int], float]) -> set[tuple[int, int]]:
    """The heaviest subset of one-to-one pairs (left index, right index) that rises on both sides.

    `pairs` maps each pair to its weight. Weighted longest increasing subsequence over a Fenwick tree,
    O(n log n); of equal weights the chain that comes first in the left order is taken.
    """
    ordered = sorted(pairs)
    rank = {right: place for place, right in enumerate(sorted({right for _, right in ordered}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(rank) + 1)
    before: list[int] = []
    best, last = 0.0, -1
    for index, (left, right) in enumerate(ordered):
        at = rank[right] - 1
        top: tuple[float, int] = (0.0, -1)
        while at > 0:
            if tree[at][0] > top[0]:
                top = tree[at]
            at -= at & -at
        before.append(top[1])
        total = top[0] + pairs[left, right]
        if total > best:
            best, last = total, index
        at = rank[right]
        while at < len(tree):
            if total > tree[at][0]:
                tree[at] = (total, index)
            at += at & -at
    kept = set()
    while last >= 0:
        kept.add(ordered[last])
        last = before[last]
    return kept
