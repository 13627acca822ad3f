"""Match: which passages of the one side belong with which of the other, one to one or several together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct

from plandiff.engine.assign import assign
from plandiff.engine.candidates import candidates
from plandiff.engine.carry import carry
from plandiff.engine.chain import chain
from plandiff.engine.equals import equals
from plandiff.engine.evidence import Evidence, evidence
from plandiff.engine.heft import heft
from plandiff.engine.join import join
from plandiff.engine.logistic import logit, probability
from plandiff.engine.passages import Passage
from plandiff.engine.place import Place
from plandiff.engine.renamed import renamed
from plandiff.engine.weights import FINAL, FIRST

CONFIDENT = 2.2
"""Pairs with at least these log odds (probability 0.9) serve as landmarks for the others."""

_LEAD, _NO_RIVAL = 6.0, -8.0
"""Bounds of the lead over a rival, and the log odds of a rival that is not there."""

_Pair = tuple[int, int]


class Matching(Struct, frozen=True):
    """The outcome: `links` with their probabilities, `scores` of every pair that was considered, `equal` the
    pairs of equal texts and the evidence of the others; `reasons` where they do not rest on evidence."""

    links: dict[_Pair, float]
    scores: dict[_Pair, float]
    equal: set[_Pair]
    evidence: dict[_Pair, Evidence]
    reasons: dict[_Pair, str] = {}


def match(
    left: Sequence[Passage],
    right: Sequence[Passage],
    taken: Iterable[_Pair] = (),
    free: tuple[Iterable[int], Iterable[int]] | None = None,
) -> Matching:
    """Match passages by content, with place and label as weak evidence.

    `free` are the indices of the passages to be matched, all by default; pairs that are `taken` already serve as
    landmarks.

    1. Equal texts pair off. 2. Other pairs that share telling words, or stand between the same equal ones, are
    scored, with the equal ones as landmarks; where few are equal, a second time with the confident ones. 3. The best
    one-to-one assignment is taken, and then the best among those that it left over. 4. What is still left joins a
    pair whose other half it explains: splits and merges, at any distance. 5. Pairs between which whole sentences
    went over are regrouped. 6. Of what is left over, texts that are the same but for one place are paired.
    """
    lefts, rights = free or (range(len(left)), range(len(right)))
    equal = equals(left, right, lefts, rights)
    done = {i for i, _ in equal}, {j for _, j in equal}
    known = equal | set(taken)
    free = [i for i in lefts if i not in done[0]], [j for j in rights if j not in done[1]]
    marks = landmarks(left, right, known)
    shared = candidates(left, right, *free, marks)
    measured = measure(left, right, shared, known, marks)
    odds = score(measured)
    if 2 * len(known) < min(len(left), len(right)):
        known |= set(assign({pair: value for pair, value in odds.items() if value > CONFIDENT}))
        measured = measure(left, right, shared, known, landmarks(left, right, known))
        odds = score(measured)
    pairs = assign({pair: value for pair, value in odds.items() if value > 0})
    # With the best pairs gone, what is left has fewer rivals.
    gone = {i for i, _ in pairs}, {j for _, j in pairs}
    rest = {pair: found for pair, found in measured.items() if pair[0] not in gone[0] and pair[1] not in gone[1]}
    odds |= score(rest)
    pairs += assign({pair: odds[pair] for pair in rest if odds[pair] > 0})
    scores = {pair: probability(value) for pair, value in odds.items()}
    links = {**dict.fromkeys(equal, 1.0), **{pair: scores[pair] for pair in pairs}}
    added, broken = join(left, right, links, equal, measured, scores)
    for pair in broken:
        del links[pair]
    links |= added
    over = carry(left, right, links, measured)
    again = renamed(left, right, links, measured)
    reasons = {
        **dict.fromkeys(over, "whole sentences went over"),
        **dict.fromkeys(again, "the same words but for one place"),
    }
    return Matching({**links, **over, **again}, {**scores, **added, **over, **again}, equal, measured, reasons)


def landmarks(left: Sequence[Passage], right: Sequence[Passage], known: Iterable[_Pair]) -> set[_Pair]:
    """The known pairs that keep their order: the heaviest set of them."""
    sizes = {(i, j): left[i].terms.total + right[j].terms.total + 1 for i, j in known}
    return chain({(i, j): heft(size, left[i].normal, right[j].normal) for (i, j), size in sizes.items()})


def measure(
    left: Sequence[Passage],
    right: Sequence[Passage],
    shared: Mapping[_Pair, float],
    known: set[_Pair],
    marks: Iterable[_Pair],
) -> dict[_Pair, Evidence]:
    """The evidence of all candidates, with the known pairs telling what labels are worth and those of them that are
    landmarks where a passage should stand."""
    labels = [(left[i].key, right[j].key) for i, j in known]
    kept = [one == other for one, other in labels if one is not None and other is not None]
    trust = (sum(kept) + 0.5) / (len(kept) + 1)
    return evidence(left, right, shared, Place(marks, len(left), len(right)), trust)


def score(measured: Mapping[_Pair, Evidence]) -> dict[_Pair, float]:
    """The log odds of every candidate: first by its own evidence, then with its lead over its rivals."""
    first = {pair: logit(FIRST, found) for pair, found in measured.items()}
    return {pair: logit(FINAL, (*measured[pair], *lead)) for pair, lead in leads(first).items()}


def leads(odds: Mapping[_Pair, float]) -> dict[_Pair, tuple[float, float]]:
    """How far each pair is ahead of the best other pair of its left and of its right passage, within bounds: first
    the smaller lead, then the greater."""
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    second: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for pair, value in sorted(odds.items(), key=itemgetter(1), reverse=True):
        for side, passage in enumerate(pair):
            (second if passage in best[side] else best)[side].setdefault(passage, value)
    found = {}
    for pair, value in odds.items():
        ahead = []
        for side, passage in enumerate(pair):
            top = best[side][passage]
            rival = second[side].get(passage, _NO_RIVAL) if value == top else top
            ahead.append(max(-_LEAD, min(_LEAD, value - max(rival, _NO_RIVAL))))
        found[pair] = (min(ahead), max(ahead))
    return found
