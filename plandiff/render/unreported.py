"""Points that no report supports: text that must never pass for a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.model import Comparison, Plan
from plandiff.render.cite import Where
from plandiff.render.wording import UNREPORTED


def unreported(left: Iterable[str], right: Iterable[str], comparison: Comparison, where: Where) -> list[str]:
    """One remark for each side whose text was invented for a reconstruction, naming the points."""
    old, new = invented(comparison.left, left), invented(comparison.right, right)
    remarks = [f"old {where.left(old)} {UNREPORTED}"] if old else []
    return remarks + ([f"new {where.right(new)} {UNREPORTED}"] if new else [])


def invented(plan: Plan, ids: Iterable[str]) -> list[str]:
    """The ids of the points that are not reported, themselves or by the nearest point above that says so."""
    found = (_deciding(plan, each) for each in ids)
    return [each for each in dict.fromkeys(found) if each is not None]


def _deciding(plan: Plan, point_id: str | None) -> str | None:
    while point_id is not None:
        point = plan.by_id[point_id]
        if point.reported is not None:
            return None if point.reported else point.id
        point_id = point.parent
    return None
