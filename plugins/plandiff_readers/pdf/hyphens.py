"""Words that were broken at the end of a line, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SOFT = "\u00ad"
_HYPHENS = ("-", "\u2010", _SOFT)
_WORD = re.compile(r"[^\W_]{1,60}(?:[-\u2010\u00ad][^\W_]{1,60}){0,6}")
_LAST = re.compile(r"[^\W_]{1,60}$")
_FIRST = re.compile(r"[^\W_]{1,60}")


class Hyphens:
    """The words that stand inside the lines of a document: they say how its broken words are written."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        self._soft_is_soft = True
        broken = False
        for line in lines:
            found = [word.casefold() for word in _WORD.findall(line)]
            begin, broken = int(broken), line.endswith(_HYPHENS)
            inside = found[begin : len(found) - broken]
            self._soft_is_soft = self._soft_is_soft and not any(_SOFT in word for word in inside)
            self._known.update(_plain(word) for word in inside)

    def joined(self, before: str, after: str) -> str | None:
        """A line that ends with a hyphen and the next as one text; None where no word is broken between them.

        The hyphen stays behind a digit, before a digit or capital letter, where the document writes the word
        with a hyphen inside a line, and where it writes both halves as words but never the whole. Otherwise it
        was put there to break the word and goes. A soft hyphen goes in any case, unless the file prints soft
        hyphens inside lines too.
        """
        head = _LAST.search(before[:-1]) if before.endswith(_HYPHENS) else None
        tail = _FIRST.match(after)
        if head is None or tail is None:
            return None
        if before[-1] == _SOFT and self._soft_is_soft:
            return before[:-1] + after
        kept = _plain(before[-1]) + after
        if head[0][-1].isdigit() or tail[0][0].isdigit() or tail[0][0].isupper():
            return before[:-1] + kept
        left, right = head[0].casefold(), tail[0].casefold()
        compound = f"{left}-{right}" in self._known
        halves = {left, right} <= self._known and left + right not in self._known
        return before[:-1] + (kept if compound or halves else after)


def _plain(word: str) -> str:
    return word.replace("\u2010", "-").replace(_SOFT, "-")
