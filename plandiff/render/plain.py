"""A plan as plain text, a point a line."""

from __future__ import annotations

from plandiff.model import Plan, Point
from plandiff.render.visible import visible

_STEP = "   "


def plain(plan: Plan) -> str:
    """The points in order, each with its label, sub-points indented; what cannot be seen is written out."""
    depth: dict[str | None, int] = {None: 0}
    lines = []
    for point in plan.points:
        margin = _STEP * depth[point.parent]
        depth[point.id] = depth[point.parent] + 1
        lines += [margin + line for line in f"{_label(point)}{visible(point.text)}".split("\n")]
    return "".join(f"{line}\n" for line in lines)


def _label(point: Point) -> str:
    if point.label is None:
        return ""
    return f"{visible(point.label)}{'.' if point.label[-1:].isalnum() else ''} "
