"""The single cues of obligations in a text, without those that only look like one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._segments import segments
from plandiff_classifiers._words import Word, words

NEGATIONS = ("negation", "leading", "concord", "undoing")
"""Lists of the lexicon whose words deny."""

MODALS = ("duty", "bound", "soft", "permission", "prohibition")
"""Lists of the lexicon whose words give a clause its mode."""

_LISTS = ("neutral", *MODALS, *NEGATIONS)
_ROOM = 8
"""Words within which "ne ... que" or "not ... fail to" belong together."""


class Hit(Struct, frozen=True):
    """A phrase of the lexicon found: its list, its first word, and the one after its last."""

    name: str
    first: int
    last: int


def hits(text: str, clauses: Sequence[int], lexicon: Lexicon) -> list[Hit]:
    """The cues of a text in order.

    Left out are the month of May; "not" before a noun ("the not yet declared sites"); "ne" that only restricts
    ("ne ... que") or says nothing ("à moins que ... ne"); the second of two negations that make one ("nobody
    ... never" in languages that say it twice) or cancel out ("shall not fail to").
    """
    tokens = words(text)
    found = [hit for hit in _all(text, tokens, lexicon) if not _idle(hit, tokens, lexicon)]
    kept: list[Hit] = []
    for segment in segments(text, tokens):
        inside = [hit for hit in found if segment.start <= hit.first < segment.end]
        kept += _cancelled(_once(inside, clauses))
    return kept


def _all(text: str, tokens: Sequence[Word], lexicon: Lexicon) -> list[Hit]:
    phrases = lexicon.phrases("obligations", *_LISTS)
    found = []
    index = 0
    while index < len(tokens):
        match = None if _is_month(text, tokens, index, lexicon) else phrases.at(tokens, index)
        if match and match.meaning != "neutral":
            found.append(Hit(match.meaning, index, match.end))
        index = match.end if match else index + 1
    return found


def _is_month(text: str, tokens: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.key not in lexicon.months or not text[token.start].isupper():
        return False
    dated = index + 1 < len(tokens) and tokens[index + 1].shape == "number"
    return dated or (index > 0 and tokens[index - 1].shape != "mark")


def _idle(hit: Hit, tokens: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a negation denies no clause."""
    if hit.name not in ("negation", "leading"):
        return False
    if hit.first and tokens[hit.first - 1].key in lexicon.words("obligations", "attributive"):
        return True
    if hit.name != "leading":
        return False
    if restricts(tokens, hit.last - 1, lexicon):
        return True
    expletive = lexicon.phrases("obligations", "expletive")
    return any(expletive.at(tokens, index) for index in range(max(0, hit.first - _ROOM), hit.first))


def restricts(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a word is the "ne" of "ne ... que", which says "only"."""
    only = lexicon.words("obligations", "only")
    if not only or tokens[index].key not in lexicon.words("obligations", "leading"):
        return False
    later = tokens[index + 1 : index + 1 + _ROOM]
    restricting = next((at for at, token in enumerate(later) if token.key in only), None)
    concord = lexicon.words("obligations", "concord")
    return restricting is not None and not any(token.key in concord for token in later[:restricting])


def _once(inside: Sequence[Hit], clauses: Sequence[int]) -> list[Hit]:
    """The cues of a sentence with each negation told once: the verb's own, or else the first in its clause."""
    core = any(hit.name in ("negation", "leading") for hit in inside)
    kept: list[Hit] = []
    denied: set[int] = set()
    for hit in inside:
        if hit.name == "concord":
            if core or clauses[hit.first] in denied:
                continue
            denied.add(clauses[hit.first])
        kept.append(hit)
    return kept


def _cancelled(inside: Sequence[Hit]) -> list[Hit]:
    """The cues of a sentence without a negation and the "fail to" after it."""
    kept: list[Hit] = []
    for hit in inside:
        if hit.name == "undoing":
            denial = next((one for one in reversed(kept) if one.name in NEGATIONS), None)
            if denial and hit.first - denial.last <= _ROOM:
                kept.remove(denial)
                continue
        kept.append(hit)
    return kept
