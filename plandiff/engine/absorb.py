"""Absorb: passages without a partner that went into a pair already made, or came out of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plandiff.engine.candidates import candidates
from plandiff.engine.join import join
from plandiff.engine.logistic import probability
from plandiff.engine.match import Matching, landmarks, measure, score
from plandiff.engine.passages import Passage


def absorb(
    left: Sequence[Passage],
    right: Sequence[Passage],
    pairs: Mapping[tuple[int, int], float],
    free: tuple[Sequence[int], Sequence[int]],
) -> Matching:
    """Links between the free passages and the pairs they are parts of; the pairs stay as they are, and equal ones
    take nothing in.

    `pairs` are index pairs with their probability, `free` the indices of the passages without a partner.
    """
    equal = {(i, j) for i, j in pairs if left[i].normal == right[j].normal}
    changed = {pair: chance for pair, chance in pairs.items() if pair not in equal}
    hosts = sorted({i for i, _ in changed}), sorted({j for _, j in changed})
    shared = candidates(left, right, free[0], hosts[1]) | candidates(left, right, hosts[0], free[1])
    # The pairs are the rivals of whatever else would go with their passages.
    shared |= {(i, j): left[i].terms.weight_of(left[i].terms.known & right[j].terms.known) for i, j in changed}
    measured = measure(left, right, shared, set(pairs), landmarks(left, right, pairs))
    scores = {pair: probability(odds) for pair, odds in score(measured).items()}
    added, _ = join(left, right, changed, set(), measured, scores)
    return Matching(added, added, set(), measured)
