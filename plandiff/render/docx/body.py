"""The body of the document: one paragraph for each provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Literal
from unicodedata import bidirectional

from plandiff.model import Comparison, Edit, Plan, Point
from plandiff.render.docx.comments import Comment
from plandiff.render.docx.pen import Mark, Pen, run
from plandiff.render.docx.rows import Row, printed, rows

_INDENT = 794
"""How far a label hangs out, in twentieths of a point: 14 mm, so that an old and a new one fit beside each other."""

_DEEPEST = 6


def body(comparison: Comparison, pen: Pen, comments: Sequence[Comment]) -> str:
    """The paragraphs, with the marks of the comments in them."""
    return _Body(comparison, pen, comments).paragraphs()


class _Body:
    def __init__(self, comparison: Comparison, pen: Pen, comments: Sequence[Comment]) -> None:
        self._rows = rows(comparison)
        self._pen = pen
        self._depths = {"left": _depths(comparison.left), "right": _depths(comparison.right)}
        self._comments: dict[tuple[str, str], list[int]] = {}
        for number, comment in enumerate(comments):
            self._comments.setdefault((comment.side, comment.point), []).append(number)

    def paragraphs(self) -> str:
        """All paragraphs, each with how its end is tracked.

        A paragraph that goes or comes takes its own end with it, or else the end before it: where none is left at
        the end of the document, and where the words before it go or come too, since LibreOffice takes neighbours
        of one kind for one change and would join what stands around them.
        """
        groups = self._groups()
        ends = [_way(group) and _mark(group[0]) for group in groups]
        for before in range(-1, len(groups) - 1):
            way = _way(groups[before + 1])
            if way is None or (before >= 0 and _way(groups[before])):
                continue
            stop = next((n for n in range(before + 1, len(groups)) if _way(groups[n]) != way), len(groups))
            if stop == len(groups) or (before >= 0 and self._runs_on(groups[before][-1], way)):
                first = max(before, 0)
                ends[first:stop] = [*repeat(way, stop - first - 1), None]
        return "".join(map(self._paragraph, groups, ends))

    def _groups(self) -> list[tuple[Row, ...]]:
        """The rows of each paragraph: the last that goes and the last that comes share the end of the document."""
        start = next((n for n in range(len(self._rows), 0, -1) if _mark(self._rows[n - 1]) is None), 0)
        tail = self._rows[start:]
        goes, comes = [row for row in tail if row.old], [row for row in tail if row.new]
        if not goes or not comes:
            return [(row,) for row in self._rows]
        others = (row for row in self._rows if row is not goes[-1] and row is not comes[-1])
        return [*((row,) for row in others), (goes[-1], comes[-1])]

    def _runs_on(self, row: Row, way: Literal["ins", "del"]) -> bool:
        """Whether the words of a paragraph that stays end with what comes, or with what goes."""
        side, point = _shown(row)
        ends = row.edits[-1].op if row.edits and (side, point.id) not in self._comments else "equal"
        return ends == {"ins": "insert", "del": "delete"}[way]

    def _paragraph(self, group: Sequence[Row], end: Mark | None) -> str:
        last = group[-1]
        properties = self._properties(last, _right_to_left(last), self._pen.end(end) if end else "")
        inside, after = "", ""
        for row in group:
            content, bound = self._content(row)
            inside += after + content
            after = bound
        if end is None:
            return f"<w:p>{properties}{inside}{after}</w:p>"
        return f"<w:p>{properties}{inside}</w:p>{after}"

    def _properties(self, row: Row, rtl: bool, end: str) -> str:
        side, point = _shown(row)
        depth = min(self._depths[side][point.id], _DEEPEST)
        bidi = "<w:bidi/>" if rtl else ""
        if point.heads:
            style, indent = f"Heading{depth}", ""
        else:
            style = "Provision"
            left = _INDENT * (depth if point.label is not None else depth - 1)
            hanging = f' w:hanging="{_INDENT}"' if point.label is not None else ""
            indent = f'<w:ind w:left="{left}"{hanging}/>'
        return f'<w:pPr><w:pStyle w:val="{style}"/>{bidi}{indent}{end}</w:pPr>'

    def _content(self, row: Row) -> tuple[str, str]:
        """The runs of a row, and what ends its move behind them."""
        mark, rtl = _mark(row), _right_to_left(row)
        side, point = _shown(row)
        numbers = self._comments.get((side, point.id), [])
        begin = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        close = "".join(self._reference(number, mark) for number in numbers)
        if row.move is None or mark is None:
            return begin + self._tracked(row.edits, rtl) + close, ""
        before, after = self._pen.move(mark, row.move)
        inside = self._left(point, rtl) if mark == "moveFrom" else self._reached(row.edits, rtl)
        return before + begin + inside + close, after

    def _tracked(self, edits: Iterable[Edit], rtl: bool) -> str:
        pen = self._pen
        write = {
            "equal": lambda text: run(text, rtl=rtl),
            "delete": lambda text: pen.tracked("del", run(text, rtl=rtl, deleted=True)),
            "insert": lambda text: pen.tracked("ins", run(text, rtl=rtl)),
        }
        return "".join(write[edit.op](edit.text) for edit in edits)

    def _left(self, point: Point, rtl: bool) -> str:
        return self._pen.tracked("moveFrom", run(printed(point), rtl=rtl))

    def _reached(self, edits: Iterable[Edit], rtl: bool) -> str:
        """The new place of a move: the old words moved here, and what changed in them."""
        pen = self._pen
        write = {
            "equal": lambda text: pen.tracked("moveTo", run(text, rtl=rtl)),
            "delete": lambda text: pen.tracked("moveTo", pen.tracked("del", run(text, rtl=rtl, deleted=True))),
            "insert": lambda text: pen.tracked("ins", run(text, rtl=rtl)),
        }
        return "".join(write[edit.op](edit.text) for edit in edits)

    def _reference(self, number: int, mark: Mark | None) -> str:
        """The end of a comment: it goes and comes with its paragraph, or else would keep it from going."""
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        tracked = self._pen.tracked(mark, reference) if mark else reference
        return f'<w:commentRangeEnd w:id="{number}"/>{tracked}'


def _mark(row: Row) -> Mark | None:
    """How a whole paragraph is tracked; None where it stays."""
    if row.old and row.new:
        return None
    if row.new:
        return "ins" if row.move is None else "moveTo"
    return "del" if row.move is None else "moveFrom"


def _way(group: Sequence[Row]) -> Literal["ins", "del"] | None:
    """Whether a whole paragraph comes or goes; None where it stays, or is both what goes and what comes."""
    if len(group) > 1 or _mark(group[0]) is None:
        return None
    return "ins" if group[0].new else "del"


def _shown(row: Row) -> tuple[str, Point]:
    """The provision by which the paragraph is laid out, and its side."""
    if row.new is not None:
        return "right", row.new
    assert row.old is not None
    return "left", row.old


def _depths(plan: Plan) -> Mapping[str, int]:
    depths: dict[str | None, int] = {None: 0}
    for point in plan.points:
        depths[point.id] = depths.get(point.parent, 0) + 1
    return {name: depth for name, depth in depths.items() if name is not None}


def _right_to_left(row: Row) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    letters = (sign for edit in row.edits for sign in edit.text)
    return next((kind != "L" for kind in map(bidirectional, letters) if kind in ("L", "R", "AL")), False)
