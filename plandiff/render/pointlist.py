"""A plan as a point list, which plandiff and other programs read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plandiff.model import Plan, Point
from plandiff.render.json import written


def pointlist(plan: Plan) -> str:
    """The points nested as they stand in each other, with id, label and text; a JSON document."""
    inside: dict[str | None, list[Point]] = {}
    for point in plan.points:
        inside.setdefault(point.parent, []).append(point)
    return written({"points": [_entry(point, inside) for point in inside.get(None, ())]})


def _entry(point: Point, inside: Mapping[str | None, Sequence[Point]]) -> dict[str, Any]:
    inner = inside.get(point.id, ())
    return {
        "id": point.id,
        **({} if point.label is None else {"label": point.label}),
        "text": point.text,
        **({"points": [_entry(each, inside) for each in inner]} if inner else {}),
    }
