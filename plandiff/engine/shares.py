"""Shares: how much of each old point is in which new one, and what found no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from plandiff.engine.terms import stem
from plandiff.engine.unspaced import unspaced

MIN_KEPT, STANDS = 0.35, 0.85
"""A sentence of which a smaller share of the words than the first stands in any new point is lost. One with the second
stands there, whatever else does: what was said of two parties may now be said of both at once."""

_SENTENCE = re.compile(r"(?<=[.;!?])\s+|(?<=[。！？；])|\n+")
_WORD = re.compile(r"\w+")


def shares(olds: Mapping[str, str], news: Mapping[str, str]) -> tuple[list[tuple[str, str | None, float]], list[str]]:
    """Where the words of old points went, and the sentences that were lost.

    `olds` and `news` map ids to texts. Each sentence goes to the new point that holds most of its words; the
    words it shares with that point are counted as kept there, a word at most as often as it stands there, unless
    the whole sentence does. The shares of an old point, as (old id, new id or None for what was dropped, share), add
    up to 1.
    """
    there = {name: Counter(_words(text)) for name, text in news.items()}
    held = dict(there)
    found: list[tuple[str, str | None, float]] = []
    lost: list[str] = []
    for old, text in olds.items():
        kept: Counter[str] = Counter()
        total = 0
        for sentence in _SENTENCE.split(text):
            words = Counter(_words(sentence))
            count = words.total()
            total += count
            home, most = _home(words, there)
            if most < STANDS * count:
                home, most = _home(words, held)
            if count and most < MIN_KEPT * count:
                lost.append(sentence.strip())
            elif home is not None:
                kept[home] += most
                held[home] = held[home] - words
        if total:
            found += [(old, new, kept[new] / total) for new in news if kept[new]]
            if kept.total() < total:
                found.append((old, None, 1 - kept.total() / total))
    return found, lost


def _home(words: Counter[str], held: Mapping[str, Counter[str]]) -> tuple[str | None, int]:
    """The new point that still has most of these words, and how many."""
    home, most = None, 0
    for name, there in held.items():
        common = sum(min(number, there[word]) for word, number in words.items())
        if common > most:
            home, most = name, common
    return home, most


def _words(text: str) -> list[str]:
    """The stems of the words; where words are not set apart, each sign is one."""
    words = _WORD.findall(text)
    if not text.isascii() and any(map(unspaced, text)):
        words = [unit for word in words for unit in (word if any(map(unspaced, word)) else (word,))]
    return [stem(word) for word in words]
