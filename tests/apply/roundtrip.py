"""From a pair to its report, and back."""

from __future__ import annotations

from json import loads

from msgspec import convert

from plandiff.apply import apply
from plandiff.compare import compare
from plandiff.model import Comparison, Plan
from plandiff.registry import Plugins
from plandiff.render.json import json

NONE = Plugins([])
"""What a change means has no part in this, and takes most of the time."""


def comes_back(old: Plan, new: Plan) -> bool:
    """Whether the report about a pair, written and read, gives the points of the newer version for the older one."""
    comparison = compare(old, new, plugins=NONE)
    report = convert(loads(json(comparison)), Comparison)
    return apply(report, old) == comparison.right and {point.id for point in new.points} >= {
        point.id for point in comparison.right.points
    }
