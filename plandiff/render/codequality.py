"""Findings as a Code Quality report, which GitLab shows in a merge request beside the lines it changes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from json import dumps

from plandiff.model import Severity
from plandiff.render.findings import Told, with_quote
from plandiff.render.visible import visible

_SEVERITY: dict[Severity, str] = {"critical": "critical", "substantive": "major", "editorial": "minor", "none": "info"}


def codequality(told: Sequence[Told]) -> str:
    """A JSON list with an entry for each finding; one without a line of its own stands at the first.

    An entry is known again by its file, rule and message, so that it stays the same when lines move.
    """
    rows = []
    seen: dict[str, int] = {}
    for each in told:
        about = "\0".join((each.file, each.finding.rule, each.finding.message))
        seen[about] = seen.get(about, 0) + 1
        remedy = f"; {each.remedy}" if each.remedy else ""
        place = {"path": visible(each.file), "lines": {"begin": each.finding.line or 1}}
        rows.append(
            {
                "check_name": each.finding.rule,
                "description": visible(with_quote(each.finding) + remedy),
                "fingerprint": sha256(f"{about}\0{seen[about]}".encode("utf-8", "surrogatepass")).hexdigest(),
                "severity": _SEVERITY[each.finding.severity],
                "location": place,
            }
        )
    return dumps(rows, indent=2) + "\n"
