"""Which points of a plan speak of which issues, and in which sentences.

A point speaks of an issue when its own text holds a cue, or when the point it stands in does: under "The
territorial questions are settled in this way:" every sub-point is about territory, unless it names another issue of
that sentence. A heading speaks for the points below it and is itself no provision, no more than the text around the
plan. Of points that speak one inside the other, the outer one is named.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plandiff.engine.excerpt import excerpt, sentences
from plandiff.engine.item import STOPS
from plandiff.engine.touched import cue_starts
from plandiff.model import IssueSpec, Plan

REACH = 100_000
"""Characters of a point in which quoted words are looked for; no point of an agreement is as long."""


class Passage(Struct, frozen=True):
    """A sentence of a point, and the place in it to quote if it is long, such as a cue of the issue.

    `cues` counts how often it names the issue.
    """

    text: str
    start: int
    end: int
    anchor: int
    cues: int = 0

    @property
    def sentence(self) -> str:
        return self.text[self.start : self.end]

    def anchored(self, at: int) -> Passage:
        """The same sentence, to be quoted at a place counted from its start."""
        return replace(self, anchor=self.start + at)

    def quote(self) -> str:
        return excerpt(self.text, self.start, self.end, self.anchor)


class Speaking:
    """One plan, and which of its points speak of which issues. Each text is looked through once."""

    def __init__(self, plan: Plan, specs: Sequence[IssueSpec]) -> None:
        self.plan = plan
        self._cues: dict[str, dict[str, list[int]]] = {}
        self._about: dict[str, frozenset[str]] = {}
        self._named: dict[str, list[str]] = {}
        self._sentences: dict[str, list[tuple[int, int]]] = {}
        for point in plan.points:
            if point.role == "surrounding":
                continue
            self._cues[point.id] = cue_starts(point.text, specs)
            own, above = frozenset(self._cues[point.id]), self._about.get(point.parent or "", frozenset())
            # Under "Law and costs" a point on costs is not about the law.
            self._about[point.id] = own if own & above else own | above
            if point.heads:
                continue
            self._sentences[point.id] = list(sentences(point.text))
            under_heading = point.parent is not None and plan.by_id[point.parent].heads
            for issue in own | above if under_heading else own - above:
                self._named.setdefault(issue, []).append(point.id)

    def named(self, issue: str) -> tuple[str, ...]:
        """The points to name for the issue, in document order."""
        return tuple(self._named.get(issue, ()))

    def about(self, point_ids: Iterable[str]) -> frozenset[str]:
        """The issues that one of the points speaks of."""
        return frozenset().union(*(self._about.get(point_id, ()) for point_id in point_ids))

    def speaks(self, point_ids: Iterable[str], issue: str) -> bool:
        """Whether one of the points speaks of the issue."""
        return any(issue in self._about.get(point_id, ()) for point_id in point_ids)

    def meant(self, point_ids: Iterable[str], quote: str) -> frozenset[str]:
        """The issues that words quoted from one of the points belong to.

        Where the sentence they stand in names issues itself, the words belong to these: a point about two
        subjects does not lend its figures and brackets to both.
        """
        places = {
            point_id: self.plan.by_id[point_id].text.find(quote, 0, REACH)
            for point_id in point_ids
            if point_id in self._about
        }
        held = any(at >= 0 for at in places.values())
        found: set[str] = set()
        for point_id, at in places.items():
            if held and at < 0:
                continue
            about, cues = self._about[point_id], self._cues[point_id]
            start, end = self._sentence_at(point_id, at)
            said = {issue for issue, starts in cues.items() if _first(starts, start, end) is not None}
            found |= (about - cues.keys()) | said if said and at >= 0 else about
        return frozenset(found)

    def naming(self, point_ids: Iterable[str], issue: str) -> frozenset[str]:
        """The sentences of the points that name the issue themselves."""
        return frozenset(passage.sentence for point_id in point_ids for passage in self._naming(point_id, issue))

    def passages(self, point_ids: Sequence[str], issue: str) -> list[Passage]:
        """The sentences of the points that are about the issue: those that name it, then those that follow.

        Titles, and points that only introduce a list, tell nothing: the whole plan answers for them.
        """
        found: list[tuple[str, Passage]] = []
        for ids in (point_ids, self._sentences) if point_ids else ():
            found = [
                (point_id, passage)
                for point_id in ids
                if self.speaks([point_id], issue)
                for passage in self._of(point_id, issue)
            ]
            if telling := [passage for point_id, passage in found if not self._leads_on(point_id, passage)]:
                return telling
        return [passage for _, passage in found]

    def _leads_on(self, point_id: str, passage: Passage) -> bool:
        """Whether a sentence is the title of sub-points or introduces them."""
        return passage.sentence.endswith(":") or (
            point_id in self.plan.children and not passage.sentence.endswith(STOPS)
        )

    def introduces(self, point_id: str, issue: str) -> bool:
        """Whether the words of a point only introduce its sub-points, which are about the issue too."""
        opens = self.plan.by_id[point_id].text.rstrip().endswith(":")
        return opens and any(issue in self._about.get(inner.id, ()) for inner in self.plan.children.get(point_id, ()))

    def passage_at(self, point_id: str, quote: str, issue: str) -> Passage | None:
        """The sentence of a point that holds some words, None where it does not."""
        text = self.plan.by_id[point_id].text
        at = text.find(quote)
        if at < 0:
            return None
        start, end = self._sentence_at(point_id, at)
        return Passage(text, start, end, at, len(self._between(point_id, issue, start, end)))

    def _of(self, point_id: str, issue: str) -> list[Passage]:
        """The sentences of one point that name the issue, then those that name none."""
        text, cues = self.plan.by_id[point_id].text, self._cues[point_id]
        silent = [
            Passage(text, start, end, start)
            for start, end in self._sentences.get(point_id, ())
            if issue not in cues or all(_first(starts, start, end) is None for starts in cues.values())
        ]
        return [*self._naming(point_id, issue), *silent]

    def _naming(self, point_id: str, issue: str) -> Iterator[Passage]:
        for start, end in self._sentences.get(point_id, ()):
            if named := self._between(point_id, issue, start, end):
                yield Passage(self.plan.by_id[point_id].text, start, end, named[0], len(named))

    def _between(self, point_id: str, issue: str, start: int, end: int) -> Sequence[int]:
        """Where in a sentence of a point the cues of the issue begin."""
        starts = self._cues.get(point_id, {}).get(issue, ())
        return starts[bisect_left(starts, start) : bisect_left(starts, end)]

    def _sentence_at(self, point_id: str, at: int) -> tuple[int, int]:
        bounds = self._sentences.get(point_id, [])
        index = bisect_right(bounds, at, key=lambda sentence: sentence[0]) - 1
        return bounds[index] if index >= 0 else (0, 0)


def _first(starts: Sequence[int], low: int, high: int) -> int | None:
    """The first of some rising positions that lies from `low` up to `high`."""
    index = bisect_left(starts, low)
    return starts[index] if index < len(starts) and starts[index] < high else None
