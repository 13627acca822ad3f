"""Evidence: what speaks for and against two passages being versions of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from plandiff.engine.passages import Passage
from plandiff.engine.place import Place
from plandiff.engine.terms import Terms


class Evidence(NamedTuple):
    """The measures of one pair, each in the order of its weight in `engine.weights`. Shares run from 0 to 1."""

    bias: float
    overlap: float
    """Twice the weight of the shared terms over the weight of both (Dice)."""
    containment: float
    """The weight of the shared terms over that of the lighter passage."""
    phrases: float
    """The same as overlap, over neighbouring terms."""
    names_shared: float
    """Names in common, over all of both; 0 where there are none."""
    names_replaced: float
    """Names of the one that miss in the other where the other has its own instead."""
    names_one_sided: float
    figures_shared: float
    figures_replaced: float
    nearness: float
    """1 where the pair stands where its neighbours say, falling with the distance."""
    distance: float
    same_label: float
    """The share of the known pairs that kept their label, where the labels agree; minus it where they differ.
    Titles that differ say nothing: they are reworded like other text."""
    length_gap: float
    """Difference of length, as the logarithm of the ratio."""
    shared_weight: float
    """The logarithm of what is shared in all: two words in common say little."""
    nameless: float
    flow_most: float
    """The share of a passage whose sentences fit best into the other one: of the passage with more of them."""
    flow_least: float
    """The same of the passage with less."""
    contained_names: float
    """Containment times names_shared: words and names agree."""
    contained_near: float
    """Containment times nearness: words and place agree."""
    replaced_near: float
    """Names_replaced times nearness: in the right place, of somebody else."""
    replaced_overlap: float
    """Names_replaced times overlap: the same words, of somebody else."""


def evidence(
    left: Sequence[Passage],
    right: Sequence[Passage],
    shared: Mapping[tuple[int, int], float],
    place: Place,
    label_trust: float,
) -> dict[tuple[int, int], Evidence]:
    """The evidence of every candidate pair.

    `shared` are the candidates with the weight of what they share; `label_trust` is the share of known pairs
    that kept their label.
    """
    flows = flow(left, right, shared)
    scale = log(2 + (len(left) + len(right)) / 2)
    found = {}
    for (i, j), weight in shared.items():
        one, other = left[i].terms, right[j].terms
        common, only_one, only_other = _names(one, other)
        names = common + only_one + only_other
        gap = place.gap(i, j)
        figures = len(one.figures & other.figures)
        replaced = min(len(one.figures), len(other.figures)) - figures
        overlap = 2 * weight / (one.total + other.total or 1)
        containment = weight / (min(one.total, other.total) or 1)
        names_shared = common / names if names else 0.0
        names_replaced = min(only_one, only_other) / names if names else 0.0
        near = exp(-gap / 2)
        found[i, j] = Evidence(
            bias=1.0,
            overlap=overlap,
            containment=containment,
            phrases=2 * len(one.pairs & other.pairs) / (len(one.pairs) + len(other.pairs) or 1),
            names_shared=names_shared,
            names_replaced=names_replaced,
            names_one_sided=max(only_one, only_other) / names if names else 0.0,
            figures_shared=figures / (figures + 1),
            figures_replaced=replaced / (replaced + 1),
            nearness=near,
            distance=log(1 + gap) / scale,
            same_label=_labels(left[i], right[j], label_trust),
            length_gap=abs(log((one.total + 5) / (other.total + 5))),
            shared_weight=log(1 + weight),
            nameless=float(not names),
            flow_most=max(flows[i, j]),
            flow_least=min(flows[i, j]),
            contained_names=containment * names_shared,
            contained_near=containment * near,
            replaced_near=names_replaced * near,
            replaced_overlap=names_replaced * overlap,
        )
    return found


def _labels(one: Passage, other: Passage, trust: float) -> float:
    if one.key is None or other.key is None:
        return 0.0
    if one.key == other.key:
        return trust
    return 0.0 if one.titled or other.titled else -trust


def _names(one: Terms, other: Terms) -> tuple[float, float, float]:
    """The weights of the names both have, only the first has, only the second has."""
    common = one.weight_of(one.names & other.names)
    return common, one.weight_of_names - common, other.weight_of_names - common


MIN_FIT = 0.35
"""A sentence with a smaller share of its words in a passage has no home there."""


def flow(
    left: Sequence[Passage], right: Sequence[Passage], pairs: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], tuple[float, float]]:
    """How much of each passage of a pair fits best into the other, by sentences.

    Each sentence goes to the passage of the other side that holds most of its words, among the candidates.
    """
    partners: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for i, j in pairs:
        partners[0].setdefault(i, []).append(j)
        partners[1].setdefault(j, []).append(i)
    from_left = {(i, j): share for i, js in partners[0].items() for j, share in _shares(left[i], right, js)}
    from_right = {(i, j): share for j, found in partners[1].items() for i, share in _shares(right[j], left, found)}
    return {pair: (from_left[pair], from_right[pair]) for pair in pairs}


def _shares(passage: Passage, others: Sequence[Passage], candidates: Sequence[int]) -> list[tuple[int, float]]:
    weight = passage.terms.weights.__getitem__
    held = [(other, others[other].terms.known) for other in sorted(candidates)]
    whole, going = 0.0, {other: 0.0 for other, _ in held}
    for sentence, full in passage.terms.sentences:
        whole += full
        best, home = MIN_FIT * full, -1
        for other, known in held:
            fit = sum(map(weight, sentence & known))
            if fit > best:
                best, home = fit, other
        if home >= 0:
            going[home] += best
    return [(other, share / (whole or 1.0)) for other, share in going.items()]
