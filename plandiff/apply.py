"""Apply: the newer version, made again from a report and the older version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from plandiff.errors import ApplyError
from plandiff.model import Change, Comparison, Plan


def apply(report: Comparison, old: Plan) -> Plan:
    """The plan on the right side of a report: its words from `old` and the edits, its order and labels from the report.

    Raises `ApplyError` when `old` is not the plan that was compared, and when the report contradicts itself: where
    its edits do not begin with the words of the older points, leave a newer point without words, or make other
    words than the report says.
    """
    if old.sha256 != report.left.sha256:
        raise ApplyError(f"{old.name}: is not the older version of the report: its SHA-256 is another")
    kept = tuple(point for point in old.points if point.id in report.left.by_id)
    if kept != report.left.points or any(p.role != "surrounding" for p in old.points if p.id not in report.left.by_id):
        raise ApplyError(f"{old.name}: is read as other points than when the report was written: compare again")
    _check(report)
    texts: dict[str, str] = {}
    for change in report.changes:
        for leaf in change.leaves():
            texts.update(_rewritten(leaf, old, report.right, deep=leaf is change))
    made = tuple(replace(point, text=texts.get(point.id, "")) for point in report.right.points)
    for point, rebuilt in zip(report.right.points, made, strict=True):
        if point != rebuilt:
            raise _contradiction(f"its changes do not make its newer point {point.id!r:.40}")
    return replace(report.right, points=made)


def _contradiction(what: str) -> ApplyError:
    return ApplyError(f"the report contradicts itself: {what}; write it again with --format json")


def _check(report: Comparison) -> None:
    """Refuse what no report of plandiff holds, since it may have been changed by hand or in malice."""
    known: set[str | None] = {None}
    for point in report.right.points:
        if point.parent not in known or point.id in known:
            raise _contradiction(f"its newer point {point.id!r:.40} stands in none before it, or is there twice")
        known.add(point.id)
    for change in report.changes:
        for leaf in change.leaves():
            if not (report.left.by_id.keys() >= set(leaf.left) and known >= set(leaf.right)):
                raise _contradiction("a change names a point that is not there")


def _rewritten(change: Change, left: Plan, right: Plan, *, deep: bool) -> Iterator[tuple[str, str]]:
    """The newer points of a change with the texts that its edits make of the older ones.

    A change without parts is about all that stands in its points.
    """
    before = "\n".join(left.by_id[each].text for each in _ids(change.left, left, deep=deep))
    if "".join(edit.text for edit in change.edits if edit.op != "insert") != before:
        raise _contradiction(f"it edits other words than those of {', '.join(change.left)!r:.40}")
    lines = "".join(edit.text for edit in change.edits if edit.op != "delete").split("\n")
    for each in _ids(change.right, right, deep=deep):
        # Points follow each other a line each; how many lines a point has of its own, only the report knows.
        count = right.by_id[each].text.count("\n") + 1
        yield each, "\n".join(lines[:count])
        del lines[:count]


def _ids(ids: Sequence[str], plan: Plan, *, deep: bool) -> Iterable[str]:
    return [inner.id for each in ids for inner in plan.within(each)] if deep else ids
