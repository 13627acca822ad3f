"""The findings about a draft by itself, and about what it did to the version before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from plandiff.check.numbering import in_order, numbering
from plandiff.check.silence import silence
from plandiff.check.typography import typography
from plandiff.engine.cited import Cited
from plandiff.model import Change, Comparison, Finding, Plan, Point
from plandiff.registry import Plugins

_QUOTE = 40


def check(plan: Plan, text: str, plugins: Plugins, against: Comparison | None = None) -> tuple[Finding, ...]:
    """What is to be said of a draft, in the order of its lines.

    `text` is the draft as it stands in its file, where marks may silence a rule. `against` is the comparison of
    the version before it with this draft, and adds what the change did: points gone or new, facts changed, and
    what the classifiers found. These findings, and only these, have a `side`; their lines are those of the draft.
    """
    findings = [
        *numbering(plan),
        *(slip.finding() for slip in typography(plan)),
        *plugins.inspect(plan),
        *plan.findings,
    ]
    if against is not None:
        findings += [finding for change in against.changes for finding in _done(change, against)]
    return in_order(silence(_counted(findings), text))


def _counted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding once, and how often it was made."""
    for finding, times in Counter(findings).items():
        yield finding if times == 1 else replace(finding, message=f"{finding.message} ({times} times)")


def _done(change: Change, comparison: Comparison) -> list[Finding]:
    """What a change did, provision by provision, and what holds of the whole of it alone."""
    if change.kind in ("dropped", "added"):
        return _of(change, comparison, whole=True)
    found = [finding for leaf in change.leaves() for finding in _of(leaf, comparison, whole=leaf is change)]
    said = {(each.rule, each.message) for each in found}
    return found + [each for each in _of(change, comparison, whole=True) if (each.rule, each.message) not in said]


def _of(change: Change, comparison: Comparison, *, whole: bool) -> list[Finding]:
    """What a change did, with its place in the newer version; what only moved or got another number is none.

    `whole` tells a point with its sub-points from one of its provisions.
    """
    found = list(change.findings)
    if change.kind == "dropped":
        opening = any(comparison.left.children.get(one) for one in change.left)
        words, are = ("the opening words of ", "are") if opening and not whole else ("", "is")
        said = f"{words}old {_names(change.left, comparison.left)} {are} gone"
        quote = _quote(change.left, comparison.left)
        found.append(Finding(rule="point-dropped", severity="critical", message=said, quote=quote))
    elif change.kind == "added":
        said, quote = f"{_names(change.right, comparison.right)} is new", _quote(change.right, comparison.right)
        found.append(Finding(rule="point-added", severity="substantive", message=said, quote=quote))
    else:
        found += [Finding(rule="fact-changed", severity="critical", message=fact.message) for fact in change.facts]
    point = _place(change, comparison)
    line, side = point.line if point else None, "right" if change.right else "left"
    at = {"point": point.id if point and change.right else None, "line": line, "side": side}
    return [each if each.side == "right" and each.point else replace(each, **at) for each in found]


def _place(change: Change, comparison: Comparison) -> Point | None:
    """The new point of a change; for one that is gone, what followed it and is still in its place."""
    if change.right:
        return comparison.right.by_id[change.right[0]]
    order = {point.id: at for at, point in enumerate(comparison.left.points)}
    gone = order[change.left[-1]]
    leaves = (leaf for whole in comparison.changes for leaf in whole.leaves())
    kept = [(order[leaf.left[0]], leaf.right[0]) for leaf in leaves if leaf.left and leaf.right and not leaf.moved]
    after = min((each for each in kept if each[0] > gone), default=None)
    return comparison.right.by_id[after[1]] if after else None


def _names(ids: Iterable[str], plan: Plan) -> str:
    cited = Cited(plan)
    return ", ".join(cited.name(plan.by_id[one]) for one in ids)


def _quote(ids: Sequence[str], plan: Plan) -> str:
    words = " ".join(plan.text_of(ids).split())
    return words if len(words) <= _QUOTE else words[: _QUOTE - 1] + "…"
