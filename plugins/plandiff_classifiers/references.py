"""References between provisions after renumbering: followed, stale or dangling.

Old point 3 became new point 2, and a provision that cited "point 3"

    now cites point 2                                 reference-updated     editorial, a mere consequence
    still cites point 3, which is now another point   reference-stale       substantive
    still cites point 3, and there is none            reference-dangling    substantive

A reference that means what it meant under the same number is nothing to report, nor is one that is new and right.
Old and new references of a change belong together where they stand at the same place of the redline. Of one plan
by itself is said what it cites and does not have: reference-unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Citation, Finding, Plan, Point
from plandiff_classifiers._became import Became, became
from plandiff_classifiers._place import line, quote
from plandiff_classifiers._references import Reference, places


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan, changes: Sequence[Change]) -> list[Finding]:
    """What became of the references in the new text of a change."""
    where = became(changes)
    old = _standing(change, change.left, left, "insert")
    findings = []
    for seat, cited in _standing(change, change.right, right, "delete").items():
        before = old.get(seat)
        found = _judged(before.reference if before else None, cited.reference, where, right)
        for rule, message in found:
            point = right.by_id[cited.point]
            findings.append(
                Finding(
                    rule=rule,
                    severity="editorial" if rule == "reference-updated" else "substantive",
                    message=message,
                    side="right",
                    point=point.id,
                    line=line(point, cited.reference.start),
                    quote=quote(point.text, cited.reference.start, cited.reference.end),
                )
            )
    return findings


@hookimpl
def plandiff_inspect(plan: Plan) -> list[Finding]:
    """What the plan cites of itself and does not have."""
    return [
        Finding(
            rule="reference-unresolved",
            severity="substantive",
            message=f"cites {target.number}, which the plan does not have",
            point=point.id,
            line=line(point, reference.start),
            quote=quote(point.text, reference.start, reference.end),
        )
        for point in plan.points
        for reference in places(plan).references(point)
        for target in reference.targets
        if target.id is None
    ]


@hookimpl
def plandiff_cites(plan: Plan) -> list[Citation]:
    """Every number by which the plan cites itself."""
    return [citation for point in plan.points for citation in places(plan).citations(point)]


class _Cited(Struct, frozen=True):
    point: str
    reference: Reference


def _standing(change: Change, ids: Sequence[str], plan: Plan, foreign: str) -> dict[int, _Cited]:
    """The references of one side by their seat in the redline: the number of kept characters before them."""
    found: dict[int, _Cited] = {}
    offset = 0
    seats = _Seats(change, foreign)
    for point_id in ids:
        point = plan.by_id[point_id]
        for reference in places(plan).references(point):
            found.setdefault(seats(offset + reference.start), _Cited(point_id, reference))
        offset += len(point.text) + 1
    return found


class _Seats:
    """Counts the kept characters before a place of one side; places are asked for in rising order."""

    def __init__(self, change: Change, foreign: str) -> None:
        self._runs = [(len(edit.text), edit.op == "equal") for edit in change.edits if edit.op != foreign]
        self._next = self._passed = self._kept = 0

    def __call__(self, offset: int) -> int:
        while self._next < len(self._runs) and self._passed + self._runs[self._next][0] <= offset:
            length, kept = self._runs[self._next]
            self._passed += length
            self._kept += length if kept else 0
            self._next += 1
        within = self._next < len(self._runs) and self._runs[self._next][1]
        return self._kept + (offset - self._passed if within else 0)


def _judged(old: Reference | None, new: Reference, where: Became, right: Plan) -> Iterator[tuple[str, str]]:
    """The rules that a reference falls under, each with its message."""
    missing = [target.number for target in new.targets if target.id is None]
    known_before = {target.number for target in old.targets if target.id is None} if old else set()
    gone = [number for number in missing if number not in known_before]
    if gone:
        yield "reference-dangling", f"there is no {_listed(gone)} in the newer version"
    if old is None:
        return
    cited = {target.id: target.number for target in new.targets if target.id is not None}
    meant = {target: where.get(target.id, frozenset()) for target in old.targets if target.id is not None}
    expected = frozenset(one for ids in meant.values() for one in ids)
    lost = [target for target, ids in meant.items() if not ids & cited.keys()]
    wrong = [number for one, number in cited.items() if one not in expected]
    followed = {target.number: ids & cited.keys() for target, ids in meant.items()}
    if lost and wrong:
        fates = "; ".join(f"{target.number} {_went(meant[target], right)}" for target in lost)
        yield "reference-stale", f"cites {_listed(wrong)}, meant another provision: old {fates}"
    renumbered = [f"{number} → {cited[one]}" for number, ids in followed.items() for one in ids if cited[one] != number]
    if renumbered:
        yield "reference-updated", f"follows the new numbers: {', '.join(renumbered[:3])}"


def _went(ids: frozenset[str], right: Plan) -> str:
    names = [".".join(_path(right.by_id[one], right)) for one in sorted(ids)]
    return f"is now {_listed(names)}" if names else "was dropped"


def _path(point: Point, plan: Plan) -> tuple[str, ...]:
    """The numbers by which a point is cited, without those of the divisions around it."""
    return point.path[len(plan.by_id[plan.tops[point.id]].path) - 1 :]


def _listed(names: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(list(names)[:3])
