"""The policy of a team, held against what a draft does to the version before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plandiff.config import Policy
from plandiff.engine.cited import Cited
from plandiff.model import SEVERITIES, Change, Comparison, Finding


def judge(comparison: Comparison, policy: Policy, noted: Callable[[], bool]) -> Iterator[Finding]:
    """Where the change from one version to the next goes beyond the policy.

    A protected point may be renumbered and moved, its words may not change. `noted` says whether the change comes
    with a note, and is asked only when it needs one.
    """
    cited = Cited(comparison.left)
    named = {name: cited(name) for name in policy.protected_points}
    for name in (name for name, points in named.items() if not points):
        message = f"the policy protects {name}, which the version before does not have"
        yield Finding(rule="policy-stale", severity="editorial", message=message)
    protected = {point.id for points in named.values() for point in points}
    for change in _leaves(comparison.changes):
        if change.severity in ("none", "editorial"):
            continue
        touched = [one for one in change.left if protected & set(_above(one, comparison))]
        if touched:
            names = ", ".join(cited.name(comparison.left.by_id[one]) for one in touched)
            yield _finding("protected-point", f"old {names} is protected and changed", change, comparison)
        for issue in change.issues:
            if issue in policy.protected_issues:
                yield _finding("protected-issue", f"changes the protected issue {issue}", change, comparison)
    worst = max((change.severity for change in comparison.changes), key=SEVERITIES.index, default="none")
    allowed = policy.without_note
    if allowed is not None and SEVERITIES.index(worst) > SEVERITIES.index(allowed) and not noted():
        message = f"the change is {worst}, and without a note only what is {allowed} may land"
        yield Finding(rule="note-missing", severity="critical", message=message)


def _leaves(changes: Iterable[Change]) -> Iterator[Change]:
    for change in changes:
        yield from change.leaves()


def _above(point: str, comparison: Comparison) -> Iterator[str]:
    """The point and those it stands in."""
    next_one: str | None = point
    while next_one is not None:
        yield next_one
        next_one = comparison.left.by_id[next_one].parent


def _finding(rule: str, message: str, change: Change, comparison: Comparison) -> Finding:
    point = comparison.right.by_id[change.right[0]] if change.right else None
    return Finding(
        rule=rule,
        severity="critical",
        message=message,
        point=point.id if point else None,
        line=point.line if point else None,
    )
