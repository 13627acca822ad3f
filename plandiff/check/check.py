"""The findings about a draft by itself, and about what it did to the version before it."""

from __future__ import annotations

from msgspec.structs import replace

from plandiff.check.numbering import in_order, numbering
from plandiff.check.silence import silence
from plandiff.check.typography import typography
from plandiff.engine.cited import Cited
from plandiff.model import Change, Comparison, Finding, Plan
from plandiff.registry import Plugins

_QUOTE = 40


def check(plan: Plan, text: str, plugins: Plugins, against: Comparison | None = None) -> tuple[Finding, ...]:
    """What is to be said of a draft, in the order of its lines.

    `text` is the draft as it stands in its file, where marks may silence a rule. `against` is the comparison of
    the version before it with this draft, and adds what the change did: points gone or new, facts changed, and
    what the classifiers found.
    """
    findings = [
        *numbering(plan),
        *(slip.finding() for slip in typography(plan)),
        *plugins.inspect(plan),
        *plan.findings,
    ]
    if against is not None:
        findings += [finding for change in against.changes for finding in _done(change, against)]
    return in_order(silence(findings, text))


def _done(change: Change, comparison: Comparison) -> list[Finding]:
    """What a change did, as findings about the newer version; what only moved or got another number is none."""
    point = comparison.right.by_id[change.right[0]] if change.right else None
    found = [finding for finding in change.findings if point is None or finding.side != "left"]
    if change.kind == "dropped":
        cited, plan = Cited(comparison.left), comparison.left
        names = ", ".join(cited.name(plan.by_id[one]) for one in change.left)
        words = " ".join(plan.text_of(change.left).split())
        quote = words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
        found.append(Finding(rule="point-dropped", severity="critical", message=f"old {names} is gone", quote=quote))
    elif change.kind == "added":
        found.append(Finding(rule="point-added", severity="substantive", message="is new"))
    else:
        found += [Finding(rule="fact-changed", severity="critical", message=fact.message) for fact in change.facts]
    if point is None:
        return found
    return [each if each.point else replace(each, side="right", point=point.id, line=point.line) for each in found]
