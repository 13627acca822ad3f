"""How the text of a document is set: the distances of its lines and the edges of its columns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from plandiff_readers.pdf.line import Line

_OFTEN = 0.2
"""The distance of lines is the least that is seen so often, measured on the one that is seen most."""

_LOOSE = 1.35
"""The distance of lines, in sizes of the font, where too few are of that size to tell."""

_BLANK = 0.25
"""The width of a blank in sizes of the font."""

_SOME = 4
"""One of so many lines that go on begins with a small letter at least, or with one that has no case."""

_FEW = 3
_OUTLIERS = 0.02


class Setting:
    """What is usual in the lines of a document."""

    def __init__(self, lines: list[Line]) -> None:
        starts: dict[tuple[int, ...], dict[int, float]] = defaultdict(dict)
        ends: dict[tuple[int, ...], list[float]] = defaultdict(list)
        steps: dict[float, Counter[float]] = defaultdict(Counter)
        for line in lines:
            starts[line.column][line.page] = min(line.start, starts[line.column].get(line.page, line.start))
            ends[line.column].append(line.end)
        for before, after in pairwise(lines):
            if (before.page, before.column, before.size) == (after.page, after.column, after.size):
                steps[round(after.size, 1)][round(2 * (after.down - before.down)) / 2] += 1
        self._starts = {column: _most_common(pages.values()) for column, pages in starts.items()}
        self._ends = {column: sorted(found)[-1 - int(_OUTLIERS * len(found))] for column, found in ends.items()}
        self._steps = {size: step for size, counts in steps.items() if (step := _usual(counts))}
        self._wrapped = self._ends.keys() & _wrapped(
            (before, after) for before, after in pairwise(lines) if not self._fits(before, after)
        )

    def indent(self, line: Line) -> float:
        """How far the line begins behind the edge of its column, in points."""
        return line.start - self._starts[line.column]

    def is_full(self, before: Line, line: Line) -> bool:
        """Whether a line ended because the first word of the next did not fit behind it."""
        return before.column in self._wrapped and not self._fits(before, line)

    def _fits(self, before: Line, line: Line) -> bool:
        return before.end + _BLANK * before.size + line.first <= self._ends[before.column]

    def step(self, line: Line) -> float:
        """The distance of lines of that size."""
        return self._steps.get(round(line.size, 1), _LOOSE * line.size)


def _wrapped(pairs: Iterable[tuple[Line, Line]]) -> set[tuple[int, ...]]:
    """The columns whose width breaks lines: what follows their longest lines begins in the middle of a sentence.

    Where it mostly begins with a capital letter or a number, the longest lines are short paragraphs.
    """
    inside: Counter[tuple[int, ...]] = Counter()
    begins: Counter[tuple[int, ...]] = Counter()
    for before, after in pairs:
        sign = after.text[:1]
        if before.column == after.column and sign.isalpha():
            cased = any(letter.islower() for letter in before.text)
            (begins if sign.isupper() and cased else inside)[before.column] += 1
    return {column for column, count in inside.items() if _SOME * count >= begins[column]}


def _usual(counts: Counter[float]) -> float:
    """The least of the distances that are seen often; 0 where few are seen."""
    steps = {step: count for step, count in counts.items() if step > 0}
    most = max(steps.values(), default=0)
    return min(step for step, count in steps.items() if count >= _OFTEN * most) if most >= _FEW else 0.0


def _most_common(starts: Iterable[float]) -> float:
    """The beginning of the column on most pages."""
    counts = Counter(round(start) for start in starts)
    return float(max(counts, key=lambda start: (counts[start], -start)))
