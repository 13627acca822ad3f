"""The words of a text that oblige, permit, forbid, deny or make something depend on something else."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from plandiff_classifiers._facts import facts
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._segments import segments
from plandiff_classifiers._words import words

Force = Literal["duty", "expectation", "permission"]
Kind = Literal["modal", "negation", "lack", "condition", "limit"]

AHEAD = 3
"""Words after "shall" in which a "not", "permitted" or "endeavour" belongs to it."""
BEHIND = 8
"""Words before "shall" in which a "no" belongs to it: "No troops of third states shall"."""


class Cue(Struct, frozen=True, eq=False):
    """One cue with its place; two cues are the same only if they are the same object.

    `first` and `last` bound its words (indices, the second one exclusive), `clause` numbers the clause it
    stands in, `text` is what it says. A modal ("shall") has a force and is `denied` under a negation. A
    `lack` is a negation that keeps to what follows it and never turns a modal ("without").
    """

    first: int
    last: int
    clause: int
    text: str
    kind: Kind
    force: Force | None = None
    denied: bool = False


class Cues(Struct, frozen=True):
    """All cues of a text, by kind, and the clause each word belongs to."""

    modals: tuple[Cue, ...]
    negations: tuple[Cue, ...]
    conditions: tuple[Cue, ...]
    clauses: tuple[int, ...]


@lru_cache(maxsize=4)
def cues(text: str, lexicon: Lexicon) -> Cues:
    """Find the cues of a text.

    A negation near a modal belongs to it: "shall not", "No troops shall", "shall in no case" are
    prohibitions, not an obligation and a negation. A later word can turn a modal: "shall be permitted to"
    permits, "shall endeavour to" only aims. "may" with a capital is a month.
    """
    return _Reader(text, lexicon).read()


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = words(text)
        self.clauses = self._clauses()

    def read(self) -> Cues:
        found = self._found()
        taken: set[int] = set()
        modals = []
        for at, (name, _, _) in enumerate(found):
            if name in ("duty", "expectation", "permission", "prohibition") and at not in taken:
                modals.append(self._modal(found, at, taken))
        negations = tuple(
            self._cue(first, last, name, denied=True)
            for at, (name, first, last) in enumerate(found)
            if name in ("negation", "lack") and at not in taken
        )
        return Cues(tuple(modals), negations, self._conditions(), self.clauses)

    def _found(self) -> list[tuple[str, int, int]]:
        names = ("neutral", "duty", "expectation", "permission", "prohibition", "negation", "lack")
        phrases = self.lexicon.phrases("obligations", *names)
        found = []
        index = 0
        while index < len(self.tokens):
            match = None if self._is_month(index) else phrases.at(self.tokens, index)
            if match and match.meaning != "neutral":
                found.append((match.meaning, index, match.end))
            index = match.end if match else index + 1
        return found

    def _modal(self, found: list[tuple[str, int, int]], at: int, taken: set[int]) -> Cue:
        """Read a modal together with the words that turn it."""
        name, first, last = found[at]
        force: Force = "duty" if name == "prohibition" else cast(Force, name)
        forbids, denied = name == "prohibition", False
        subject = ""
        for before in range(at - 1, -1, -1):
            kind, start, end = found[before]
            if kind != "negation" or before in taken or not self._reaches(start, end, first):
                break
            taken.add(before)
            denied = True
            if end == first:
                first = start
            else:
                subject = self._said(start, end) + " … "
        for after in range(at + 1, len(found)):
            kind, start, end = found[after]
            reach = AHEAD if kind == "negation" else AHEAD - 1
            if kind == "lack" or start - last >= reach or self.clauses[start] != self.clauses[last - 1]:
                break
            taken.add(after)
            last = end
            denied = denied or kind == "negation"
            forbids = forbids or kind == "prohibition"
            if kind in ("expectation", "permission"):
                force = cast(Force, kind)
        # What is not prohibited is permitted.
        force, denied = ("permission" if denied else "duty", not denied) if forbids else (force, denied)
        cue = self._cue(first, last, "modal", force=force, denied=denied)
        return replace(cue, text=subject + cue.text)

    def _reaches(self, start: int, end: int, modal: int) -> bool:
        """Whether a negation in front denies a modal: right before it, or as the subject's "no"."""
        if end == modal:
            return True
        denying = self.lexicon.words("obligations", "denying_subject")
        breaking = self.lexicon.words("obligations", "subordinate")
        between = self.tokens[start:modal]
        plain = all(token.shape != "mark" and token.key not in breaking for token in between)
        return plain and modal - end <= BEHIND and self.tokens[start].key in denying

    def _conditions(self) -> tuple[Cue, ...]:
        """Conditions and limits, without those that belong to a figure or a deadline already."""
        spoken = {index for fact in facts(self.text, self.lexicon) for index in range(fact.begin, fact.reach)}
        phrases = self.lexicon.phrases("obligations", "unconditional", "condition", "limit")
        found = []
        index = 0
        while index < len(self.tokens):
            match = phrases.at(self.tokens, index)
            if match and match.meaning != "unconditional" and index not in spoken:
                found.append(self._cue(index, match.end, match.meaning))
            index = match.end if match else index + 1
        return tuple(found)

    def _cue(self, first: int, last: int, kind: str, *, force: Force | None = None, denied: bool = False) -> Cue:
        said = self._said(first, last)
        return Cue(first, last, self.clauses[first], said, cast(Kind, kind), force, denied)

    def _said(self, first: int, last: int) -> str:
        return " ".join(token.key for token in self.tokens[first:last])

    def _is_month(self, index: int) -> bool:
        token = self.tokens[index]
        if token.key not in self.lexicon.months or not self.text[token.start].isupper():
            return False
        dated = index + 1 < len(self.tokens) and self.tokens[index + 1].shape == "number"
        return dated or (index > 0 and self.tokens[index - 1].shape != "mark")

    def _clauses(self) -> tuple[int, ...]:
        """For each word the number of its clause."""
        starts = [segment.start for segment in segments(self.text, self.tokens)]
        breaks = self.lexicon.words("obligations", "clause")
        ends = [index for index, token in enumerate(self.tokens) if token.key in breaks]
        edges = sorted({*starts, *ends})
        return tuple(bisect_right(edges, index) for index in range(len(self.tokens)))
