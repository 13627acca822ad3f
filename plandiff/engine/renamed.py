"""Renamed: what is left over on both sides and says the same of something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from plandiff.engine.passages import Passage
from plandiff.engine.tokens import tokens

KEPT, WORDS = 0.6, 4
"""The least share of the words, and their least number, that two texts have in common at their ends. In 600 generated
revisions the same few pairs pass from 0.55 to 0.7; below, formulas that all points begin or end with do."""

RENAMED = 0.6
"""The probability of such a link: whether "trained by France" became "trained by Italy" or gave way to it, only a
person can say."""
_Frame = frozenset[str]


def renamed(
    left: Sequence[Passage],
    right: Sequence[Passage],
    links: Iterable[tuple[int, int]],
    candidates: Iterable[tuple[int, int]],
) -> dict[tuple[int, int], float]:
    """Links between passages without a partner that are the same but for one stretch of words: another name, another
    figure.

    Evidence counts a name that was replaced against a pair, since agreements say the same thing of many. Where no
    other passage has all the words that the two share, there are no many.
    """
    linked = list(links)
    done = {i for i, _ in linked}, {j for _, j in linked}
    alone = [(i, j) for i, j in sorted(candidates) if i not in done[0] and j not in done[1]]
    frames = {
        (i, j): left[i].terms.known & right[j].terms.known for i, j in alone if _alike(left[i].normal, right[j].normal)
    }
    rarest = {
        frame: max(frame, key=lambda term: (left[i].terms.weights[term], term)) for (i, _), frame in frames.items()
    }
    holders = _holders((*left, *right), rarest)
    return {pair: RENAMED for pair, frame in frames.items() if holders[frame] == 2}


def _holders(passages: Iterable[Passage], rarest: Mapping[_Frame, str]) -> Counter[_Frame]:
    """How many of the passages have all the terms of each set, given the rarest of each, which few have."""
    frames: dict[str, list[_Frame]] = {}
    for frame, term in rarest.items():
        frames.setdefault(term, []).append(frame)
    return Counter(
        frame
        for passage in passages
        for term in frames.keys() & passage.terms.weights.keys()
        for frame in frames[term]
        if frame <= passage.terms.weights.keys()
    )


def _alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for one place."""
    words, others = _words(one), _words(other)
    shorter, both = min(len(words), len(others)), len(words) + len(others)
    start = _common(words, others)
    end = min(_common(words[::-1], others[::-1]), shorter - start)
    return start + end >= WORDS and 2 * (start + end) >= KEPT * both


def _words(text: str) -> list[str]:
    return [token for token in tokens(text) if not token.isspace()]


def _common(words: Iterable[str], others: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False)))
