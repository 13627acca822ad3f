"""Equals: passages whose texts are the same, paired off before anything is weighed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from plandiff.engine.chain import chain
from plandiff.engine.passages import Passage
from plandiff.engine.place import Place

MAX_CHOICES = 2000
"""A repeated text with more ways to leave members out than this is paired in order, without choosing."""


def equals(left: Sequence[Passage], right: Sequence[Passage]) -> set[tuple[int, int]]:
    """Pairs of equal normal form, each passage at most once.

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
    place = Place(chain({(i, j): left[i].terms.total + 1 for i, j in sure}), len(left), len(right))
    pairs = set(sure)
    for ones, others in places.values():
        if ones and others and len(ones) + len(others) > 2:
            pairs |= _in_order(ones, others, place)
    return pairs


def _in_order(ones: list[int], others: list[int], place: Place) -> set[tuple[int, int]]:
    few = min(len(ones), len(others))
    choices = _choices(max(len(ones), len(others)), few)
    if len(ones) == len(others) or choices > MAX_CHOICES:
        return set(zip(ones, others, strict=False))
    options = (
        [(i, j) for i, j in zip(chosen, others, strict=True)] for chosen in combinations(ones, few)
    ) if len(ones) > few else ([(i, j) for i, j in zip(ones, chosen, strict=True)] for chosen in combinations(others, few))  # fmt: skip
    return set(min(options, key=lambda option: (sum(place.gap(i, j) for i, j in option), option)))


def _choices(many: int, few: int) -> int:
    count = 1
    for step in range(few):
        count = count * (many - step) // (step + 1)
        if count > MAX_CHOICES:
            break
    return count
