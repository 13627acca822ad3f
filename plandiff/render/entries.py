"""The changes point by point, in words and in order, before any layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from plandiff.became import became
from plandiff.model import SEVERITIES, Change, Comparison, Edit, Finding, IssueStatus, Plan, Severity
from plandiff.render.cite import Where
from plandiff.render.doubt import certain, could_also_be, how_sure
from plandiff.render.edits_of import edits_of
from plandiff.render.gist import gist
from plandiff.render.reading_order import reading_order
from plandiff.render.unreported import unreported
from plandiff.render.wording import MARK, count, percent, state

_T = TypeVar("_T")
_QUOTED = re.compile(r"“([^”]*)”")


CLOSEST, LIKELY = 0.1, 0.5
"""How likely a partner must be at least to be named beside a point that has none: one without partner, one with."""


class Note(Struct, frozen=True):
    """A remark beneath a text, with the severity that colours it."""

    text: str
    severity: Severity = "none"


class Fold(Struct, frozen=True):
    """One line that stands for several changes."""

    text: str
    changes: tuple[Change, ...]


class Passage(Struct, frozen=True):
    """One provision of an entry: its citation where it needs one, its state where it differs, its redline."""

    where: str
    state: str
    edits: tuple[Edit, ...]
    notes: tuple[Note, ...]


class Entry(Struct, frozen=True):
    """One change of top-level points.

    `issues` are the signs and titles of the issues it touches; `cautions` must be read before the text.
    """

    change: Change
    where: str
    issues: tuple[str, ...]
    cautions: tuple[str, ...]
    body: tuple[Passage | Fold, ...]
    notes: tuple[Note, ...]


def entries(comparison: Comparison, least: Severity = "none") -> list[Entry | Fold]:
    """Every change in reading order; neighbours that did not change are folded into one line.

    Changes that weigh less than `least` are folded into one line at the end.
    """
    teller = _Teller(comparison, least)
    kept, light = teller.weighed(comparison.changes)
    return [*_folded(reading_order(kept, comparison), teller.entry, teller.fold, lambda _: None), *light]


def remark(finding: Finding) -> Note:
    """A finding in a line, with the words it rests on where its message does not hold them."""
    quote = f" (“{finding.quote}”)" if finding.quote and finding.quote not in finding.message else ""
    return Note(f"{finding.severity}: {finding.message}{quote}", finding.severity)


_UNFOLDED = object()


def _folded(
    changes: Iterable[Change],
    tell: Callable[[Change], _T],
    fold: Callable[[Sequence[Change]], Fold],
    room: Callable[[Change], object],
) -> list[_T | Fold]:
    """What is told of each change, with one fold for each run of foldable ones that share a room."""
    told: list[_T | Fold] = []
    for shared, run in groupby(changes, lambda change: room(change) if _foldable(change) else _UNFOLDED):
        group = tuple(run)
        told += map(tell, group) if shared is _UNFOLDED else [fold(group)]
    return told


def _foldable(change: Change) -> bool:
    """Unchanged, in its place, and nothing said of it that has weight."""
    return all(
        each.kind == "unchanged" and not each.moved and all(f.severity == "none" for f in each.findings)
        for each in (change, *change.leaves())
    )


class _Teller:
    """Puts the changes of one comparison into words."""

    def __init__(self, comparison: Comparison, least: Severity) -> None:
        self._comparison = comparison
        self._least = least
        self._where = Where(comparison)
        leaves = [leaf for change in comparison.changes for leaf in (change, *change.leaves())]
        self._alone = (
            {each for leaf in leaves if not leaf.right for each in leaf.left},
            {each for leaf in leaves if not leaf.left for each in leaf.right},
        )
        self._issues: dict[str, IssueStatus] = {issue.id: issue for issue in comparison.issues}

    def entry(self, change: Change) -> Entry:
        parts = [part for part in change.leaves() if not self._empty(part)] if change.parts else []
        cautions = tuple(unreported(change.left, change.right, self._comparison, self._where))
        body: list[Passage | Fold]
        if parts:
            kept, light = self.weighed(parts)
            body = _folded(
                reading_order(kept, self._comparison),
                lambda part: self._passage(part, change, cautions),
                lambda run: self._fold_parts(run, change, cautions),
                lambda part: self._tops(part.left, part.right),
            )
            body += light
        else:
            body = [Passage("", "", self._edits(change), ())]
        said = {note for part in parts for note in self._notes(part)}
        return Entry(
            change,
            self._where(change.left, change.right),
            self._titles([change, *parts]),
            cautions,
            tuple(body),
            tuple(note for note in self._notes(change) if note not in said),
        )

    def weighed(self, changes: Iterable[Change]) -> tuple[list[Change], list[Fold]]:
        """The changes that weigh enough, with those that are none at all, and a fold of the others, if any."""
        kept: list[Change] = []
        light: list[Change] = []
        for change in changes:
            below = SEVERITIES.index(change.severity) < SEVERITIES.index(self._least)
            (light if below and not _foldable(change) else kept).append(change)
        if not light:
            return kept, []
        verb = "is" if len(light) == 1 else "are"
        text = f"{count(len(light), 'change')} below {self._least} {verb} folded{self._invented(light, ())}"
        return kept, [Fold(text, tuple(light))]

    def fold(self, run: Sequence[Change]) -> Fold:
        left = self._where.left(each for change in run for each in change.left)
        right = self._where.right(each for change in run for each in change.right)
        text = f"{left} unchanged" + (f", now {right}" if left != right else "") + self._beside(run, ())
        return Fold(text, tuple(run))

    def _fold_parts(self, run: Sequence[Change], change: Change, cautions: Sequence[str]) -> Fold:
        left = [each for part in run for each in part.left]
        right = [each for part in run for each in part.right]
        old_top, new_top = self._tops(left, right)
        old, new = self._where.left(left, old_top), self._where.right(right, new_top)
        if old == new and old_top is not None and new_top is not None:
            of = f" of {self._where.left([old_top])}" if change.left != (old_top,) else ""
            now = f", now in {self._where.right([new_top])}" if change.right != (new_top,) else ""
        else:
            old, new = self._sides(left, right, change)
            of, now = "", f", now {new}"
        return Fold(f"{old}{of} unchanged{now}{self._beside(run, cautions)}", tuple(run))

    def _beside(self, run: Sequence[Change], cautions: Sequence[str]) -> str:
        """What must be said of texts that count as unchanged: trifles such as quotation marks; invention."""
        where: dict[str, list[str]] = {}
        for change in run:
            for leaf in change.leaves():
                for finding in leaf.findings:
                    where.setdefault(finding.message, []).extend(leaf.left)
        said = [f"{message} in {self._where.left(dict.fromkeys(ids))}" for message, ids in where.items()]
        return self._invented(run, cautions, said)

    def _invented(self, run: Sequence[Change], cautions: Sequence[str], said: Sequence[str] = ()) -> str:
        """What was said and which of the texts are invented, in parentheses."""
        left = [each for change in run for each in change.left]
        right = [each for change in run for each in change.right]
        invented = unreported(left, right, self._comparison, self._where)
        said = [*said, *(each for each in invented if each not in cautions)]
        return f" ({'; '.join(said)})" if said else ""

    def _passage(self, part: Change, change: Change, cautions: Sequence[str]) -> Passage:
        old, new = self._sides(part.left, part.right, change)
        if part.left == change.left and part.right == change.right:
            where = ""
        elif not part.left or old == new:
            where = new
        else:
            where = old if not part.right else became(old, new)
        told = "" if part.kind in ("modified", change.kind) and not part.moved else state(part)
        invented = unreported(part.left, part.right, self._comparison, self._where)
        notes = [Note(each, "critical") for each in invented if each not in cautions]
        told = told.removesuffix(" · renumbered")
        return Passage(where, told, self._edits(part), (*notes, *self._notes(part)))

    def _sides(self, left: Sequence[str], right: Sequence[str], change: Change) -> tuple[str, str]:
        """Both citations, short where all the provisions stand inside the one old and the one new point."""
        old_top, new_top = self._tops(left, right)
        short = (not left or change.left == (old_top,)) and (not right or change.right == (new_top,))
        if not short:
            old_top = new_top = None
        return self._where.left(left, old_top), self._where.right(right, new_top)

    def _tops(self, left: Iterable[str], right: Iterable[str]) -> tuple[str | None, str | None]:
        return _top(self._comparison.left, left), _top(self._comparison.right, right)

    def _edits(self, change: Change) -> tuple[Edit, ...]:
        """The edits; of a text that did not change, its first words are enough to know it by."""
        edits = edits_of(change, self._comparison)
        if change.kind != "unchanged":
            return edits
        words = "".join(edit.text for edit in edits if edit.op != "delete")
        return (Edit(op="equal", text=gist(words, 160)),)

    def _empty(self, part: Change) -> bool:
        """A point that only holds sub-points has no words of its own to speak of."""
        texts = (self._comparison.left.text_of(part.left), self._comparison.right.text_of(part.right))
        return not any(text.strip() for text in texts) and not part.findings

    def _notes(self, change: Change) -> tuple[Note, ...]:
        notes = [*self._whereabouts(change), *(Note(fact.message, "critical") for fact in change.facts)]
        told = " ".join(fact.message for fact in change.facts)
        # What a fact says of its figure needs no second line, nor a name that is told among those who are bound.
        bound = " ".join(finding.message for finding in change.findings if finding.rule == "actor-changed")
        for finding in change.findings:
            repeated = finding.rule.startswith("qualifier-") and _in(finding.quote, told)
            if not repeated and not (finding.rule.startswith("party-") and _names_in(finding.message, bound)):
                notes.append(remark(finding))
        if not certain(change):
            doubt = ", ".join(filter(None, (change.reason, could_also_be(change, self._where))))
            notes.append(Note(f"{how_sure(change)}: {doubt}"))
        elif not (change.left and change.right):
            notes += map(Note, self._closest(change))
        return tuple(dict.fromkeys(notes))

    def _closest(self, change: Change) -> Iterator[str]:
        """The runner-up of a point without counterpart, which may be the same reworded: one that has none either, or
        a likely one that may have taken it in."""
        other = change.runner_up
        if other is None:
            return
        where = self._where.right(other.right) if change.left else self._where.left(other.left)
        alone = self._alone[1].issuperset(other.right) if change.left else self._alone[0].issuperset(other.left)
        if alone and other.score >= CLOSEST:
            yield f"closest of what is left over: {where} ({other.score:.2f})"
        elif other.score >= LIKELY:
            yield f"perhaps taken {'into' if change.left else 'from'} {where} ({other.score:.2f})"

    def _whereabouts(self, change: Change) -> Iterator[Note]:
        """Where the words of points that were split or merged went, and what found no place."""
        if len(change.left) < 2 and len(change.right) < 2:
            return
        for name, shares in groupby(change.shares, lambda share: share.left):
            places = [
                f"{percent(share.share)} {'in new ' + self._where.right([share.right]) if share.right else 'gone'}"
                for share in shares
            ]
            yield Note(f"words of old {self._where.left([name])}: {', '.join(places)}")
        for sentence in change.lost:
            yield Note(f"lost: {gist(sentence, 120)}", "substantive")

    def _titles(self, changes: Iterable[Change]) -> tuple[str, ...]:
        ids = dict.fromkeys(each for change in changes for each in change.issues)
        issues = (self._issues[each] for each in ids if each in self._issues)
        return tuple(f"{MARK[issue.status]} {issue.title}" for issue in issues)


def _in(quote: str | None, text: str) -> bool:
    return quote is not None and quote in text


def _names_in(message: str, text: str) -> bool:
    """Whether a text holds all that a message quotes."""
    quoted = _QUOTED.findall(message)
    return bool(quoted) and all(words in text for words in quoted)


def _top(plan: Plan, ids: Iterable[str]) -> str | None:
    """The one top-level point that all the provisions stand in, None where there is no such point."""
    tops = {plan.tops[point_id] for point_id in ids}
    return tops.pop() if len(tops) == 1 else None
