"""The words and signs that every report uses, so that no two of them speak differently."""

from __future__ import annotations

from datetime import date

from plandiff.model import Change, Plan, Provenance, Status

MARK: dict[Status, str] = {
    "open": "●",
    "changed": "▲",
    "new": "+",
    "dropped": "✕",
    "settled": "=",
    "unknown": "?",
}
"""The sign of an issue, in the order of the report."""

UNREPORTED = "not reported: invented for the reconstruction"

_NOTICE = {
    "paraphrase": "not the wording of the text itself",
    "translation": "not the language of the original",
    "reconstruction": "not the wording of the text, which is not known",
}

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def state(change: Change) -> str:
    """What happened to the text and its place: "modified · moved · renumbered"."""
    flags = (("moved", change.moved), ("renumbered", change.renumbered))
    return " · ".join([change.kind, *(name for name, holds in flags if holds)])


def size(plan: Plan) -> str:
    """How many points a plan has: "28 points", and the paragraphs without number beside them."""
    loose = sum(point.label is None and point.role not in ("surrounding", "division") for point in plan.top)
    parts = [count(plan.numbered, "point")] if plan.numbered or not loose else []
    divisions = sum(point.role == "division" for point in plan.points)
    if divisions:
        parts[-1:] = [f"{count(plan.numbered, 'point')} in {count(divisions, 'division')}"]
    return ", ".join(parts + ([count(loose, "unnumbered paragraph")] if loose else []))


def count(number: int, noun: str) -> str:
    """A number and its noun: "1 point", "28 points"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def about(provenance: Provenance) -> str:
    """What is known of a version in one line: title, drafter, date, and how the text became known."""
    line = ", ".join(filter(None, (provenance.title, provenance.drafter, _day(provenance.date))))
    return f"{line} ({provenance.known})" if provenance.known else line


def notice(provenance: Provenance) -> str | None:
    """The sentence that must stand beside the text wherever it is shown; None where it needs none."""
    if provenance.basis == "published":
        return provenance.notice
    said = provenance.notice or _NOTICE[provenance.basis]
    return said if provenance.basis in said.lower() else f"{provenance.basis.upper()}: {said}"


def percent(share: float) -> str:
    """A share in whole per cent, where 0 and 100 are said only when they are exact."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded} %"


def _day(iso: str | None) -> str | None:
    """An ISO date in words; what is not a full date is shown as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
