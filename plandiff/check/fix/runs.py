"""New numbers in words: neighbours that move up together are told in one line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from plandiff.check.fix.renumber import Renumbered
from plandiff.model import Plan, Point


def runs(plan: Plan, renumbered: Mapping[str, Renumbered], flagged: Collection[str]) -> Iterator[tuple[int, str]]:
    """Line and words for each run of points under one point that got other labels: "4 to 28 are 3 to 27 now".

    A run begins anew at a point in `flagged`, from where on the numbers move by another step.
    """
    for points in plan.sequences:
        run: list[Point] = []
        for point in points:
            changed = point.id in renumbered and renumbered[point.id].label != point.label
            if run and (not changed or point.id in flagged):
                yield _told(run, renumbered)
                run = []
            if changed:
                run.append(point)
        if run:
            yield _told(run, renumbered)


def _told(run: list[Point], renumbered: Mapping[str, Renumbered]) -> tuple[int, str]:
    first, last = run[0], run[-1]
    line, new, newest = first.line or 0, renumbered[first.id].label, renumbered[last.id].label
    if first is last:
        return line, f"{first.label} is {new} now"
    to = "and" if len(run) == 2 else "to"
    return line, f"{first.label} {to} {last.label} are {new} {to} {newest} now"
