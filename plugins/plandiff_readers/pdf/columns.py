"""The columns that the words of a page are set in."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from plandiff_readers.pdf.rows import rows
from plandiff_readers.pdf.word import Row, Word

_GUTTER = 0.7
"""The least width of the blank between columns, in sizes of the font; between words it is about 0.3."""

_ROWS = 4
"""So many rows have text on both sides of a gutter at least, unless a page before has one there."""

_ALIGNED = 0.5
"""So many rows of the second column begin at its edge; the words behind a gap by chance begin anywhere."""

_SHARE = 0.2
"""Each column takes this share of the width at least: what is narrower are labels before their points."""

_FULL = 0.55
"""So much of a column is filled by the rows of running text; the cells of a table are shorter."""

_NEXT = 1.3
"""A distance of so many usual ones between two rows ends a paragraph."""

_WIDE = 1.4
"""The rows of a paragraph are rarely further apart than so many sizes of the font."""

_MAX_AREAS = 40
_MAX_GAPS = 200


class Area(NamedTuple):
    """Rows that are read from the first to the last, and the column they stand in: (0,) and (1,) are the halves
    of a page, (1, 0) is the first half of its second half, () the whole."""

    rows: list[Row]
    column: tuple[int, ...] = ()


class _Gutter(NamedTuple):
    """A blank between columns: the first and last row along it, and its edges."""

    first: int
    last: int
    start: float
    end: float


def columns(words: list[Word], page: int, known: set[int]) -> list[Area]:
    """The areas of a page in the order in which they are read.

    A blank that runs down between rows of running text parts columns, which are read one after the other. In
    a table, known by paragraphs that begin at the same heights on both sides, it is row after row. `known`, empty
    at first, keeps where second columns began, for the next page.
    """
    found: list[Area] = []
    waiting = [Area(rows(words, page))]
    while waiting:
        area = waiting.pop()
        gutter = _gutter(area.rows, known) if len(waiting) + len(found) < _MAX_AREAS else None
        if gutter is None:
            found.append(area)
            continue
        known.add(round(gutter.end))
        parted = _parted(area.rows[gutter.first : gutter.last + 1], gutter, area.column)
        before, after = area.rows[: gutter.first], area.rows[gutter.last + 1 :]
        parts = [area._replace(rows=before), *parted, area._replace(rows=after)]
        waiting += [part for part in reversed(parts) if part.rows]
    return found


def _gutter(found: list[Row], known: set[int]) -> _Gutter | None:
    """The first gutter in the direction of reading, of those with about most rows on both sides."""
    start, end = min(row.start for row in found), max(row.end for row in found)
    margin = _SHARE * (end - start)
    gaps = [
        (index, before.end, after.start)
        for index, row in enumerate(found)
        for before, after in pairwise(row.words)
        if after.start - before.end >= _GUTTER * before.size
        and start + margin < after.start
        and before.end < end - margin
    ]
    gutters: dict[_Gutter, int] = {}
    for gap in gaps[:_MAX_GAPS]:
        gutter = _grown(found, *gap)
        if gutter not in gutters:
            gutters[gutter] = _rows_beside(found, gutter, margin, round(gutter.end) in known)
    most = max(gutters.values(), default=0)
    good = [gutter for gutter, count in gutters.items() if count and count >= 0.75 * most]
    return min(good, key=lambda gutter: gutter.start, default=None)


def _grown(found: list[Row], index: int, start: float, end: float) -> _Gutter:
    """The blank of a row with the rows above and below that leave it blank too."""
    first = last = index
    while first > 0 and (kept := _narrowed(found[first - 1], start, end)):
        first, (start, end) = first - 1, kept
    while last + 1 < len(found) and (kept := _narrowed(found[last + 1], start, end)):
        last, (start, end) = last + 1, kept
    return _Gutter(first, last, start, end)


def _narrowed(row: Row, start: float, end: float) -> tuple[float, float] | None:
    """The part of a blank that a row leaves blank; None when that is no gutter."""
    at = bisect_left(row.words, start, key=lambda word: word.start)
    for word in islice(row.words, max(0, at - 1), None):
        if word.start >= end:
            break
        if word.start < start < word.end:
            start = word.end
        elif word.start < end < word.end:
            end = word.start
        elif start <= word.start and word.end <= end:
            return None
    return (start, end) if end - start >= _GUTTER * row.words[0].size else None


def _rows_beside(found: list[Row], gutter: _Gutter, margin: float, known: bool) -> int:
    """How many rows have text on both sides of the gutter; none where it parts no columns of running text."""
    along = found[gutter.first : gutter.last + 1]
    sides = [[word for word in row.words if word.end <= gutter.start] for row in along]
    others = [[word for word in row.words if word.start >= gutter.end] for row in along]
    count = sum(bool(side and other) for side, other in zip(sides, others, strict=True))
    if known:
        return count
    starts = [round(row[0].start) for row in others if row]
    aligned = max(map(starts.count, starts), default=0) >= _ALIGNED * len(starts)
    return count if count >= _ROWS and aligned and _is_running(sides, margin) and _is_running(others, margin) else 0


def _is_running(side: list[list[Word]], margin: float) -> bool:
    edges = [(row[0].start, max(word.end for word in row)) for row in side if row]
    width = max(end for _, end in edges) - min(start for start, _ in edges)
    return width >= margin and median(end - start for start, end in edges) >= _FULL * width


def _parted(found: list[Row], gutter: _Gutter, column: tuple[int, ...]) -> list[Area]:
    """The rows along a gutter as two columns, or as the cells of a table, row after row."""
    words = [word for row in found for word in row.words]
    middle = (gutter.start + gutter.end) / 2
    sides = [rows((word for word in words if (word.start < middle) is first), found[0].page) for first in (True, False)]
    heights = _common_beginnings(*sides)
    areas = []
    for above, below in pairwise((float("-inf"), *heights, float("inf"))):
        for number, side in enumerate(sides):
            cell = [row for row in side if above <= row.main.down + row.main.size / 2 < below]
            if cell:
                areas.append(Area(cell, (*column, number)))
    return areas


def _common_beginnings(left: list[Row], right: list[Row]) -> list[float]:
    """The heights at which the rows of a table begin; none where the two sides are columns."""
    begins = [_beginnings(left), _beginnings(right)]
    common = [down for down in begins[0] if any(abs(down - other) < 2 for other in begins[1])]
    return common if len(common) >= 2 and len(common) >= 0.6 * min(map(len, begins)) else []


def _beginnings(side: list[Row]) -> list[float]:
    """The heights of the rows that stand further below the row before than is usual."""
    steps = [after.main.down - before.main.down for before, after in pairwise(side)]
    usual = min(median(steps), _WIDE * side[0].main.size) if steps else 0.0
    return [row.main.down for row, step in zip(side[1:], steps, strict=True) if step > _NEXT * usual]
