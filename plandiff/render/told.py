"""A comparison as findings with their places, for the programs that show such beside the lines of a file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from plandiff.model import Change, Comparison, Finding, Plan, Side
from plandiff.render.cite import Where
from plandiff.render.doubt import doubt
from plandiff.render.findings import Told
from plandiff.render.gist import gist
from plandiff.render.unreported import unreported
from plandiff.render.wording import state

_RULE = {"added": "point-added", "dropped": "point-dropped"}
_QUOTE = 40


def told(comparison: Comparison) -> list[Told]:
    """Every change of provisions above severity none and every finding about it or about one text, with its line.

    A change stands at its first newer point, one that left nothing behind at its first older point. The message
    says where the link is a guess and which points no report supports.
    """
    where = Where(comparison)
    leaves = {(leaf.left, leaf.right): leaf for change in comparison.changes for leaf in change.leaves()}
    found = [each for leaf in leaves.values() for each in _change(leaf, comparison, where)]
    for finding in comparison.findings:
        plan = comparison.left if finding.side == "left" else comparison.right
        found.append(Told(plan.name, _placed(finding, plan, finding.point), ""))
    return found


def _change(change: Change, comparison: Comparison, where: Where) -> Iterator[Told]:
    if change.severity == "none" and not change.findings:
        return
    side: Side = "right" if change.right else "left"
    plan, ids = (comparison.right, change.right) if change.right else (comparison.left, change.left)
    cautions = (doubt(change, where), *unreported(change.left, change.right, comparison, where))
    place = f"{where(change.left, change.right)}: "
    if change.severity != "none":
        said = [state(change), *(fact.message for fact in change.facts), *filter(None, cautions)]
        rule = _RULE.get(change.kind, "point-changed")
        quote = gist(plan.text_of(ids), _QUOTE) if rule != "point-changed" else None
        finding = Finding(rule=rule, severity=change.severity, message=place + "; ".join(said), side=side, quote=quote)
        yield Told(plan.name, _placed(finding, plan, ids[0]), "")
    for finding in change.findings:
        said = [finding.message, *filter(None, cautions)]
        yield Told(plan.name, _placed(replace(finding, message=place + "; ".join(said)), plan, ids[0]), "")


def _placed(finding: Finding, plan: Plan, point: str | None) -> Finding:
    """The finding with its point and the line of it, where the plan has that point."""
    known = plan.by_id.get(point) if point is not None else None
    if known is None:
        return finding
    return replace(finding, point=point, line=finding.line or known.line)
