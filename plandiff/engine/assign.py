"""Assign: the best one-to-one pairing of points, given how well each pair goes together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

MAX_DENSE = 400
"""Components with a side larger than this are paired greedily, best pairs first: the exact method takes time
that grows with the cube of the size, and real components are tiny."""


def assign(gains: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The one-to-one pairs with the greatest total gain.

    `gains` maps (left, right) to a positive gain; pairs that are missing cannot be taken. Works on each
    connected component by itself (Kuhn 1955, in the shortest-augmenting-path form of Jonker and Volgenant 1987).
    """
    pairs: list[tuple[int, int]] = []
    for lefts, rights in _components(gains):
        if max(len(lefts), len(rights)) > MAX_DENSE:
            pairs += _greedy({(a, b): gains[a, b] for a in lefts for b in rights if (a, b) in gains})
        elif len(lefts) <= len(rights):
            pairs += _hungarian(lefts, rights, gains)
        else:
            turned = {(b, a): gains[a, b] for a in lefts for b in rights if (a, b) in gains}
            pairs += [(a, b) for b, a in _hungarian(rights, lefts, turned)]
    return sorted(pairs)


def _components(gains: Mapping[tuple[int, int], float]) -> Iterator[tuple[list[int], list[int]]]:
    partners: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for left, right in gains:
        partners[0].setdefault(left, []).append(right)
        partners[1].setdefault(right, []).append(left)
    seen: set[tuple[int, int]] = set()
    for start in sorted(partners[0]):
        if (0, start) in seen:
            continue
        seen.add((0, start))
        waiting, found = [(0, start)], ([start], [])  # type: tuple[list[tuple[int, int]], tuple[list[int], list[int]]]
        while waiting:
            side, node = waiting.pop()
            for other in partners[side][node]:
                if (1 - side, other) not in seen:
                    seen.add((1 - side, other))
                    found[1 - side].append(other)
                    waiting.append((1 - side, other))
        yield sorted(found[0]), sorted(found[1])


def _greedy(gains: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for (left, right), _ in sorted(gains.items(), key=lambda item: (-item[1], item[0])):
        if left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            pairs.append((left, right))
    return pairs


def _hungarian(rows: list[int], columns: list[int], gains: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs for at most as many rows as columns; a row may stay alone, which gains nothing."""
    size = len(columns)
    cost = [[-max(0.0, gains.get((row, column), 0.0)) for column in columns] for row in rows]
    row_price, column_price = [0.0] * (len(rows) + 1), [0.0] * (size + 1)
    owner = [0] * (size + 1)
    for row in range(1, len(rows) + 1):
        owner[0] = row
        here, slack, came, done = 0, [inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while owner[here]:
            done[here] = True
            at, least, following = owner[here], inf, 0
            for column in range(1, size + 1):
                if done[column]:
                    continue
                reduced = cost[at - 1][column - 1] - row_price[at] - column_price[column]
                if reduced < slack[column]:
                    slack[column], came[column] = reduced, here
                if slack[column] < least:
                    least, following = slack[column], column
            for column in range(size + 1):
                if done[column]:
                    row_price[owner[column]] += least
                    column_price[column] -= least
                else:
                    slack[column] -= least
            here = following
        while here:
            owner[here] = owner[came[here]]
            here = came[here]
    pairs = ((rows[owner[column] - 1], columns[column - 1]) for column in range(1, size + 1) if owner[column])
    return [pair for pair in pairs if gains.get(pair, 0.0) > 0]
