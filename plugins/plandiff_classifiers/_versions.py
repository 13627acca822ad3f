"""The two texts of a change, word by word: which word of the old text is which word of the new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Protocol

from msgspec import Struct

from plandiff.model import Change, Plan, Side
from plandiff_classifiers._segments import Segment, segments
from plandiff_classifiers._words import Word, words

ALIKE = 0.6
"""From this share of common words on, two sentences are the same sentence wherever they stand."""
PAIRS = 900
"""Most pairs of sentences that are compared beyond what the edits say."""
LENGTH = 120
"""Longest sentence, in words, that is looked for in another place."""


class Passage(Protocol):
    """Some words of a text: the index of the first, and the index after the last."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


class Versions(Struct, frozen=True, eq=False, dict=True):
    """Old and new text of a change, cut into words and sentences.

    `kept` holds, for each word of the old text that is still there, its index in the new text; `origin` the
    same from the other side. It follows the edits, except in a sentence that stands elsewhere in the new
    text, which edits can only delete and insert. Marks are not kept track of.
    """

    old: str
    new: str
    old_words: Sequence[Word]
    new_words: Sequence[Word]
    old_segments: Sequence[Segment]
    new_segments: Sequence[Segment]
    kept: dict[int, int]
    origin: dict[int, int]

    @cached_property
    def _marks(self) -> dict[Side, list[int]]:
        return {"left": sorted(self.kept), "right": sorted(self.origin)}

    def after_word(self, passage: Passage, side: Side) -> int | None:
        """The last kept word before a passage, as an index in the old text; None at the head of the text.

        Passages of old and new text that come after the same word stand in each other's place.
        """
        at = bisect_left(self._marks[side], passage.first) - 1
        return None if at < 0 else self._in_old(self._marks[side][at], side)

    def before_word(self, passage: Passage, side: Side) -> int | None:
        """The first kept word after a passage, as an index in the old text; None at the end of the text."""
        at = bisect_left(self._marks[side], passage.last)
        return None if at == len(self._marks[side]) else self._in_old(self._marks[side][at], side)

    def gap(self, passage: Passage, side: Side) -> tuple[int | None, int | None]:
        """Both neighbours at once."""
        return self.after_word(passage, side), self.before_word(passage, side)

    def segment(self, word: int, side: Side) -> Segment:
        """The sentence, or part of one, in which a word stands."""
        parts = self.old_segments if side == "left" else self.new_segments
        return parts[bisect_right(parts, word, key=lambda part: part.start) - 1]

    def _in_old(self, word: int, side: Side) -> int:
        return word if side == "left" else self.origin[word]


def versions(change: Change, left: Plan, right: Plan) -> Versions | None:
    """The two texts of a change, or None where there is nothing to tell: one is empty, or they are the same.

    Where the edits of the change do not rebuild the two texts, the words at both ends that are the same count
    as kept and all between them as replaced.
    """
    old, new = left.text_of(change.left), right.text_of(change.right)
    if change.kind == "unchanged" or not old.strip() or not new.strip() or old == new:
        return None
    return _versions(old, new, tuple((edit.op, edit.text) for edit in change.edits))


@lru_cache(maxsize=4)
def _versions(old: str, new: str, edits: tuple[tuple[str, str], ...]) -> Versions:
    before, after = words(old), words(new)
    rebuilt = all(
        "".join(text for op, text in edits if op != other) == whole
        for other, whole in (("insert", old), ("delete", new))
    )
    kept = _by_edits(edits, before, after) if rebuilt else _by_ends(before, after)
    left, right = segments(old, before), segments(new, after)
    _follow_moved(kept, before, after, left, right)
    return Versions(old, new, before, after, left, right, kept, {new: old for old, new in kept.items()})


def _by_edits(edits: Sequence[tuple[str, str]], before: Sequence[Word], after: Sequence[Word]) -> dict[int, int]:
    kept: dict[int, int] = {}
    starts = [word.start for word in before]
    places = {word.start: index for index, word in enumerate(after)}
    left = right = 0
    for op, text in edits:
        if op == "equal":
            for index in range(bisect_left(starts, left), bisect_left(starts, left + len(text))):
                word = before[index]
                match = places.get(word.start - left + right)
                if match is not None and word.shape != "mark" and word.key == after[match].key:
                    kept[index] = match
        left += len(text) if op != "insert" else 0
        right += len(text) if op != "delete" else 0
    return kept


def _by_ends(before: Sequence[Word], after: Sequence[Word]) -> dict[int, int]:
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head].key == after[head].key:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail].key == after[-1 - tail].key:
        tail += 1
    pairs = [(index, index) for index in range(head)]
    pairs += [(len(before) - back, len(after) - back) for back in range(tail, 0, -1)]
    return {old: new for old, new in pairs if before[old].shape != "mark"}


def _follow_moved(
    kept: dict[int, int],
    before: Sequence[Word],
    after: Sequence[Word],
    left: Sequence[Segment],
    right: Sequence[Segment],
) -> None:
    """Map sentences onto their most similar counterparts where the edits lost sight of them."""
    if len(left) * len(right) > PAIRS or len(left) == len(right) == 1:
        return
    bags = [_bag(before, segment) for segment in left], [_bag(after, segment) for segment in right]
    scored = []
    for i, one in enumerate(bags[0]):
        for j, other in enumerate(bags[1]):
            alike = 2 * (one & other).total() / ((one.total() + other.total()) or 1)
            if alike >= ALIKE:
                scored.append((alike, _held(kept, left[i], right[j]), -i, -j))
    taken_left, taken_right = set(), set()
    for _, held, i, j in sorted(scored, reverse=True):
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            old, new = left[-i], right[-j]
            if held < ALIKE / 2 * (old.end - old.start):
                _remap(kept, before, after, old, new)


def _bag(tokens: Sequence[Word], segment: Segment) -> Counter[str]:
    if segment.end - segment.start > LENGTH:
        return Counter()
    return Counter(token.key for token in tokens[segment.start : segment.end] if token.shape == "word")


def _held(kept: dict[int, int], old: Segment, new: Segment) -> int:
    return sum(new.start <= kept.get(index, -1) < new.end for index in range(old.start, old.end))


def _remap(kept: dict[int, int], before: Sequence[Word], after: Sequence[Word], old: Segment, new: Segment) -> None:
    # Here and not above: few texts have a sentence that moved, and every start would pay for the import.
    from difflib import SequenceMatcher

    for word, match in list(kept.items()):
        if old.start <= word < old.end or new.start <= match < new.end:
            del kept[word]
    one, other = ([token.key for token in side] for side in (before[old.start : old.end], after[new.start : new.end]))
    for i, j, size in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        for step in range(size):
            if before[old.start + i + step].shape != "mark":
                kept[old.start + i + step] = new.start + j + step
