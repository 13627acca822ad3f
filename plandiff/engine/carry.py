"""Carry: sentences that went over to a passage which has a partner of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plandiff.engine.passages import Passage

STANDS, MISSES = 0.85, 0.5
"""A sentence stands in a passage that has at least the first share of its weight, and misses in one that has less
than the second."""

SHARE = 0.4
"""What went over is at least this share of where it left and of where it arrived; less is told by the redlines."""

CARRIED = 0.6
"""The probability of such a link. Too few are known to measure it, so a person is asked to look."""


def carry(
    left: Sequence[Passage],
    right: Sequence[Passage],
    links: Iterable[tuple[int, int]],
    candidates: Iterable[tuple[int, int]],
) -> dict[tuple[int, int], float]:
    """Links between passages that are both linked already, where sentences of the one stand in the other and in none
    of its own partners."""
    partners: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for i, j in links:
        partners[0].setdefault(i, []).append(j)
        partners[1].setdefault(j, []).append(i)
    found = {}
    for i, j in candidates:
        own = partners[0].get(i, []), partners[1].get(j, [])
        if (
            all(own)
            and j not in own[0]
            and _gone(left[i], right[j], [right[each] for each in own[0]]) >= SHARE
            and _gone(right[j], left[i], [left[each] for each in own[1]]) >= SHARE
        ):
            found[i, j] = CARRIED
    return found


def _gone(passage: Passage, other: Passage, partners: Sequence[Passage]) -> float:
    """The share of a passage whose sentences stand in the other one and miss in its partners."""
    terms = passage.terms
    gone = sum(
        full
        for sentence, full in terms.sentences
        if terms.weight_of(sentence & other.terms.known) >= STANDS * full
        and all(terms.weight_of(sentence & partner.terms.known) < MISSES * full for partner in partners)
    )
    return gone / (terms.total or 1.0)
