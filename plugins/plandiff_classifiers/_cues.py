"""The words of a text that oblige, permit, forbid or deny."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from plandiff_classifiers._denials import NEGATIONS, Hit, hits
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._segments import segments
from plandiff_classifiers._words import Word, words

Mode = Literal["duty", "soft duty", "permission", "prohibition", "soft prohibition"]

AHEAD = 2
"""Words after "shall" in which a "permitted to" or "endeavour to" belongs to it."""
NEAR = 3
"""Words before a modal in which a "not" belongs to it: "is not in any way obliged"."""
BEHIND = 8
"""Words before "shall" in which a "no" belongs to it: "No troops of third states shall"."""
ASIDE = 12
"""Longest remark between commas, in words, that parts "shall" from its "not"."""


class Cue(Struct, frozen=True, eq=False):
    """One cue with its place; two cues are the same only if they are the same object.

    `first` and `last` bound its words (indices, the second one exclusive), `clause` numbers the clause it
    stands in, `text` is what it says. `mode` is what it makes of its clause, `negates` whether a negating word
    is part of it. Not `modal` is the negation of a plain statement, which in a treaty forbids.
    """

    first: int
    last: int
    clause: int
    text: str
    mode: Mode
    negates: bool
    modal: bool = True


class Cues(Struct, frozen=True):
    """All cues of a text in order, and the clause each word belongs to."""

    modals: tuple[Cue, ...]
    negations: tuple[Cue, ...]
    clauses: tuple[int, ...]


@lru_cache(maxsize=4)
def cues(text: str, lexicon: Lexicon) -> Cues:
    """Find the cues of a text.

    A negation near a modal belongs to it: "shall not", "No troops shall", "darf ... nicht" are prohibitions. A
    later word can turn a modal: "shall be permitted to" permits, "shall endeavour to" only aims. Who is not
    obliged is free, and what is not prohibited is permitted.
    """
    return _Reader(text, lexicon).read()


class _Reader:
    """One reading of one text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = words(text)
        self.clauses = clauses(text, lexicon)
        self.hits = hits(text, self.clauses, lexicon)

    def read(self) -> Cues:
        taken: set[int] = set()
        modals = [
            self._modal(at, taken) for at, hit in enumerate(self.hits) if hit.name not in NEGATIONS and at not in taken
        ]
        negations = tuple(
            Cue(hit.first, hit.last, self.clauses[hit.first], self._said(hit), "prohibition", True, modal=False)
            for at, hit in enumerate(self.hits)
            if hit.name in NEGATIONS and at not in taken
        )
        return Cues(tuple(modals), negations, self.clauses)

    def _modal(self, at: int, taken: set[int]) -> Cue:
        """Read a modal together with the words that turn it."""
        whole = self.hits[at]
        group, subject = [whole], ""
        for before in range(at - 1, -1, -1):
            hit = self.hits[before]
            if hit.name not in NEGATIONS or before in taken or not self._reaches(hit, whole.first):
                break
            taken.add(before)
            group.insert(0, hit)
            if hit.last == whole.first or (whole.first - hit.last <= NEAR and not self._is_subject(hit)):
                whole = replace(whole, first=hit.first)
            else:
                subject = f"{self._said(hit)} … "
        for after in range(at + 1, len(self.hits)):
            hit = self.hits[after]
            if not self._belongs(hit, whole.last):
                break
            taken.add(after)
            group.append(hit)
            if hit.first - whole.last <= NEAR:
                whole = replace(whole, last=hit.last)
        negates = any(hit.name in NEGATIONS or self._holds_negation(hit) for hit in group)
        said = subject + self._said(whole)
        return Cue(whole.first, whole.last, self.clauses[whole.first], said, _mode(group), negates)

    def _reaches(self, hit: Hit, modal: int) -> bool:
        """Whether a negation in front denies a modal: close before it, or as the subject's "no"."""
        between = self.tokens[hit.last : modal]
        if len(between) <= NEAR and self.clauses[hit.first] == self.clauses[modal]:
            return True
        breaking = self.lexicon.words("obligations", "subordinate")
        plain = all(token.shape != "mark" and token.key not in breaking for token in between)
        return plain and len(between) <= BEHIND and self._is_subject(hit)

    def _is_subject(self, hit: Hit) -> bool:
        """Whether a negation can deny from the subject: "no troops", "ninguna de las partes"."""
        return hit.name == "concord" or self.tokens[hit.first].key in self.lexicon.words("obligations", "denying")

    def _belongs(self, hit: Hit, last: int) -> bool:
        """Whether a later cue turns the modal before it: near it, or a negation anywhere in its clause."""
        if hit.name not in NEGATIONS:
            return hit.first - last <= AHEAD and self.clauses[hit.first] == self.clauses[last - 1]
        return self.clauses[hit.first] == self.clauses[last - 1] or self._after_remark(last) == hit.first

    def _after_remark(self, index: int) -> int | None:
        """Where the clause goes on after ", in line with Annex 2,"."""
        keys = [token.key for token in self.tokens[index : index + ASIDE]]
        return index + keys.index(",", 1) + 1 if keys[:1] == [","] and "," in keys[1:] else None

    def _holds_negation(self, hit: Hit) -> bool:
        """Whether a phrase denies in its own words ("cannot", "undertakes not to"); twice makes a duty."""
        denying = (self.lexicon.words("obligations", name) for name in NEGATIONS)
        keys = {token.key for token in self.tokens[hit.first : hit.last]}
        return hit.name in ("prohibition", "permission") and any(keys & set_ for set_ in denying)

    def _said(self, hit: Hit) -> str:
        return " ".join(self.text[self.tokens[hit.first].start : self.tokens[hit.last - 1].end].split())


def _mode(group: list[Hit]) -> Mode:
    """The mode of a modal with what turns it, in the order of the text."""
    names = [hit.name for hit in group]
    denied = any(name in NEGATIONS for name in names)
    if "prohibition" in names:
        return "permission" if denied else "prohibition"
    force = next((name for name in reversed(names) if name in ("soft", "permission", "bound")), "duty")
    if force == "soft":
        return "soft prohibition" if denied else "soft duty"
    if force == "permission":
        # "May not" forbids; but where negations come before what they deny, "peut ne pas" leaves the choice.
        return "permission" if not denied or names[-1] == "leading" else "prohibition"
    if denied:
        # "Not obliged to" frees, "obliged not to" forbids.
        return "permission" if force == "bound" and names[-1] != "leading" else "prohibition"
    return "duty"


@lru_cache(maxsize=8)
def clauses(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """For each word of a text the number of its clause."""
    tokens: tuple[Word, ...] = words(text)
    breaks = lexicon.words("obligations", "clause")
    starts = {segment.start for segment in segments(text, tokens)}
    edges = sorted(starts.union(index for index, token in enumerate(tokens) if token.key in breaks))
    return tuple(bisect_right(edges, index) for index in range(len(tokens)))
