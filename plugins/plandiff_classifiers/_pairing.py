"""Which passage of the old text of a change became which passage of the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from plandiff.model import Side
from plandiff_classifiers._segments import Segment
from plandiff_classifiers._versions import Passage, Versions
from plandiff_classifiers._words import Word

SURVIVES = 0.3
"""From this share of words kept on, a clause or sentence is the same one as before."""

P = TypeVar("P", bound=Passage)
Q = TypeVar("Q", bound=Passage)
Spot = Callable[[Passage, Side], object]
"""The place of a passage; equal for passages that stand in each other's place, None for nowhere."""


class Pairing:
    """Old and new text of a change with their clauses: how passages of the one find those of the other."""

    def __init__(self, pair: Versions, old_clauses: Sequence[int], new_clauses: Sequence[int]) -> None:
        self.pair = pair
        self._clauses: dict[Side, Sequence[int]] = {"left": old_clauses, "right": new_clauses}
        self._sums: dict[Side, tuple[list[int], list[int]]] = {
            "left": _sums(pair.old_words, pair.kept),
            "right": _sums(pair.new_words, pair.origin),
        }

    def match(self, old: Sequence[P], new: Sequence[Q], spots: Iterable[Spot]) -> dict[P, Q]:
        """Pair passages that share a kept word, then those of the same spot, one kind of spot after another."""
        pairs: dict[P, Q] = {}
        free = dict.fromkeys(new)

        def take(one: P, other: Q | None) -> None:
            if other is not None and one not in pairs and other in free:
                pairs[one] = other
                del free[other]

        owner = {word: passage for passage in new for word in range(passage.first, passage.last)}
        for passage in old:
            for word in range(passage.first, passage.last):
                take(passage, owner.get(self.pair.kept.get(word, -1)))
        for spot in spots:
            waiting: dict[object, list[Q]] = {}
            for other in reversed(free):
                waiting.setdefault(spot(other, "right"), []).append(other)
            waiting.pop(None, None)
            for passage in old:
                matches = waiting.get(spot(passage, "left"))
                if passage not in pairs and matches:
                    take(passage, matches.pop())
        return pairs

    def before(self, passage: Passage, side: Side) -> object:
        """The next kept word, as long as it stands in the same sentence."""
        word = self.pair.before_word(passage, side)
        return None if word is None or not self._inside(word, passage, side) else ("before", word)

    def after(self, passage: Passage, side: Side) -> object:
        """The kept word before, as long as it stands in the same sentence."""
        word = self.pair.after_word(passage, side)
        return None if word is None or not self._inside(word, passage, side) else ("after", word)

    def gap(self, passage: Passage, side: Side) -> object:
        """Both neighbours at once."""
        return self.pair.gap(passage, side)

    def clause(self, passage: Passage, side: Side) -> object:
        """The clause of the old text in which a passage stands, or from which most of its clause came."""
        clause = self._clauses[side][passage.first]
        return clause if side == "left" else self._origins.get(clause)

    def sentence(self, passage: Passage, side: Side) -> object:
        """The sentence of the old text in which a passage stands, or from which most of its sentence came."""
        start = self.pair.segment(passage.first, side).start
        return start if side == "left" else self.twins.get(start)

    def survives(self, passage: Passage, side: Side, *, whole: bool = False) -> bool:
        """Whether enough words around a passage stand in both texts: of its clause, or of its whole sentence."""
        start, end = self._bounds(passage, side, whole=whole)
        first, last = max(start, passage.first), min(end, passage.last)
        around, held = (
            sums[end] - sums[start] - (sums[last] - sums[first] if first < last else 0) for sums in self._sums[side]
        )
        return held >= SURVIVES * around

    @cached_property
    def twins(self) -> dict[int, int]:
        """For each sentence of the new text, by its first word, the sentence of the old one most of it is from."""
        return {
            segment.start: self.pair.segment(votes.most_common(1)[0][0], "left").start
            for segment in self.pair.new_segments
            if (votes := self._votes(segment, lambda word: self.pair.segment(word, "left").start))
        }

    @cached_property
    def _origins(self) -> dict[int, int]:
        clauses = self._clauses["right"]
        votes: dict[int, Counter[int]] = {}
        for new, old in self.pair.origin.items():
            votes.setdefault(clauses[new], Counter())[self._clauses["left"][old]] += 1
        return {clause: found.most_common(1)[0][0] for clause, found in votes.items()}

    def _votes(self, segment: Segment, what: Callable[[int], int]) -> Counter[int]:
        origin = self.pair.origin
        return Counter(what(origin[word]) for word in range(segment.start, segment.end) if word in origin)

    def _inside(self, old_word: int, passage: Passage, side: Side) -> bool:
        word = old_word if side == "left" else self.pair.kept[old_word]
        segment = self.pair.segment(passage.first, side)
        return segment.start <= word < segment.end

    def _bounds(self, passage: Passage, side: Side, *, whole: bool) -> tuple[int, int]:
        segment = self.pair.segment(passage.first, side)
        if whole:
            return segment.start, segment.end
        clauses = self._clauses[side]
        clause = clauses[passage.first]
        return (
            bisect_left(clauses, clause, segment.start, segment.end),
            bisect_right(clauses, clause, segment.start, segment.end),
        )


def _sums(tokens: Sequence[Word], held: Container[int]) -> tuple[list[int], list[int]]:
    """For each place in a text how many words (not marks) stand before it, and how many of them are kept."""
    spoken = [token.shape != "mark" for token in tokens]
    kept = (word and index in held for index, word in enumerate(spoken))
    return list(accumulate(spoken, initial=0)), list(accumulate(kept, initial=0))
