"""Where the labels and words of a plan stand in the text it was read from."""

from __future__ import annotations

import re
from itertools import pairwise

from plandiff.model import Plan, Point


class Lost(Exception):
    """A passage of the plan that the text holds in another form; carries its line."""

    def __init__(self, line: int | None) -> None:
        super().__init__(line)
        self.line = line


class Seats:
    """Finds passages of one plan again in the text it was read from. Raises `Lost` where that is not certain."""

    def __init__(self, text: str, plan: Plan) -> None:
        self._text = text
        self._label: dict[str, tuple[int, int]] = {}
        lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        cursor = 0
        for point in plan.points:
            if point.line is None or point.line >= len(lines):
                raise Lost(point.line)
            first, end = lines[point.line - 1], lines[point.line] - 1
            start = max(cursor, first)
            if point.label is not None:
                match = _whole(point.label).search(text, start, end)
                if match is None:
                    raise Lost(point.line)
                self._label[point.id] = match.span()
                cursor = match.end()
            else:
                self._label[point.id] = (start, start)
                cursor = start
        bounds = [*(self._label[point.id] for point in plan.points), (len(text), len(text))]
        self._body = {
            point.id: (this[1], max(this[1], after[0]))
            for point, (this, after) in zip(plan.points, pairwise(bounds), strict=True)
        }

    def label(self, point: Point) -> tuple[int, int]:
        """Where the label of a point stands."""
        return self._label[point.id]

    def passage(self, point: Point, start: int, end: int) -> tuple[int, int]:
        """Where a passage of a point's text stands: it must be there as often as in the point."""
        within = start > 0 and point.text[start - 1].isalnum()
        pattern = re.compile(re.escape(point.text[start:end])) if within else _whole(point.text[start:end])
        in_point = [match.start() for match in pattern.finditer(point.text)]
        in_text = [match.span() for match in pattern.finditer(self._text, *self._body[point.id])]
        if start not in in_point or len(in_point) != len(in_text):
            raise Lost(point.line)
        return in_text[in_point.index(start)]


def _whole(words: str) -> re.Pattern[str]:
    """A passage that no letter or figure touches, where it begins and ends with one."""
    before = r"(?<![^\W_])" if words[:1].isalnum() else ""
    after = r"(?![^\W_])" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(words) + after)
