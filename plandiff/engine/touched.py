"""Which issues a text speaks of: the cues of the issue packs, looked up word by word.

A table by first word, rather than one regular expression of hundreds of phrases, keeps the work linear in
the text and needs no compiling. Words are compared in one Unicode form without regard to case; invisible
characters inside a word count as absent, so that they cannot hide a cue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from plandiff.engine.composed import composed
from plandiff.model import IssueSpec

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TOKEN = re.compile(rf"[\w\u0300-\u036f{_INVISIBLE}]+|[^\w\s]")
_SAME = str.maketrans({**dict.fromkeys(_INVISIBLE), **dict.fromkeys("‐‑–−", "-"), **dict.fromkeys("’ʼ", "'")})


class Cue(Struct, frozen=True):
    """A cue of an issue as words: each with whether any ending of it will do. `bars` marks an `unless`."""

    issue: str
    words: tuple[tuple[str, bool], ...]
    bars: bool


def touched(text: str, specs: Sequence[IssueSpec]) -> tuple[str, ...]:
    """The ids of the issues that the text speaks of, in the order of `specs`.

    An issue is touched when one of its cues stands in the text and none of its `unless`. Linear in the text.
    """
    found = set(cue_starts(text, specs))
    return tuple(spec.id for spec in specs if spec.id in found)


def cue_starts(text: str, specs: Sequence[IssueSpec]) -> dict[str, list[int]]:
    """Where the cues of each touched issue begin: issue id to positions, in text order; not to be changed.

    A cue that begins inside another one of its issue counts with it: "guarantees" in "security guarantees".
    """
    table = _table(specs)
    if text not in table.found:
        if len(table.found) >= _REMEMBERED:
            table.found.clear()
        table.found[text] = _looked_up(text, table.starting_with)
    return table.found[text]


def _looked_up(text: str, starting_with: Callable[[str], Sequence[Cue]]) -> dict[str, list[int]]:
    known: dict[str, Sequence[Cue]] = {}  # Most words of a text come again.
    found: dict[str, list[int]] = {}
    barred: set[str] = set()
    reach: dict[str, int] = {}
    for at, match in enumerate(_TOKEN.finditer(text)):
        token = match[0]
        if token not in known:
            known[token] = starting_with(_plain(token))
        for cue in known[token]:
            if not _stands(cue, text, match.start()):
                continue
            if cue.bars:
                barred.add(cue.issue)
                continue
            if at >= reach.get(cue.issue, 0):
                found.setdefault(cue.issue, []).append(match.start())
            reach[cue.issue] = max(at + len(cue.words), reach.get(cue.issue, 0))
    return {issue: starts for issue, starts in found.items() if issue not in barred}


class _Table:
    """The cues by their first word: whole words as they are, beginnings by as many letters as the shortest has."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.found: dict[str, dict[str, list[int]]] = {}
        """The answers for texts looked up before: in the history of a plan most come again."""
        self._whole: dict[str, list[Cue]] = {}
        self._begun: dict[str, list[Cue]] = {}
        cues = list(cues)
        self._letters = min((len(cue.words[0][0]) for cue in cues if cue.words[0][1]), default=1)
        for cue in cues:
            word, open_ended = cue.words[0]
            if open_ended:
                self._begun.setdefault(word[: self._letters], []).append(cue)
            else:
                self._whole.setdefault(word, []).append(cue)

    def starting_with(self, word: str) -> Sequence[Cue]:
        """The cues that can begin with a word of a text, and a few more."""
        whole, begun = self._whole.get(word), self._begun.get(word[: self._letters])
        if begun is None:
            return whole or ()
        return begun if whole is None else whole + begun


# Frozen specs are known by their ids: hashing all cues would cost more than looking a text through.
# Each entry holds its specs, so that an id cannot pass to another object.
_tables: dict[tuple[int, ...], tuple[tuple[IssueSpec, ...], _Table]] = {}
_KEPT = 8
_REMEMBERED = 2048


def _table(specs: Sequence[IssueSpec]) -> _Table:
    key = tuple(map(id, specs))
    if key not in _tables:
        if len(_tables) >= _KEPT:
            _tables.clear()
        _tables[key] = tuple(specs), _Table(_cues(specs))
    return _tables[key][1]


def _cues(specs: Sequence[IssueSpec]) -> Iterator[Cue]:
    for spec in specs:
        for bars, phrases in ((False, spec.cues), (True, spec.unless)):
            for phrase in phrases:
                if words := _words(phrase):
                    yield Cue(spec.id, words, bars)


def _words(phrase: str) -> tuple[tuple[str, bool], ...]:
    """A cue as words: "frozen asset*" is ("frozen", whole), ("asset", any ending)."""
    words: list[tuple[str, bool]] = []
    for token in _TOKEN.findall(phrase):
        if token == "*" and words:
            words[-1] = (words[-1][0], True)
        else:
            words.append((_plain(token), False))
    return tuple(words)


def _stands(cue: Cue, text: str, start: int) -> bool:
    """Whether the words of a cue stand one after the other from a place on."""
    tokens = _TOKEN.finditer(text, start)
    for word, open_ended in cue.words:
        match = next(tokens, None)
        token = _plain(match[0]) if match else ""
        if not (token.startswith(word) if open_ended else token == word):
            return False
    return True


def _plain(token: str) -> str:
    if token.isascii():
        return token.lower()
    return composed(token.translate(_SAME), "NFKC").casefold()
