"""Points that no report supports: text that must never pass for a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.model import Change, Comparison, Plan
from plandiff.render.cite import Where
from plandiff.render.wording import UNREPORTED


def unreported(change: Change, comparison: Comparison, where: Where) -> list[str]:
    """One remark for each side of a change whose text was invented for a reconstruction, with its points."""
    left = invented(comparison.left, change.left)
    right = invented(comparison.right, change.right)
    remarks = [f"old {where.left(left)} {UNREPORTED}"] if left else []
    return remarks + ([f"new {where.right(right)} {UNREPORTED}"] if right else [])


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
