"""Candidates: the few pairs of passages worth a closer look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

from plandiff.engine.passages import Passage
from plandiff.engine.terms import Terms

MAX_POSTINGS = 150
"""Terms of more passages than this tell nothing apart and find no candidates, so that the work stays linear in the
number of points."""

LOOKED_AT = 100
"""So many passages that share most weight are compared in full."""

KEPT = 6
"""Candidates kept for each passage and measure."""

_Pair = tuple[int, int]

_Rival = tuple[float, float, int, int]
"""Overlap and containment of a pair, both negative so that the best sorts first, and the pair."""


def candidates(
    left: Sequence[Passage], right: Sequence[Passage], lefts: Iterable[int], rights: Iterable[int]
) -> dict[_Pair, float]:
    """Pairs (left, right) that share telling words, with the weight of what they share.

    For each passage of either side the best by overlap and the best by containment, of those that share most weight
    of terms rare enough. Pairs with the same label are candidates too, with the weight 0 where they share no term.
    """
    lefts, rights = list(lefts), list(rights)
    postings = _postings(left, lefts), _postings(right, rights)
    frequent = {term for side in postings for term, having in side.items() if len(having) > MAX_POSTINGS}
    shared: dict[_Pair, float] = {}
    rivals: tuple[dict[int, list[_Rival]], dict[int, list[_Rival]]] = ({}, {})
    for i in lefts:
        one = left[i].terms
        for j, weight in _sharing(one, postings[1], frequent).items():
            # A bare title is no version of a text, unless it has the same label.
            if bool(left[i].normal) == bool(right[j].normal):
                shared[i, j] = weight
                other = right[j].terms.total
                rival = (-weight / (one.total + other), -weight / min(one.total, other), i, j)
                rivals[0].setdefault(i, []).append(rival)
                rivals[1].setdefault(j, []).append(rival)
    found: dict[_Pair, float] = {}
    for side in rivals:
        for entries in side.values():
            for ranked in (sorted(entries), sorted(entries, key=itemgetter(1, 2, 3))):
                found.update(((i, j), shared[i, j]) for _, _, i, j in ranked[:KEPT])
    for i, j in _same_label(left, right, lefts, rights):
        found.setdefault((i, j), shared.get((i, j), 0.0))
    return found


def _postings(passages: Sequence[Passage], indices: Iterable[int]) -> dict[str, list[int]]:
    """The passages that hold each term."""
    found: dict[str, list[int]] = {}
    for index in indices:
        for term in passages[index].terms.weights:
            found.setdefault(term, []).append(index)
    return found


def _sharing(one: Terms, postings: Mapping[str, Sequence[int]], frequent: Set[str]) -> dict[int, float]:
    """The passages that share most weight with this one, each with that weight."""
    shared: dict[int, float] = {}
    for term, weight in one.weights.items():
        if term not in frequent:
            for j in postings.get(term, ()):
                shared[j] = shared.get(j, 0.0) + weight
    if len(shared) <= LOOKED_AT:
        return shared
    least = sorted(shared.values(), reverse=True)[LOOKED_AT - 1]
    return {j: weight for j, weight in shared.items() if weight >= least}


def _same_label(
    left: Sequence[Passage], right: Sequence[Passage], lefts: Iterable[int], rights: Iterable[int]
) -> Iterator[_Pair]:
    """The pairs that carry the same label, as far as it is not repeated too often."""
    labelled: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for side, (passages, indices) in enumerate(((left, lefts), (right, rights))):
        for index in indices:
            key = passages[index].key
            if key is not None:
                labelled[side].setdefault(key, []).append(index)
    for key, ones in labelled[0].items():
        others = labelled[1].get(key, ())
        if len(ones) * len(others) <= KEPT * KEPT:
            yield from ((i, j) for i in ones for j in others)
