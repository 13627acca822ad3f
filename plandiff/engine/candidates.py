"""Candidates: the few pairs of passages worth a closer look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import itemgetter

from plandiff.engine.passages import Passage
from plandiff.engine.terms import Terms

MAX_POSTINGS = 150
"""Terms of more passages than this tell nothing apart and find no candidates, so that the work stays linear in the
number of points."""

WORTH = 0.4
"""A passage that shares less than this of what the best one shares is not looked at."""

KEPT = 6
"""Candidates kept for each passage and measure."""

_Pair = tuple[int, int]


def candidates(
    left: Sequence[Passage], right: Sequence[Passage], lefts: Iterable[int], rights: Iterable[int]
) -> dict[_Pair, float]:
    """Pairs (left, right) that share telling words, with the weight of what they share.

    For each passage of either side the best by overlap and the best by containment, judged by the terms that are
    rare enough. Pairs with the same label are candidates too, whatever they share.
    """
    lefts, rights = list(lefts), list(rights)
    # A bare title is no version of a text, unless it has the same label.
    found = _sharing([i for i in lefts if left[i].normal], [j for j in rights if right[j].normal], left, right)
    found |= _sharing([i for i in lefts if not left[i].normal], [j for j in rights if not right[j].normal], left, right)
    for i, j in _same_label(left, right, lefts, rights):
        if (i, j) not in found:
            one, other = left[i].terms, right[j].terms
            found[i, j] = one.weight_of(one.known & other.known)
    return dict(sorted(found.items()))


def _sharing(
    lefts: Sequence[int], rights: Sequence[int], left: Sequence[Passage], right: Sequence[Passage]
) -> dict[_Pair, float]:
    """The pairs of these passages that are best for either of them, each with the weight of the rare terms shared."""
    postings = _postings(left, lefts), _postings(right, rights)
    frequent = {term for side in postings for term, having in side.items() if len(having) > MAX_POSTINGS}
    sizes = [[passage.terms.total for passage in side] for side in (left, right)]
    found = {(i, j): weight for i in lefts for weight, j in _best(left[i].terms, postings[1], frequent, sizes[1])}
    found |= {(i, j): weight for j in rights for weight, i in _best(right[j].terms, postings[0], frequent, sizes[0])}
    return found


def _best(
    one: Terms, postings: Mapping[str, Sequence[int]], frequent: Set[str], sizes: Sequence[float]
) -> set[tuple[float, int]]:
    """The passages of the other side, of these sizes, that go best with one, each with the weight that they share."""
    shared: dict[int, float] = {}
    for term, weight in one.weights.items():
        if term not in frequent:
            for other in postings.get(term, ()):
                shared[other] = shared.get(other, 0.0) + weight
    least, total = WORTH * max(shared.values(), default=0.0), one.total
    ranked = [
        (-weight / (total + sizes[other]), -weight / min(total, sizes[other]), other, weight)
        for other, weight in shared.items()
        if weight >= least
    ]
    ranked.sort()
    best = {(weight, other) for _, _, other, weight in ranked[:KEPT]}
    ranked.sort(key=itemgetter(1, 2))
    return best.union((weight, other) for _, _, other, weight in ranked[:KEPT])


def _postings(passages: Sequence[Passage], indices: Iterable[int]) -> dict[str, list[int]]:
    """The passages that hold each term."""
    found: dict[str, list[int]] = {}
    for index in indices:
        for term in passages[index].terms.weights:
            found.setdefault(term, []).append(index)
    return found


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
