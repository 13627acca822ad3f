"""Cited: the points that people mean when they write "21", "21(d)", "21.d" or "Article IV(2)"."""

from __future__ import annotations

import re
from itertools import zip_longest

from plandiff.engine.composed import composed
from plandiff.model import Plan, Point

_WORD = re.compile(r"[^\W_]+|[¶~]")
_FAR = 100
"""The distance of two words of a citation that cannot be counted from one another."""

_Words = tuple[str, ...]


class Cited:
    """Finds the points of one plan by citation, and cites them so that they are found again."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._fully: dict[_Words, list[Point]] = {}
        self._alone: dict[_Words, list[Point]] = {}
        self._labels: dict[str, _Words] = {}
        for point in plan.points:
            above = self._labels.get(point.parent, ()) if point.parent is not None else ()
            label = _words(point.label or point.path[-1])
            self._labels[point.id] = (*above, *label)
            within = plan.by_id[plan.tops[point.id]].parent
            cited = self._labels[point.id][len(self._labels.get(within or "", ())) :]
            for name in {_words(point.id), _words(" ".join(point.path)), self._labels[point.id], cited}:
                self._fully.setdefault(name, []).append(point)
            self._alone.setdefault(label, []).append(point)

    def __call__(self, citation: str) -> tuple[Point, ...]:
        """The points that the citation can mean, in document order; one whose id it is comes first.

        Labels are read with those of the points around them, brackets and dots aside; if nothing answers, by
        themselves ("Article 5" in a chapter); then without the word before the number ("point 21").
        """
        words = _words(citation)
        found: list[Point] = []
        for wanted in (words, words[1:] if words and words[0].isalpha() else ()):
            found = found or self._fully.get(wanted, []) or self._alone.get(wanted, [])
        return tuple(sorted(found, key=lambda point: point.id != citation))

    def name(self, point: Point) -> str:
        """The citation of a point, such as "24(d)"; its id where the citation would mean others too."""
        top = self._plan.by_id[self._plan.tops[point.id]]
        inner = "".join(f"({value})" for value in point.path[len(top.path) :])
        named = (top.label or top.path[-1]) + inner
        return named if self(named) == (point,) else point.id

    def near(self, citation: str, count: int = 3) -> list[str]:
        """Names of the points whose citations are most like this one, in document order."""
        words = _words(citation)
        wanted = words[1:] if len(words) > 1 and words[0].isalpha() else words
        ranked = sorted(
            range(len(self._plan.points)),
            key=lambda n: _distance(wanted, _words(" ".join(self._plan.points[n].path))),
        )
        return [self.name(self._plan.points[n]) for n in sorted(ranked[:count])]


def _words(citation: str) -> _Words:
    return tuple(_WORD.findall(composed(citation, "NFKC").casefold()))


def _distance(one: _Words, other: _Words) -> tuple[int, ...]:
    """How far two citations are apart: in depth, then word by word, the first words counting most."""
    words = (_apart(*pair) for pair in zip_longest(one, other, fillvalue=""))
    return (abs(len(one) - len(other)), *words)


def _apart(one: str, other: str) -> int:
    if one == other:
        return 0
    if one.isdecimal() and other.isdecimal() and max(len(one), len(other)) < 5:
        return min(_FAR, abs(int(one) - int(other)))
    if len(one) == len(other) == 1 and one.isalpha() and other.isalpha():
        return min(_FAR, abs(ord(one) - ord(other)))
    return _FAR
