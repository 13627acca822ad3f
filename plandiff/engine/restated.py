"""Whether two texts say the same with the same words, formed otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plandiff.engine.normalize import normalize

_WORD = re.compile(r"\w+")
_AGAIN = frozenset(("again", "anew", "afresh"))
_ANEW = "re"


def restated(old: str, new: str) -> bool:
    """Whether two texts differ only in "again": "started again" against "restarted", on either side.

    Everything else stands in both, in the same order, but for case and punctuation. Linear in the texts.
    """
    one, other = list(_words(old)), list(_words(new))
    if one == other:
        return True
    lost, gained = Counter(one) - Counter(other), Counter(other) - Counter(one)
    if not (_AGAIN & {*lost, *gained}):
        return False
    return _plain(one, lost, gained) == _plain(other, gained, lost)


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(normalize(text).casefold()))


def _plain(words: list[str], own: Counter[str], others: Counter[str]) -> list[str]:
    """The words, where "restart" is start, and again is not said, if the other text says it in the other way."""
    found: list[str] = []
    for word in words:
        base = word.removeprefix(_ANEW)
        if own[word] and base != word and others[base] and _AGAIN & others.keys():
            found.append(base)
        elif not (own[word] and word in _AGAIN and any(others[_ANEW + each] for each in own)):
            found.append(word)
    return found
