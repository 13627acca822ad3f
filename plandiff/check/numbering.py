"""The numbers of a draft: gaps, repeats, restarts, empty points, and the count that its title promises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from plandiff.engine.notes import DELETION
from plandiff.engine.ordinals import ordinals
from plandiff.model import Finding, Plan, Point

_PROMISE = re.compile(
    r"(?<![\w.-])(\d{1,3})[\s-]{1,2}(?:point|пунктн|punkte|puntos)"
    r"|(?<![\w.-])(\d{1,3})\s(?:points|articles|пункт\w{0,3}|Punkten?|puntos|clauses)(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,9}")
_WIDE = 9
_QUOTE = 40
_TITLES = 3
"""How many lines before the first point can be its title."""


def numbering(plan: Plan) -> Iterator[Finding]:
    """What is odd about the numbers of a draft, in document order.

    The points inside each point are counted by themselves. An announced deletion leaves no gap. Numbers that
    begin again at 1 under another heading are a restart, which many treaties mean.
    """
    deleted = [omission.text[:_QUOTE] for omission in plan.omitted if omission.reason == DELETION]
    excused = {number for text in deleted for number in re.findall(r"\d{1,4}", text)}
    for points in plan.sequences:
        yield from _sequence(points, excused)
    for point in plan.points:
        if point.label is not None and not point.text.strip() and not plan.children.get(point.id):
            yield _finding("point-empty", point, f"{point.label} has no text")
    yield from _promise(plan)


def _sequence(points: Sequence[Point], excused: set[str]) -> Iterator[Finding]:
    for before, after in pairwise(points):
        reached, next_ones = _numbers(before), _numbers(after)
        if not reached or not next_ones or any(n == m + 1 for m in reached for n in next_ones):
            continue
        first, second = reached[0], next_ones[0]
        if before.path[-1] == after.path[-1]:
            yield _finding("numbering-repeat", after, f"{after.label} stands twice")
        elif second == first:
            continue  # 12 and 12a, 3 bis
        elif second == 1:
            yield _finding("numbering-restart", after, f"the numbers begin again after {before.label}")
        elif second < first:
            yield _finding("numbering-order", after, f"{after.label} comes after {before.label}")
        elif not {str(n) for n in range(first + 1, second)} <= excused:
            missing = str(first + 1) if second == first + 2 else f"{first + 1} to {second - 1}"
            yield _finding("numbering-gap", after, f"{after.label} comes after {before.label}: {missing} is missing")


def _numbers(point: Point) -> tuple[int, ...]:
    return ordinals(point.path[-1])


def _promise(plan: Plan) -> Iterator[Finding]:
    titles = [plan.provenance.title] if plan.provenance else []
    titles += [point.text for point in takewhile(lambda point: point.label is None, plan.top)]
    for title in titles[:_TITLES]:
        for match in _PROMISE.finditer(title):
            promised = int(match[1] or match[2])
            if promised != plan.numbered:
                message = f"the title speaks of {promised} points, and there are {plan.numbered}"
                yield Finding(rule="title-count", severity="substantive", message=message, quote=match[0])
            return


def _finding(rule: str, point: Point, message: str) -> Finding:
    words = " ".join(point.text.split())
    return Finding(
        rule=rule,
        severity="editorial" if rule == "numbering-restart" else "substantive",
        message=message,
        point=point.id,
        line=point.line,
        quote=words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…",
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by line, those without a place first; "old 9" before "old 10"."""
    return tuple(sorted(findings, key=lambda each: (each.line or 0, each.rule, _DIGITS.sub(_padded, each.message))))


def _padded(number: re.Match[str]) -> str:
    return number[0].zfill(_WIDE)
