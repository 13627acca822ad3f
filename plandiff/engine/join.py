"""Join: points that belong to a pair already made, as a part merged into it or split off from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from msgspec import Struct

from plandiff.engine.evidence import Evidence
from plandiff.engine.logistic import logit, probability
from plandiff.engine.passages import Passage
from plandiff.engine.terms import Terms
from plandiff.engine.weights import JOIN

MIN_COVERED = 0.2
"""Passages that share less than this of the lighter one never join; measuring them would cost most of the time."""

LONE = 0.94
"""A point without any partner joins the one that it would make a pair with this likely, were that one free. The
value sits on a plateau: from 0.94 to 0.98 no link of the generated revisions changes."""


CUT_OFF = 0.6
"""The probability that a point without any partner, with which another begins, was its heading. Too few are known to
measure it, so a person is asked to look."""


class JoinEvidence(NamedTuple):
    """What speaks for a passage (the joiner) belonging to a whole of the other side beside its first part, or parts.

    What these leave unexplained of the whole is the residue.
    """

    bias: float
    covered: float
    """The share of the joiner that stands in the whole."""
    covered_by_residue: float
    fills: float
    """The share of the whole that is residue and stands in the joiner."""
    fills_residue: float
    names_covered: float
    names_in_residue: float
    nameless: float
    first_fills: float
    """The share of the whole that stands in the first part."""
    first_covered: float
    phrases_in_residue: float
    phrases: float
    own: float
    """The probability of the joiner's own pair, 0 without one."""
    alone: float
    host: float
    """The probability of the pair of the whole and its first part."""
    nearness: float
    size: float
    """The joiner's share of the weight of joiner and whole."""
    filled_weight: float
    pair: float
    """The probability of joiner and whole as a pair by themselves."""
    flow_most: float
    """The share of joiner or whole whose sentences fit best into the other: of the one with more of them."""
    flow_least: float
    fits: float
    """Fills_residue times covered_by_residue: the joiner is just what is missing."""
    lone_pair: float
    """Pair times alone: it would pair with the whole and has nothing else."""
    nameless_covered: float


def join(
    left: Sequence[Passage],
    right: Sequence[Passage],
    pairs: Mapping[tuple[int, int], float],
    known: set[tuple[int, int]],
    evidence: Mapping[tuple[int, int], Evidence],
    scores: Mapping[tuple[int, int], float],
) -> tuple[dict[tuple[int, int], float], set[tuple[int, int]]]:
    """Links that make splits and merges: (links to add with their probability, pairs to break for them).

    `pairs` are the one-to-one pairs with their probability, `known` those of equal texts, which nothing joins.
    The likeliest joiner goes first; a joiner leaves its own pair only for something likelier.
    """
    of_left = dict(pairs.keys())
    of_right = {j: i for i, j in pairs}
    likely = []
    for (i, j), merging, measured in join_evidence(left, right, pairs, known, evidence, scores):
        chance = _chance(measured)
        if measured.alone:
            heading = (left[i], right[j], left[of_right[j]]) if merging else (right[j], left[i], right[of_left[i]])
            chance = max(chance, CUT_OFF * _cut_off(*heading))
        if chance > 0.5:
            likely.append((chance, (i, j), merging))
    added: dict[tuple[int, int], float] = {}
    broken: set[tuple[int, int]] = set()
    settled: set[tuple[bool, int]] = set()
    for chance, (i, j), merging in sorted(likely, key=lambda found: (-found[0], found[1])):
        joiner, host = ((True, i), (False, j)) if merging else ((False, j), (True, i))
        if joiner in settled:
            continue
        own = (
            (i, of_left[i]) if merging and i in of_left else (of_right[j], j) if not merging and j in of_right else None
        )
        if own is not None:
            partner = (False, own[1]) if merging else (True, own[0])
            if own in known or pairs[own] > chance or partner in settled:
                continue
            broken.add(own)
            del of_left[own[0]], of_right[own[1]]
        if (j not in of_right) if merging else (i not in of_left):
            continue
        settled |= {joiner, host}
        added[i, j] = chance
    return added, broken


def _chance(measured: JoinEvidence) -> float:
    chance = probability(logit(JOIN, measured))
    return max(chance, measured.pair / 2 + 0.1) if measured.alone and measured.pair >= LONE else chance


