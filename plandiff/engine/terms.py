"""Terms: the units of a text that tell it from others, in any script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from plandiff.engine.unspaced import unspaced

_TOKEN = re.compile(
    r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
)  # fmt: skip
_GROUPS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=[。！？；])|\n+|\s(?=\([a-z0-9]{1,3}\)\s)")
_Token = tuple[str, bool]
"""A stem and whether the word was written like a name: with a capital or in digits."""


class Terms(NamedTuple):
    """What a passage is recognised by.

    `weights`: each term with its weight, rarer terms weighing more. `total`: their sum. `names`: the terms
    written like names, which a rewording keeps and another subject does not share. `figures`: the numbers, which
    a revision may well change. `pairs`: neighbouring terms. `sentences`: the terms of each sentence or listed item.
    """

    weights: dict[str, float]
    total: float
    names: frozenset[str]
    figures: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    sentences: tuple[frozenset[str], ...]


def terms(left: Sequence[str], right: Sequence[str]) -> tuple[list[Terms], list[Terms]]:
    """The terms of every passage of both sides, weighed against all passages of both.

    The weight of a term is its inverse document frequency, log(passages / passages with it), plus a small share,
    so that even a term of every passage counts for something. A word never seen in lower case is a name.
    """
    known = _Tokens()
    read = [[_sentences(text, known) for text in side] for side in (left, right)]
    ordinary: set[str] = set()
    found: Counter[str] = Counter()
    for side in read:
        for sentences in side:
            ordinary.update(stem for tokens in sentences for stem, name in tokens if not name)
            found.update({stem for tokens in sentences for stem, _ in tokens})
    count = len(left) + len(right)
    weight = {stem: 0.1 + log((count + 1) / number) for stem, number in found.items()}
    sides = [[_terms(sentences, weight, ordinary) for sentences in side] for side in read]
    return sides[0], sides[1]


def _terms(sentences: list[list[_Token]], weight: dict[str, float], ordinary: set[str]) -> Terms:
    stems = [[stem for stem, _ in tokens] for tokens in sentences]
    weights = {stem: weight[stem] for sentence in stems for stem in sentence}
    unusual = frozenset(stem for stem in weights if stem not in ordinary)
    figures = frozenset(stem for stem in unusual if stem[0].isdigit())
    return Terms(
        weights=weights,
        total=sum(weights.values()),
        names=unusual - figures,
        figures=figures,
        pairs=frozenset(pair for sentence in stems for pair in pairwise(sentence)),
        sentences=tuple(frozenset(sentence) for sentence in stems),
    )


class _Tokens(dict[str, _Token]):
    """The token that each printed word stands for, worked out once: most words of a text come again."""

    def __missing__(self, word: str) -> _Token:
        first = word[0]
        token = (_GROUPS.sub("", word), True) if first.isdigit() else (stem(word), first.isupper())
        self[word] = token
        return token


def _sentences(text: str, known: _Tokens) -> list[list[_Token]]:
    found = (_tokens(sentence, known) for sentence in _SENTENCE.split(text))
    return [tokens for tokens in found if tokens]


def _tokens(text: str, known: _Tokens) -> list[_Token]:
    words = _TOKEN.findall(text)
    if text.isascii() or not any(map(unspaced, text)):
        return [known[word] for word in words]
    found: list[_Token] = []
    for word in words:
        if unspaced(word[0]):
            found += ((word[i : i + 2], False) for i in range(max(1, len(word) - 1)))
        else:
            found.append(known[word])
    return found


def stem(word: str) -> str:
    """A crude stem that serves inflected languages alike: case and ending are cut off."""
    word = word.lower()
    if len(word) > 4 and word[-1] == "s":
        word = word[:-1]
    return word[:6]
