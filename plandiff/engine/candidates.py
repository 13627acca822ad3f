"""Candidates: the few pairs of passages worth a closer look."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from plandiff.engine.passages import Passage
from plandiff.engine.terms import Terms

MAX_POSTINGS = 75
"""Terms of more passages than this tell nothing apart and find no candidates, so that the work stays linear in the
number of points."""

WORTH = 0.4
"""A passage that shares less than this of what the best one shares is not looked at."""

KEPT = 3
"""Candidates kept for each passage and measure."""

FEW = 36
"""Pairs with the same label, or between the same neighbours, are all looked at when there are no more than this."""

_Pair = tuple[int, int]


def candidates(
    left: Sequence[Passage],
    right: Sequence[Passage],
    lefts: Iterable[int],
    rights: Iterable[int],
    landmarks: Iterable[_Pair] = (),
) -> dict[_Pair, float]:
    """Pairs (left, right) that share telling words, with the weight of what they share.

    For each passage of either side the best by overlap and the best by containment, judged by the terms that are
    rare enough. Pairs that stand between the same two `landmarks`, which rise on both sides, are candidates when
    they share any word, and pairs with the same label whatever they share.
    """
    lefts, rights = list(lefts), list(rights)
    # A bare title is no version of a text, unless it has the same label.
    found = _sharing([i for i in lefts if left[i].normal], [j for j in rights if right[j].normal], left, right)
    found |= _sharing([i for i in lefts if not left[i].normal], [j for j in rights if not right[j].normal], left, right)
    for i, j in _same_label(left, right, lefts, rights):
        if (i, j) not in found:
            found[i, j] = _shared(left[i], right[j])
    for i, j in _same_gap(landmarks, lefts, rights):
        if (i, j) not in found and bool(left[i].normal) == bool(right[j].normal):
            weight = _shared(left[i], right[j])
            if weight:
                found[i, j] = weight
    return dict(sorted(found.items()))


def _shared(one: Passage, other: Passage) -> float:
    return one.terms.weight_of(one.terms.known & other.terms.known)


def _sharing(
    lefts: Sequence[int], rights: Sequence[int], left: Sequence[Passage], right: Sequence[Passage]
) -> dict[_Pair, float]:
    """The pairs of these passages that are best for either of them, each with the weight of the rare terms shared."""
    postings = _postings(left, lefts), _postings(right, rights)
    for term in [term for side in postings for term, having in side.items() if len(having) > MAX_POSTINGS]:
        for side in postings:
            side.pop(term, None)
    sizes = [[passage.terms.total for passage in side] for side in (left, right)]
    found = {(i, j): weight for i in lefts for weight, j in _best(left[i].terms, postings[1], sizes[1])}
    found |= {(i, j): weight for j in rights for weight, i in _best(right[j].terms, postings[0], sizes[0])}
    return found


def _best(one: Terms, postings: Mapping[str, Sequence[int]], sizes: Sequence[float]) -> set[tuple[float, int]]:
    """The passages of the other side, of these sizes, that go best with one, each with the weight that they share."""
    shared: dict[int, float] = defaultdict(float)
    for term, weight in one.weights.items():
        for other in postings.get(term, ()):
            shared[other] += weight
    least, total = WORTH * max(shared.values(), default=0.0), one.total
    ranked = [
        (-weight / (total + (size := sizes[other])), -weight / (size if size < total else total), other, weight)
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
    return _few(
        ((left[i].key, i) for i in lefts if left[i].key is not None),
        ((right[j].key, j) for j in rights if right[j].key is not None),
    )


def _same_gap(landmarks: Iterable[_Pair], lefts: Iterable[int], rights: Iterable[int]) -> Iterator[_Pair]:
    """The pairs that stand between the same two landmarks, as far as there are few."""
    marks = sorted(landmarks)
    ones, others = [i for i, _ in marks], [j for _, j in marks]
    return _few(((bisect(ones, i), i) for i in lefts), ((bisect(others, j), j) for j in rights))


def _few(lefts: Iterable[tuple[Hashable, int]], rights: Iterable[tuple[Hashable, int]]) -> Iterator[_Pair]:
    """The pairs with a key in common, of the keys that few pairs have."""
    sides: tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]] = ({}, {})
    for side, keyed in enumerate((lefts, rights)):
        for key, index in keyed:
            sides[side].setdefault(key, []).append(index)
    for key, ones in sides[0].items():
        others = sides[1].get(key, ())
        if len(ones) * len(others) <= FEW:
            yield from ((i, j) for i in ones for j in others)