def _cut_off(joiner: Passage, whole: Passage, part: Passage) -> bool:
    """Whether the whole begins with the joiner, of more than one word, and its part does not."""
    begins = joiner.normal
    return " " in begins and whole.normal.startswith(begins) and not part.normal.startswith(begins)


def join_evidence(
    left: Sequence[Passage],
    right: Sequence[Passage],
    pairs: Mapping[tuple[int, int], float],
    known: set[tuple[int, int]],
    evidence: Mapping[tuple[int, int], Evidence],
    scores: Mapping[tuple[int, int], float],
) -> list[tuple[tuple[int, int], bool, JoinEvidence]]:
    """The candidates (left, right) that could join, whether as a merge, and the evidence for it."""
    of_left: dict[int, list[int]] = {}
    of_right: dict[int, list[int]] = {}
    for i, j in pairs:
        of_left.setdefault(i, []).append(j)
        of_right.setdefault(j, []).append(i)
    known_left, known_right = {i for i, _ in known}, {j for _, j in known}
    hosts: dict[tuple[bool, int], _Host] = {}
    found = []
    for (i, j), measured in evidence.items():
        # A bare title has no text that could have come from another.
        if (i, j) in pairs or measured.containment < MIN_COVERED or not (left[i].normal and right[j].normal):
            continue
        if j in of_right and j not in known_right:
            own = max(scores.get((i, other), 0.0) for other in of_left[i]) if i in of_left else None
            if (True, j) not in hosts:
                parts, chance = of_right[j], min(pairs[part, j] for part in of_right[j])
                hosts[True, j] = _host(right[j].terms, [left[part].terms for part in parts], chance)
            found.append(((i, j), True, _measure(left[i].terms, hosts[True, j], own, measured, scores[i, j])))
        if i in of_left and i not in known_left:
            own = max(scores.get((other, j), 0.0) for other in of_right[j]) if j in of_right else None
            if (False, i) not in hosts:
                parts, chance = of_left[i], min(pairs[i, part] for part in of_left[i])
                hosts[False, i] = _host(left[i].terms, [right[part].terms for part in parts], chance)
            found.append(((i, j), False, _measure(right[j].terms, hosts[False, i], own, measured, scores[i, j])))
    return found


class _Host(Struct, frozen=True):
    """A whole that others may join beside the parts it has, and what these leave of it: terms and phrases."""

    whole: Terms
    residue: frozenset[str]
    residue_total: float
    phrases: frozenset[tuple[str, str]]
    first_covered: float
    chance: float


def _host(whole: Terms, parts: Sequence[Terms], chance: float) -> _Host:
    residue = whole.known.difference(*(part.known for part in parts))
    total = whole.weight_of(residue)
    covered = (whole.total - total) / (sum(part.total for part in parts) or 1)
    return _Host(whole, residue, total, whole.pairs.difference(*(part.pairs for part in parts)), covered, chance)


def _measure(one: Terms, host: _Host, own: float | None, measured: Evidence, pair: float) -> JoinEvidence:
    full = host.whole
    filled = one.weight_of(one.known & host.residue)
    names = one.weight_of_names
    covered_by_residue = filled / (one.total or 1)
    fills_residue = filled / (host.residue_total or 1)
    alone, nameless = float(own is None), float(not names)
    return JoinEvidence(
        bias=1.0,
        covered=one.weight_of(one.known & full.known) / (one.total or 1),
        covered_by_residue=covered_by_residue,
        fills=filled / (full.total or 1),
        fills_residue=fills_residue,
        names_covered=one.weight_of(one.names & full.known) / names if names else 0.5,
        names_in_residue=one.weight_of(one.names & host.residue) / names if names else 0.0,
        nameless=nameless,
        first_fills=1 - host.residue_total / (full.total or 1),
        first_covered=host.first_covered,
        phrases_in_residue=len(one.pairs & host.phrases) / (len(one.pairs) or 1),
        phrases=len(one.pairs & full.pairs) / (len(one.pairs) or 1),
        own=own or 0.0,
        alone=alone,
        host=host.chance,
        nearness=measured.nearness,
        size=one.total / (one.total + full.total or 1),
        filled_weight=log(1 + filled),
        pair=pair,
        flow_most=measured.flow_most,
        flow_least=measured.flow_least,
        fits=fills_residue * covered_by_residue,
        lone_pair=pair * alone,
        nameless_covered=nameless * covered_by_residue,
    )
