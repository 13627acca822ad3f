"""Tokens: the units of a redline, which no edit cuts through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from plandiff.engine.months import is_month
from plandiff.engine.unspaced import unspaced

_TOKEN = re.compile(
    r"[$€£¥₴₽]?(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,:/'’٫٬\u00a0\u202f-]\d+)*"  # figures stay whole,
    r"(?:-?[^\W\d_][^\W_]*(?:['’ʼ-][^\W_]+)*)?(?:\s?[%٪])?"  # with what is written on to them
    r"|[^\W_]+(?:['’ʼ-][^\W_]+)*|\s+|.",
    re.DOTALL,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th|º)?"
_DATE = re.compile(
    rf"(?<!\w){_DAY}\.?\s(?:de\s)?(?P<after>[^\W\d_]{{3,10}})(?:\.?\s(?:de\s)?(?P<year>\d{{4}}))?(?!\w)"
    rf"|(?<!\w)(?P<before>[^\W\d_]{{3,10}})\.?\s{_DAY}(?:,?\s\d{{4}})?(?!\w)"
)
_JOINERS = "\u200c\u200d\u00ad"
"""Signs inside a word that are no letters: they join, part or hyphenate."""


def tokens(text: str) -> list[str]:
    """The words, figures, dates, signs and runs of blanks of a text; together they are the text.

    A figure keeps its separators, its unit and a per cent sign; a date with its month in letters is one
    token. Where words are not set apart by blanks, each sign is. A combining mark stays with its letter.
    """
    if text.isascii():
        return _spaced(text)
    found: list[str] = []
    for apart, signs in groupby(text, unspaced):
        run = "".join(signs)
        found += run if apart else _spaced(run)
    return list(_glued(found))


def _spaced(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for begin, end in _dates(text):
        found += _TOKEN.findall(text[start:begin])
        found.append(text[begin:end])
        start = end
    return found + _TOKEN.findall(text[start:])


def _dates(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while match := _DATE.search(text, at):
        word = match["after"] or match["before"]
        # In "Article 5 may" the word is none of the calendar.
        dated = not word.isascii() or word[0].isupper() or match["year"] is not None
        if dated and is_month(word):
            yield match.span()
            at = match.end()
        else:
            at = match.end("before") if match["before"] else match.start("after")


def _glued(found: Iterable[str]) -> Iterator[str]:
    """The tokens with marks and joiners put to the letter before them, and the rest of the word behind."""
    held: list[str] = []
    sticky = False
    for token in found:
        mark = token in _JOINERS or unicodedata.category(token[0])[0] == "M"
        if held and not (mark or (sticky and token[0].isalnum() and not unspaced(token[0]))):
            yield "".join(held)
            held.clear()
        held.append(token)
        sticky = mark
    if held:
        yield "".join(held)
