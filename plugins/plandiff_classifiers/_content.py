"""The words of a text that say something, without what other classifiers compare."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from plandiff_classifiers._denials import MODALS, NEGATIONS, restricts
from plandiff_classifiers._facts import facts
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._mentions import mentions
from plandiff_classifiers._words import Word, words

_JUDGED = (*MODALS, *NEGATIONS, "condition", "exception")
"""Lists of the lexicon whose words are judged by other classifiers: modes, negations, conditions."""
_QUALIFIERS = ("peacetime", "wartime", "yearly", "monthly", "daily", "after")


@lru_cache(maxsize=8)
def content(text: str, passed: tuple[tuple[int, int], ...], lexicon: Lexicon) -> tuple[str, ...]:
    """What a text says beside its facts, names, modes, negations and conditions, word by word.

    `passed` are offsets of passages that are left out. Small words are left out too. A word or phrase
    that agreements use for another stands for its group.
    """
    tokens = words(text)
    judged = _judged(text, tokens, lexicon)
    starts = [token.start for token in tokens]
    for start, end in passed:
        judged.update(range(bisect_left(starts, start), bisect_left(starts, end)))
    return tuple(_content(tokens, judged, lexicon))


def _content(tokens: Sequence[Word], judged: Set[int], lexicon: Lexicon) -> Iterator[str]:
    small = lexicon.words("wording", "small")
    at = 0
    while at < len(tokens):
        key = tokens[at].key
        same = None if at in judged else lexicon.synonyms.at(tokens, at)
        if same:
            yield f"={same.meaning}"
        elif restricts(tokens, at, lexicon):
            yield "=only"
        elif tokens[at].shape != "mark" and key not in small and at not in judged:
            yield key
        at = same.end if same else at + 1


def _judged(text: str, tokens: Sequence[Word], lexicon: Lexicon) -> set[int]:
    """The words that other classifiers compare."""
    found: set[int] = set()
    after = lexicon.phrases("facts", *_QUALIFIERS)
    for fact in facts(text, lexicon):
        if not fact.offered:
            found.update(range(fact.begin, fact.end))
            for at in range(fact.end, fact.reach):
                match = after.at(tokens, at)
                found.update(range(at, match.end) if match else ())
    titles = lexicon.phrases("wording", "titles")
    for mention in mentions(text, lexicon):
        title = titles.before(tokens, mention.first)
        found.update(range(title[0] if title else mention.first, mention.last))
    phrases = lexicon.phrases("obligations", *_JUDGED)
    for at in range(len(tokens)):
        match = phrases.at(tokens, at)
        found.update(range(at, match.end) if match else ())
    return found
