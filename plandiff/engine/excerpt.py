"""Short quotes that stay true: whole clauses, and figures with the words that limit them.

A quote is the document's own words with white space run together; an ellipsis stands where it was cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LIMIT = 90
"""The length that an excerpt keeps to, in characters."""
_WHOLE, _SHORT = 100, 30
"""A sentence or clause a little above the limit is not worth cutting; clauses too short say too little."""

_SENTENCE_END = re.compile(r"[.!?…][\])”»\"’']*\s+|\n\s*\n")
_CLAUSE_END = re.compile(r"(?:[,;:]|\s[–—-])\s+")
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[^\W\d_]|St|No|Nos|Art|Arts|Mr|Mrs|Ms|Dr|para|paras|cf)\.$")
_WORD = re.compile(r"\S+")
_BEFORE, _AFTER = 2, 3
"""How many words are shown before and after a figure."""
_NEGATION = re.compile(
    r"(?:no|not|nor|never|without|cannot|\w+n['’]t|не|ні|нет|ни|без|ne|pas|sans|nicht|kein\w*|ohne|sin|nunca)\W*",
    re.IGNORECASE,
)
_DANGLING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    ]
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence, without the white space around it; together they hold every word."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        follows = text[match.end() : match.end() + 1]
        if follows.islower() or _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start() + 1]):
            continue
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def excerpt(text: str, start: int, end: int, anchor: int) -> str:
    """The sentence at (start, end) if short, else its clauses around `anchor`, else words around that."""
    if end - start <= _WHOLE:
        return _joined(text, start, end)
    bounds = [start, *(match.end() for match in _CLAUSE_END.finditer(text, start, end)), end]
    first = max(index for index, bound in enumerate(bounds[:-1]) if bound <= anchor)
    last = first + 1
    while last + 1 < len(bounds) and bounds[last + 1] - bounds[first] <= LIMIT:
        last += 1
    while first > 0 and bounds[last] - bounds[first - 1] <= LIMIT:
        first -= 1
    left, right = bounds[first], bounds[last]
    if not _SHORT <= right - left <= _WHOLE:
        right = bounds[-1] if right - left < _SHORT else right
        # The beginning says who acts, so it is kept as long as the anchor stays in sight.
        left = left if anchor - left <= LIMIT * 5 // 6 else anchor - LIMIT // 3
        left, right = _whole_words(text, left, min(right, left + LIMIT))
    before = "…" if left > start else ""
    after = " …" if right < end else ""
    return f"{before}{_joined(text, left, right)}{after}"


def figure(text: str, quote: str, qualifier: str | None) -> str:
    """The printed phrase `quote` of a figure with a few words around it, within its clause.

    The words reach back to a negation and out to the qualifier, so that "not be more than 600,000" is never
    cut to "more than 600,000". A phrase that does not stand in the text is given as it is.
    """
    start = text.find(quote)
    if start < 0:
        return " ".join(quote.split())
    end = start + len(quote)
    low, high = _clause(text, start, end)
    before = list(_WORD.finditer(text, low, start))
    after = list(_WORD.finditer(text, end, high))
    first = max(0, len(before) - _BEFORE)
    last = min(len(after), _AFTER)
    while 0 < last < len(after) and after[last - 1][0].casefold() in _DANGLING:
        last -= 1
    first = min([first, *(index for index, word in enumerate(before) if _NEGATION.fullmatch(word[0]))])
    if qualifier and (at := text.find(qualifier, low, high)) >= 0:
        first = min([first, *(index for index, word in enumerate(before) if word.end() > at)])
        last = max([last, *(index + 1 for index, word in enumerate(after) if word.start() < at + len(qualifier))])
    left = before[first].start() if first < len(before) else start
    right = after[last - 1].end() if last else end
    return _joined(text, left, right)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the clause around (start, end), never further away than an excerpt is long."""
    low, _ = _whole_words(text, max(0, start - LIMIT), start)
    _, high = _whole_words(text, end, min(len(text), end + LIMIT))
    ends = (_SENTENCE_END, _CLAUSE_END)
    begun = max((match.end() for bound in ends for match in bound.finditer(text, low, start)), default=low)
    ended = min((match.start() for bound in ends for match in bound.finditer(text, end, high)), default=high)
    return begun, ended


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds drawn in to whole words; a word that fills them is cut, having no better place."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(words) > 1 and start and not text[start - 1].isspace():
        start = words[1][0]
    if len(words) > 1 and end < len(text) and not text[end - 1].isspace() and not text[end].isspace():
        end = words[-2][1]
    return start, max(start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[start:end].strip()
    if inner:
        start = text.index(inner, start)
        yield start, start + len(inner)


def _joined(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).rstrip(".,;:")
