"""Why an issue is called open, in a few words for the report."""

from __future__ import annotations

from datetime import date

from plandiff.model import Finding, Ground, Plan, SeedRecord

_MARKERS = {
    "open-brackets": "brackets",
    "open-placeholder": "placeholder",
    "open-deferred": "left for later",
    "open-alternatives": "alternatives",
    "open-blank": "blank",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def marked(finding: Finding, plan: Plan) -> Ground:
    """The ground that a marker of open text gives: "brackets in point 4: [to be agreed]"."""
    name = _MARKERS.get(finding.rule, finding.rule.removeprefix("open-").replace("-", " "))
    quote = f": {' '.join(finding.quote.split())}" if finding.quote else ""
    return Ground(kind="marker", message=f"{name} in {_cited(plan, finding.point or '')}{quote}")


def reported(record: SeedRecord) -> Ground:
    """The ground that a published report gives: "reported open on 30 November 2025 (RKS News)"."""
    return Ground(kind="record", message=f"reported open {_written(record.date)} ({record.reporter})")


def _written(day: str) -> str:
    """A date in English: "on 30 November 2025", "in November 2025"; another form stays as it is."""
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    try:
        known = date(int(year), int(month), int(number or "1"))
    except ValueError:
        return f"on {day}"
    name = f"{_MONTHS[known.month - 1]} {known.year}"
    return f"on {known.day} {name}" if number else f"in {name}"


def _cited(plan: Plan, point_id: str) -> str:
    """A point as people cite it: "point 21(d)", "Article IV(2)"."""
    cited = ""
    at: str | None = point_id
    while at is not None:
        point = plan.by_id[at]
        above = plan.by_id[point.parent].label if point.parent is not None and plan.tops[at] != at else None
        if point.label is not None and (above is None or "." in point.label):
            return f"{'point ' if point.label[:1].isdigit() else ''}{point.label}{cited}"
        if point.label is not None:
            cited = f"({point.path[-1]}){cited}"
        at = point.parent
    return "an unnumbered paragraph"
