"""Anchors: points named by their text, so that a renumbered version still has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import pairwise

from plandiff.engine.cited import Cited
from plandiff.engine.normalize import normalize
from plandiff.model import Anchor, Plan

DIGITS = 12
"""Hexadecimal digits kept of a hash: of a million different texts, two agree once in five hundred plans."""

HEAD = 80
"""Length of the first words in characters."""

LIKE, LEAD = 0.6, 0.1
"""First words that changed still name a point when its own are at least this like them, and this much more
than any other point's. Likeness is twice the shared pairs of letters over the pairs of both (Dice)."""

RAREST = 8
"""Only first words that share one of so many of the rarest pieces of four letters are looked at."""


class Anchors:
    """Makes the anchors of one plan and finds the points of others' anchors in it."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._cited = Cited(plan)
        self._texts = [
            {point.id: _clean(plan.text_of([point.id], deep=True)) for point in plan.top},
            {point.id: _clean(point.text) for point in plan.points},
        ]
        self._by_hash: list[dict[str, list[str]]] = [{}, {}]
        for texts, by_hash in zip(self._texts, self._by_hash, strict=True):
            for point_id, text in texts.items():
                if text:
                    by_hash.setdefault(_hash(text), []).append(point_id)
        self._heads: list[_Heads | None] = [None, None]

    def anchor(self, point_id: str, *, part: bool) -> Anchor:
        """The anchor of a point, over its sub-points too unless it is taken as a `part`."""
        text = self._texts[part][point_id]
        label = self._cited.name(self._plan.by_id[point_id])
        return Anchor(label=label, hash=_hash(text) if text else None, words=_head(text) or None)

    def find(self, anchor: Anchor, *, part: bool) -> str | None:
        """The id of the point that the anchor names; None where there is none, or no telling which.

        The same text first, then the same label with the same first words, then the likest first words. A
        label by itself names the point that bears it.
        """
        named = [point.id for point in self._cited(anchor.label)]
        if anchor.hash is None and anchor.words is None:
            return named[0] if len(named) == 1 or anchor.label in named else None
        for table in (part, not part):
            same = self._by_hash[table].get(anchor.hash or "", [])
            if found := _only(same) or _only(point_id for point_id in same if point_id in named):
                return found
        if not anchor.words:
            return None
        for table in (part, not part):
            texts = self._texts[table]
            kept = [each for each in named if each in texts and _head(texts[each]) == anchor.words]
            if found := _only(kept) or self._likest(anchor.words, table):
                return found
        return None

    def _likest(self, words: str, table: bool) -> str | None:
        heads = self._heads[table]
        if heads is None:
            heads = self._heads[table] = _Heads(self._texts[table])
        return heads.likest(words)


class _Heads:
    """The first words of many texts, to find the likest."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._pairs = {name: _letter_pairs(_head(text)) for name, text in texts.items() if text}
        self._holding: dict[str, list[str]] = {}
        for name, text in texts.items():
            for piece in _pieces(_head(text)):
                self._holding.setdefault(piece, []).append(name)

    def likest(self, words: str) -> str | None:
        """The text whose first words are likest, when they are like enough and none other's nearly so."""
        wanted = _letter_pairs(words)
        known = [piece for piece in _pieces(words) if piece in self._holding]
        rarest = sorted(known, key=lambda piece: (len(self._holding[piece]), piece))[:RAREST]
        near = {name for piece in rarest for name in self._holding[piece]}
        ranked = sorted((_likeness(wanted, self._pairs[name]), name) for name in near)
        second = ranked[-2][0] if len(ranked) > 1 else 0.0
        best, found = ranked[-1] if ranked else (0.0, "")
        return found if best >= LIKE and best - second >= LEAD else None


def _clean(text: str) -> str:
    """The normal form, fit to be written to a file: a lone surrogate stands for no character."""
    return normalize(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:DIGITS]


def _head(text: str) -> str:
    """The first words, whole ones where the script has blanks."""
    if len(text) <= HEAD:
        return text
    return text[: HEAD + 1].rpartition(" ")[0] or text[:HEAD]


def _only(ids: Iterable[str]) -> str | None:
    """The one id there is; None where there are several."""
    found = list(ids)
    return found[0] if len(found) == 1 else None


def _pieces(words: str) -> set[str]:
    folded = words.casefold()
    return {folded[at : at + 4] for at in range(max(1, len(folded) - 3))}


def _letter_pairs(words: str) -> Counter[str]:
    return Counter(map("".join, pairwise(words.casefold())))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
