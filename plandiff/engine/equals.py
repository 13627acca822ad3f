"""Equals: passages whose texts are the same, paired off before anything is weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from plandiff.engine.chain import chain
from plandiff.engine.heft import heft
from plandiff.engine.passages import Passage
from plandiff.engine.place import Place

MAX_CHOICES = 250_000
"""A text repeated so often that more pairs than this are possible is paired in order, without choosing."""


def equals(
    left: Sequence[Passage], right: Sequence[Passage], lefts: Iterable[int], rights: Iterable[int]
) -> set[tuple[int, int]]:
    """Pairs of equal normal form among the passages with these indices, each at most once.

    A text that stands once on either side is a sure pair. Repeated texts keep their order; where one side has
    fewer, those are chosen that stand nearest to where the sure pairs say. A passage without text is equal only
    to one with the same label.
    """
    places: dict[str, tuple[list[int], list[int]]] = {}
    for side, passages in enumerate((left, right)):
        for index, passage in enumerate(passages):
            name = passage.normal or f"\\0{passage.key}"
            places.setdefault(name, ([], []))[side].append(index)
    sure = {(ones[0], others[0]) for ones, others in places.values() if len(ones) == len(others) == 1}
    place = Place(
        chain({(i, j): heft(left[i].terms.total + 1, left[i].normal, right[j].normal) for i, j in sure}),
        len(left),
        len(right),
    )
    pairs = set(sure)
    for ones, others in places.values():
        if ones and others and len(ones) + len(others) > 2:
            pairs |= _in_order(ones, others, partial(_cost, left, right, place))
    return pairs


def _cost(left: Sequence[Passage], right: Sequence[Passage], place: Place, i: int, j: int) -> float:
    """How little two equal texts belong together: by place, and by label where places are alike."""
    return round(place.gap(i, j), 6) + (0.001 if left[i].key != right[j].key else 0.0)


def _in_order(ones: list[int], others: list[int], cost: Callable[[int, int], float]) -> set[tuple[int, int]]:
    """All of the fewer, each with one of the many, in order, at the smallest cost."""
    if len(ones) == len(others) or len(ones) * len(others) > MAX_CHOICES:
        return set(zip(ones, others, strict=False))
    turned = len(ones) > len(others)
    few, many = (others, ones) if turned else (ones, others)

    def gap(one: int, other: int) -> float:
        return cost(other, one) if turned else cost(one, other)

    # best[k] is the least cost of pairing the first k of the few with the members of the many seen so far.
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for at, other in enumerate(many):
        longest = min(len(few), at + 1)
        following = best[: longest + 1]
        for k in range(1, longest + 1):
            taken = (best[k - 1][0] + gap(few[k - 1], other), (*best[k - 1][1], other))
            if k >= len(best):
                following.append(taken)
            elif taken[0] < best[k][0]:
                following[k] = taken
        best = following
    pairs = zip(few, best[len(few)][1], strict=True)
    return {(other, one) if turned else (one, other) for one, other in pairs}
