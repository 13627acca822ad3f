"""A plan as a point list, which plandiff and other programs read."""

from __future__ import annotations

from typing import Any

from plandiff.model import Plan, Point
from plandiff.render.json import written


def pointlist(plan: Plan) -> str:
    """The points nested as they stand in each other, with id, label and text; a JSON document."""
    return written({"points": [_entry(point, plan) for point in plan.top]})


def _entry(point: Point, plan: Plan) -> dict[str, Any]:
    inner = plan.children.get(point.id, ())
    return {
        "id": point.id,
        **({} if point.label is None else {"label": point.label}),
        "text": point.text,
        **({"points": [_entry(each, plan) for each in inner]} if inner else {}),
    }
