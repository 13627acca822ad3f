"""Candidates: the few pairs of passages worth a closer look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plandiff.engine.passages import Passage
from plandiff.engine.terms import Terms

MAX_POSTINGS = 150
"""Terms of more passages than this tell nothing apart and find no candidates, so that the work stays linear in the
number of points."""

LOOKED_AT = 100
"""So many passages that share most weight are compared in full."""

KEPT = 6
"""Candidates kept for each passage and measure."""


def candidates(
    left: Sequence[Passage], right: Sequence[Passage], lefts: Iterable[int], rights: Iterable[int]
) -> dict[tuple[int, int], float]:
    """Pairs (left, right) that share telling words, with the weight of what they share.

    For each left passage the best by overlap and the best by containment, of those that share most weight of terms
    rare enough. Pairs with the same label are candidates too, with the weight 0 where they share no term.
    """
    totals = [passage.terms.total for passage in right]
    postings: dict[str, list[int]] = {}
    labelled: dict[str, list[int]] = {}
    for j in rights:
        for term in right[j].terms.weights:
            postings.setdefault(term, []).append(j)
        key = right[j].key
        if key is not None:
            labelled.setdefault(key, []).append(j)
    found: dict[tuple[int, int], float] = {}
    for i in lefts:
        one = left[i].terms
        weights = _sharing(one, postings)
        overlap = [(weight / (one.total + totals[j]), -j) for j, weight in weights.items()]
        inside = [(weight / min(one.total, totals[j]), -j) for j, weight in weights.items()]
        for measure in (overlap, inside):
            for _, other in sorted(measure, reverse=True)[:KEPT]:
                # A bare title is no version of a text, unless it has the same label.
                if bool(left[i].normal) == bool(right[-other].normal):
                    found[i, -other] = weights[-other]
        label = left[i].key
        if label is not None:
            for j in labelled.get(label, ())[:KEPT]:
                found.setdefault((i, j), weights.get(j, 0.0))
    return found


def _sharing(one: Terms, postings: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """The passages that share most weight with this one, each with that weight."""
    shared: dict[int, float] = {}
    for term, weight in one.weights.items():
        having = postings.get(term, ())
        if len(having) <= MAX_POSTINGS:
            for j in having:
                shared[j] = shared.get(j, 0.0) + weight
    if len(shared) <= LOOKED_AT:
        return shared
    least = sorted(shared.values(), reverse=True)[LOOKED_AT - 1]
    return {j: weight for j, weight in shared.items() if weight >= least}
