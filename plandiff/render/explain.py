"""One point explained: what became of it, how sure that is, why, and what else it could be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from plandiff.model import Change, Comparison, Side
from plandiff.render.cite import Where
from plandiff.render.doubt import certain, could_also_be
from plandiff.render.edits_of import edits_of
from plandiff.render.entries import Note, remark
from plandiff.render.gist import gist
from plandiff.render.reading_order import reading_order
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.terminal.marked import LEGEND, marked
from plandiff.render.terminal.styles import CAUTION, KIND, SEVERITY
from plandiff.render.unreported import unreported
from plandiff.render.wording import count, notice, percent, state

_MARGIN = 11
"""Columns of the words that stand before each answer."""

_SURE = (
    (0.99, "all but certain"),
    (0.9, "very likely"),
    (0.8, "likely"),
    (0.5, "uncertain"),
    (0.0, "doubtful"),
)
"""From which score on which word is used."""


def explain(comparison: Comparison, side: Side, point_id: str, console: Console, *, others: Sequence[str] = ()) -> None:
    """Print what is known of one point, which is a top-level point or a sub-point of that side.

    Its text; the link it stands in; how sure that is and why; the runner-up; what both sides share and what
    differs; where its sub-points went; facts and findings. `others` are ids of points that are cited alike.
    """
    _Explanation(comparison, side, point_id, Sheet(console)).write(others)


class _Explanation:
    def __init__(self, comparison: Comparison, side: Side, point_id: str, sheet: Sheet) -> None:
        self._comparison = comparison
        self._side = side
        self._plan = comparison.left if side == "left" else comparison.right
        self._id = point_id
        self._where = Where(comparison)
        self._cite = self._where.left if side == "left" else self._where.right
        self._sheet = sheet
        self._own = {each.id for each in self._plan.within(point_id)}

    def write(self, others: Sequence[str]) -> None:
        on_top = self._plan.tops[self._id] == self._id
        top = next(change for change in self._comparison.changes if self._plan.tops[self._id] in self._ids(change))
        links = [top] if on_top else [part for part in self._parts() if self._id in self._ids(part)]
        self._text(links)
        if others:
            lines = (f"{each} (line {self._plan.by_id[each].line})" for each in others)
            self._say("not", safe(f"cited alike, named by these ids: {', '.join(lines)}"))
        for change in links:
            self._link(change)
        if not on_top:
            self._say("inside", safe(f"{self._where(top.left, top.right)}  {state(top)} ({_sure(top)})"))
        self._parts_of(links)
        self._notes(links)
        self._sheet.print()

    def _text(self, links: Iterable[Change]) -> None:
        point = self._plan.by_id[self._id]
        line = f", line {point.line}" if point.line is not None else ""
        self._sheet.line(safe(f"{self._cite([self._id])} of {self._plan.name}{line}", "bold"))
        # Words of both versions are quoted below.
        cautions = [
            f"{name}: {said}"
            for name, plan in (("old", self._comparison.left), ("new", self._comparison.right))
            if plan.provenance and (said := notice(plan.provenance))
        ]
        for change in links:
            cautions += unreported(change.left, change.right, self._comparison, self._where)
        for caution in cautions:
            self._sheet.line(safe(caution, CAUTION))
        for each in self._plan.within(self._id):
            if each.text.strip():
                label = self._cite([each.id], self._id) if each.id != self._id else ""
                self._say(label, safe(each.text))
        self._sheet.blank()

    def _link(self, change: Change) -> None:
        head = safe(f"{self._where(change.left, change.right)}  ", "bold").append(state(change), KIND[change.kind])
        if change.severity != "none":
            head.append(" · ").append(change.severity, SEVERITY[change.severity])
        self._say("link", head)
        self._say("sure", Text(_sure(change)))
        self._say("because", safe(change.reason))
        self._runner_up(change)
        if change.left and change.right:
            self._say("shared", safe("; ".join([self._shared(change), *self._shares(change)])))
            for sentence in change.lost:
                self._say("lost", safe(f"“{gist(sentence, 160)}”"))
            if change.kind != "unchanged":
                self._say("redline", marked(edits_of(change, self._comparison)))
                self._say("", Text(LEGEND, "dim"))

    def _runner_up(self, change: Change) -> None:
        other = change.runner_up
        if other is None:
            self._say("or else", Text("nothing else comes near"))
            return
        from_right = not set(other.right) <= set(change.right)
        plan, ids = (self._comparison.right, other.right) if from_right else (self._comparison.left, other.left)
        words = gist(plan.text_of(ids, deep=True), 90)
        said = f"{could_also_be(change, self._where)} ({other.score:.2f}): “{words}”"
        self._say("or else", safe(said))

    def _shared(self, change: Change) -> str:
        """How many words of either side stand in the other, in order."""
        edits = edits_of(change, self._comparison)
        words = {op: sum(len(_WORD.findall(each.text)) for each in edits if each.op == op) for op in _OPS}
        old, new = words["equal"] + words["delete"], words["equal"] + words["insert"]
        return f"{words['equal']} of {count(old, 'old word')}, {words['equal']} of {count(new, 'new word')}"

    def _shares(self, change: Change) -> list[str]:
        """Where the words of an old point went, where it is not the one place; for a new one, what came in."""
        if len(change.left) == len(change.right) == 1:
            return []
        said = []
        for share in change.shares:
            old, new = self._where.left([share.left]), self._where.right([share.right] if share.right else [])
            if self._side == "left" and share.left in self._own:
                said.append(f"{percent(share.share)} " + (f"is in {new}" if share.right else "is gone"))
            elif self._side == "right" and share.right in self._own:
                said.append(f"{percent(share.share)} of {old} is here")
        return said

    def _parts_of(self, links: Iterable[Change]) -> None:
        parts = [part for part in self._parts() if self._own & set(self._ids(part)) and part not in links]
        name = "parts"
        for part in reading_order(parts, self._comparison):
            told = safe(f"{self._where(part.left, part.right)}  ").append(state(part), KIND[part.kind])
            self._say(name, told)
            name = ""

    def _notes(self, links: Iterable[Change]) -> None:
        notes = [Note(fact.message, "critical") for change in links for fact in change.facts]
        notes += [remark(finding) for change in links for finding in change.findings]
        notes += [
            remark(finding)
            for finding in self._comparison.findings
            if finding.side == self._side and finding.point in self._own
        ]
        name = "meaning"
        for note in dict.fromkeys(notes):
            self._say(name, safe(note.text, SEVERITY[note.severity]))
            name = ""

    def _say(self, name: str, text: Text) -> None:
        width = self._sheet.measure - _MARGIN - GAP
        self._sheet.row((_MARGIN, safe(name, "dim")), (width, text))

    def _parts(self) -> list[Change]:
        return [part for change in self._comparison.changes for part in change.parts]

    def _ids(self, change: Change) -> tuple[str, ...]:
        return change.left if self._side == "left" else change.right


_OPS = ("equal", "delete", "insert")
_WORD = re.compile(r"\w+")


def _sure(change: Change) -> str:
    word = next(word for least, word in _SURE if change.score >= least)
    near = ", though another point is nearly as likely" if change.score >= 0.8 and not certain(change) else ""
    return f"{change.score:.2f}, {word}{near}"
