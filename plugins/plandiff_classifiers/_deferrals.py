"""Where a text puts a matter off: "to be agreed", "will be settled separately", "wird gesondert geregelt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._phrases import Phrases
from plandiff_classifiers._words import Word, words

REACH = 3
"""Words that may stand between what is to be agreed and the word that puts it off."""


def deferrals(tokens: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The first word of each passage that puts a matter off, and the one after its last.

    "To be" before a word of agreeing puts off, unless it goes on with how the matter is settled: "disputes are to
    be settled by arbitration" is a rule. A word of agreeing with "later" or "separately" beside it puts off too;
    by itself ("as agreed") it does not.
    """
    deferring, leads = lexicon.phrases("open", "deferring"), lexicon.phrases("open", "pending")
    later, means = lexicon.phrases("open", "later"), lexicon.phrases("open", "means")
    done = 0
    for index in range(len(tokens)):
        verb = deferring.at(tokens, index) if index >= done else None
        if verb is None:
            continue
        lead = leads.before(tokens, index)
        before, after = _before(tokens, index, later), _after(tokens, verb.end, later)
        if before is not None or after is not None or (lead and not means.at(tokens, verb.end)):
            done = after or verb.end
            yield min(index, index if before is None else before, lead[0] if lead else index), done


def _before(tokens: Sequence[Word], index: int, later: Phrases[str]) -> int | None:
    """Where a "later" begins that ends shortly before a word."""
    for at in range(index, max(0, index - REACH) - 1, -1):
        found = later.before(tokens, at)
        if found:
            return found[0]
        if at and tokens[at - 1].shape == "mark":
            break
    return None


def _after(tokens: Sequence[Word], index: int, later: Phrases[str]) -> int | None:
    """Where a "later" ends that begins shortly after a word."""
    for at in range(index, min(len(tokens), index + REACH + 1)):
        found = later.at(tokens, at)
        if found:
            return found.end
        if tokens[at].shape == "mark":
            break
    return None


@lru_cache(maxsize=8)
def put_off(text: str, lexicon: Lexicon) -> frozenset[int]:
    """The words of a text that put something off, as indices: of deferrals and of phrases that say it is open."""
    tokens = words(text)
    phrases = lexicon.phrases("open", "deferred", "unsettled", "placeholder")
    found = [(index, match.end) for index in range(len(tokens)) if (match := phrases.at(tokens, index))]
    return frozenset(index for first, last in (*found, *deferrals(tokens, lexicon)) for index in range(first, last))
