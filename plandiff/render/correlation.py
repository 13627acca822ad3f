"""The correlation table: every old label beside the new one, as lawyers and desks keep it in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plandiff.model import Change, Comparison, Plan
from plandiff.render.cite import Where
from plandiff.render.mapping import mapping
from plandiff.render.wording import percent

HEADERS = (
    *("Old", "New", "Fate", "Moved", "Renumbered", "Share of the old text", "Score", "Severity", "Issues"),
    *("Old text", "New text", "Remarks"),
)


class Row(NamedTuple):
    """One line: a change, or a provision inside one, with the whole texts of both sides."""

    old: str = ""
    new: str = ""
    fate: str = ""
    moved: str = ""
    renumbered: str = ""
    share: str = ""
    score: str = ""
    severity: str = ""
    issues: str = ""
    old_text: str = ""
    new_text: str = ""
    remarks: str = ""


def correlation(comparison: Comparison) -> list[Row]:
    """Every change in reading order, each followed by the provisions inside it, as `mapping` has them.

    `share` says how much of the old text went where, for a text that changed. `remarks` mark a link that is a
    guess and what is no quotation: points that no report supports, versions that are known only in other words.
    """
    where = Where(comparison)
    titles = {issue.id: issue.title for issue in comparison.issues}
    versions = [_caution(comparison.left, "old"), _caution(comparison.right, "new")]
    return [
        Row(
            old=_named(pairing.old, pairing.change.left, comparison.left, part=pairing.part),
            new=_named(pairing.new, pairing.change.right, comparison.right, part=pairing.part),
            fate=pairing.change.kind,
            moved=_yes(pairing.change.moved),
            renumbered=_yes(pairing.change.renumbered),
            share=_shares(pairing.change, where),
            score=f"{pairing.change.score:.2f}",
            severity=pairing.change.severity,
            issues="; ".join(titles.get(issue, issue) for issue in pairing.change.issues),
            old_text=comparison.left.text_of(pairing.change.left, deep=not pairing.part),
            new_text=comparison.right.text_of(pairing.change.right, deep=not pairing.part),
            remarks="; ".join(filter(None, (*versions, *pairing.cautions))),
        )
        for pairing in mapping(comparison)
    ]


def _named(citation: str, ids: Sequence[str], plan: Plan, *, part: bool) -> str:
    """The citation; a table has no indents that tell a point from its own words before its sub-points."""
    return f"{citation}, opening words" if part and len(ids) == 1 and ids[0] in plan.children else citation


def _yes(flag: bool) -> str:
    return "yes" if flag else ""


def _shares(change: Change, where: Where) -> str:
    went = ((share, f"in {where.right([share.right])}" if share.right else "gone") for share in change.shares)
    return "; ".join(f"{where.left([share.left])}: {percent(share.share)} {there}" for share, there in went)


def _caution(plan: Plan, side: str) -> str:
    """What a version is, where it is not the published wording: "new: reconstruction"."""
    known = plan.provenance.basis if plan.provenance else "published"
    return "" if known == "published" else f"{side}: {known}"
