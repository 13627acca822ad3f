"""The history of a plan: a paragraph for every commit."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.became import became
from plandiff.model import Change, Comparison, IssueStatus
from plandiff.render.cite import Where
from plandiff.render.digest import fates, flags
from plandiff.render.gist import gist
from plandiff.render.reading_order import reading_order
from plandiff.render.visible import visible
from plandiff.render.wording import MARK, state

_SHORT = 9
_WORDS = 60
_INDENT = "    "


def log(commit: str, day: str, author: str, subject: str, comparison: Comparison | None, said: str) -> str:
    """What one commit did: its head as git shows it, the counts, a line for each point and issue that changed."""
    head = f"{commit[:_SHORT]}  {day}  {author}  {subject}"
    lines = [said] if said else []
    if comparison is not None:
        where = Where(comparison)
        lines.append(" · ".join(filter(None, (fates(comparison), flags(comparison)))))
        changes = reading_order(comparison.changes, comparison)
        lines += [_point(each, comparison, where) for each in changes if each.kind != "unchanged" or each.moved]
        leaves = [leaf for change in changes for leaf in change.leaves() if leaf.kind != "unchanged"]
        old = {one for leaf in leaves for one in leaf.left}
        new = {one for leaf in leaves for one in leaf.right}
        news = [each for each in comparison.issues if old & {*each.left} or new & {*each.right}]
        lines += [_issue(each, where) for each in news if each.status not in ("settled", "unknown")]
    return "".join(f"{visible(line)}\n" for line in (head, *(f"{_INDENT}{line}" for line in lines)))


def _point(change: Change, comparison: Comparison, where: Where) -> str:
    what = _what(change, comparison)
    return f"{_place(change.left, change.right, where)}  {state(change)}{': ' if what else ''}{what}"


def _place(left: Sequence[str], right: Sequence[str], where: Where) -> str:
    old, new = where.left(left), where.right(right)
    return old if old == new else became(old, new)


def _what(change: Change, comparison: Comparison) -> str:
    """The first words of what came or went; otherwise the facts that changed, or what was found."""
    if not change.left or not change.right:
        plan, ids = (comparison.left, change.left) if change.left else (comparison.right, change.right)
        return gist(plan.text_of(ids, deep=True), _WORDS)
    said = [fact.message for fact in change.facts]
    said = said or [each.message for leaf in change.leaves() for each in leaf.findings if each.severity != "none"]
    return "; ".join(dict.fromkeys(said))


def _issue(issue: IssueStatus, where: Where) -> str:
    return f"{MARK[issue.status]} {issue.title}  {issue.status}  {_place(issue.left, issue.right, where)}"
