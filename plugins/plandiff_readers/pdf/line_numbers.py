"""The numbers that a draft prints beside each of its lines."""

from __future__ import annotations

from itertools import pairwise

from plandiff_readers.pdf.word import Row, Word

_ROWS = 5
_MOST = 0.8
"""So many of at least so many rows begin with a number that is one higher than that of the row before."""

_GO_ON = 0.3
"""So many of them go on inside a sentence: in a list each number begins one."""


def line_numbers(rows: list[Row]) -> tuple[list[Row], list[Word]]:
    """The rows of an area without the numbers printed beside them, and those; without change where there are none."""
    numbered = [row for row in rows if row.words[0].text.isdecimal() and len(row.words[0].text) < 5]
    steps = [int(after.words[0].text) - int(before.words[0].text) for before, after in pairwise(numbered)]
    inside = sum(len(row.words) > 1 and row.words[1].text[:1].islower() for row in numbered)
    if len(numbered) < max(_ROWS, _MOST * len(rows)) or steps.count(1) < _MOST * len(steps):
        return rows, []
    if inside < _GO_ON * len(numbered):
        return rows, []
    kept = [row._replace(words=row.words[1:]) if row in numbered else row for row in rows]
    return [row for row in kept if row.words], [row.words[0] for row in numbered]
