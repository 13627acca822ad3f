"""A draft put right where that takes no judgement, and what was done to it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from typing import NamedTuple

from msgspec.structs import replace

from plandiff import sources
from plandiff.check.draft import Draft
from plandiff.check.fix.follow import Unclear, follow
from plandiff.check.fix.renumber import renumber
from plandiff.check.fix.rewrite import Edit, rewrite
from plandiff.check.fix.runs import runs
from plandiff.check.fix.seats import Lost, Seats
from plandiff.check.typography import TYPED, Slip, typography
from plandiff.compare import understood
from plandiff.model import Plan, Point, Source
from plandiff.registry import Plugins

_NUMBERS = ("numbering-gap", "numbering-repeat")


class Done(NamedTuple):
    """An edit in words, with its line."""

    line: int
    what: str


class Fixed(NamedTuple):
    """The source after it was put right, what was done in the order of its lines, and why something was left."""

    source: Source
    done: tuple[Done, ...] = ()
    left: tuple[str, ...] = ()


def fix(draft: Draft, plugins: Plugins) -> Fixed:
    """Put right what the findings about a draft name: gaps and repeats in its numbers, blanks, quotation marks.

    References follow the numbers. Bytes that no finding is about stay as they are. What was written is read
    again, and is taken back where the plan in it is not the one that was meant.
    """
    source, plan = draft.source, draft.plan
    if plan.format not in TYPED:
        return Fixed(source, left=(f"only text and Markdown can be put right, and this is {plan.format}",))
    named = {(finding.rule, finding.point) for finding in draft.findings}
    slips = [slip for slip in typography(plan) if (slip.rule, slip.point.id) in named]
    typed = _typography(source, plan, slips, plugins)
    flagged = {point for rule, point in named if rule in _NUMBERS and point is not None}
    plan = understood(typed.source, plugins)
    numbered = _numbers(typed.source, plan, flagged, plugins)
    done = sorted({*typed.done, *numbered.done})
    return Fixed(numbered.source, tuple(done), (*typed.left, *numbered.left))


def _typography(source: Source, plan: Plan, slips: list[Slip], plugins: Plugins) -> Fixed:
    try:
        seats = Seats(source.text or "", plan)
    except Lost:
        return Fixed(source)
    edits, found = [], []
    for slip in slips:
        # What cannot be found again, since Markdown's own signs stand in it, stays a finding.
        with suppress(Lost):
            edits.append(Edit(*seats.passage(slip.point, slip.start, slip.end), slip.new))
            found.append(slip)
    meant = _replaced(plan.points, [(slip.point.id, slip.start, slip.end, slip.new) for slip in found])
    done = [Done(slip.finding().line or 0, _SAID[slip.rule]) for slip in found]
    return _written(source, edits, meant, done, plugins)


_SAID = {
    "blank-doubled": "two blanks are one now",
    "quotes-mixed": "a straight quotation mark is a typographic one now",
}


def _numbers(source: Source, plan: Plan, flagged: Collection[str], plugins: Plugins) -> Fixed:
    renumbered = renumber(plan, flagged)
    if not renumbered:
        return Fixed(source)
    try:
        followed = follow(plan, plugins.cites(plan), renumbered)
        seats = Seats(source.text or "", plan)
        edits = [Edit(*seats.label(plan.by_id[one]), new.label) for one, new in renumbered.items()]
        edits += [
            Edit(*seats.passage(plan.by_id[each.point], each.start, each.end), new) for each, new in followed.items()
        ]
    except Unclear as unclear:
        return Fixed(source, left=(f"numbers: {unclear}",))
    except Lost as lost:
        return Fixed(source, left=(f"numbers: line {lost} holds its number in a form that takes judgement",))
    meant = _replaced(plan.points, [(each.point, each.start, each.end, new) for each, new in followed.items()])
    meant = [replace(point, label=renumbered[point.id].label) if point.id in renumbered else point for point in meant]
    done = [Done(*each) for each in runs(plan, renumbered, flagged)]
    for each, new in followed.items():
        point = plan.by_id[each.point]
        line = (point.line or 0) + point.text.count("\n", 0, each.start)
        done.append(Done(line, f"cites {new} now instead of {point.text[each.start : each.end]}"))
    return _written(source, edits, meant, done, plugins)


def _replaced(points: tuple[Point, ...], edits: list[tuple[str, int, int, str]]) -> list[Point]:
    """The points with passages of their texts replaced."""
    texts = {point.id: point.text for point in points}
    for one, start, end, new in sorted(edits, reverse=True):
        texts[one] = texts[one][:start] + new + texts[one][end:]
    return [replace(point, text=texts[point.id]) for point in points]


def _written(source: Source, edits: list[Edit], meant: list[Point], done: list[Done], plugins: Plugins) -> Fixed:
    """The source with the edits, or as it was where another plan than the one meant would be read from it."""
    if not edits:
        return Fixed(source)
    data = rewrite(source, edits)
    after = sources.from_bytes(data, source.name, suffix=source.suffix, provenance=source.provenance)
    found = understood(after, plugins).points
    if [(point.label, point.text, point.line) for point in found] != [(p.label, p.text, p.line) for p in meant]:
        return Fixed(source, left=("what was meant could not be written so that it is read again: correct it by hand",))
    return Fixed(after, tuple(done))
