"""Which sentence of the other text a sentence is most like, where the edits of a change lost sight of it."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.model import Side
from plandiff_classifiers._segments import Segment
from plandiff_classifiers._versions import PAIRS, Versions
from plandiff_classifiers._words import Word

STEM = 5
"""First letters by which words are told apart, whatever their case."""
SHORT = 4
"""Letters from which on a word is not an article or preposition."""
SAME = 0.5
"""From this share of common words on, two sentences say the same of somebody or something."""
COMMON = 2
"""Fewest words that two sentences of several words must have in common."""


def likest(pair: Versions, segment: Segment, side: Side) -> Segment | None:
    """The sentence of the other text that says the same as one of this side, or None.

    It is the one that shares most words with it, in whatever form, by their share in the shorter sentence; of
    a title and a sentence that share all theirs with it, the sentence.
    """
    if len(pair.old_segments) * len(pair.new_segments) > PAIRS:
        return None
    is_left = side == "left"
    here, there = (pair.old_words, pair.new_words) if is_left else (pair.new_words, pair.old_words)
    said = _stems(here[segment.start : segment.end])
    shares = {other: _share(said, _stems(there[other.start : other.end])) for other in _others(pair, side)}
    best = max(shares, key=lambda other: shares[other])
    return best if shares[best][0] >= SAME else None


def _others(pair: Versions, side: Side) -> Sequence[Segment]:
    return pair.new_segments if side == "left" else pair.old_segments


def _share(one: set[str], other: set[str]) -> tuple[float, int]:
    """The share of common words in the shorter sentence, and their number."""
    common, shorter = len(one & other), min(len(one), len(other)) or 1
    return (common / shorter, common) if common >= min(COMMON, shorter) else (0, common)


def stem(word: Word) -> str:
    """The beginning of a word, the same in most of its forms."""
    return word.key[:STEM]


def _stems(tokens: Sequence[Word]) -> set[str]:
    return {stem(word) for word in tokens if len(word.key) >= SHORT}
