"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from plandiff import __version__
from plandiff.model import Comparison, Severity
from plandiff.render.digest import digest
from plandiff.render.escape_sarif import escape_address, escape_sarif
from plandiff.render.findings import Told, with_quote
from plandiff.render.json import written
from plandiff.render.told import told

_LEVEL: dict[Severity, str] = {"critical": "error", "substantive": "warning", "editorial": "note", "none": "note"}


def sarif(comparison: Comparison) -> str:
    """The changes and findings of a comparison. What else its foot, its head and its warnings say are notifications."""
    content = digest(comparison)
    notices = [f"{each.side}: {each.notice}" for each in content.versions if each.notice]
    run = _run(told(comparison), [*notices, *comparison.warnings, *content.foot])
    run["tool"]["driver"]["version"] = escape_sarif(comparison.plandiff)
    run["tool"]["extensions"] = [
        {"name": escape_sarif(each.distribution), "version": escape_sarif(each.version)} for each in comparison.plugins
    ]
    run["artifacts"] = [
        {"location": {"uri": escape_address(plan.name)}, "hashes": {"sha-256": escape_sarif(plan.sha256)}}
        for plan in (comparison.left, comparison.right)
    ]
    return _log(run)


def findings_sarif(found: Sequence[Told]) -> str:
    """Findings about drafts."""
    return _log(_run(found, ()))


def _log(run: dict[str, Any]) -> str:
    return written({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _run(found: Sequence[Told], notices: Iterable[str]) -> dict[str, Any]:
    rules = sorted({each.finding.rule: each for each in found}.items())
    number = {rule: index for index, (rule, _) in enumerate(rules)}
    notes = [{"level": "note", "message": {"text": escape_sarif(notice)}} for notice in notices]
    return {
        "tool": {
            "driver": {
                "name": "plandiff",
                "version": __version__,
                "rules": [_rule(rule, example) for rule, example in rules],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [_result(each, number[each.finding.rule]) for each in found],
        "columnKind": "unicodeCodePoints",
    }


def _rule(rule: str, example: Told) -> dict[str, Any]:
    help = {"help": {"text": escape_sarif(example.remedy)}} if example.remedy else {}
    return {"id": escape_sarif(rule), "shortDescription": {"text": escape_sarif(rule.replace("-", " "))}, **help}


def _result(each: Told, rule: int) -> dict[str, Any]:
    finding = each.finding
    region = {"region": {"startLine": finding.line}} if finding.line else {}
    return {
        "ruleId": escape_sarif(finding.rule),
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": escape_sarif(with_quote(finding))},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": escape_address(each.file)}, **region}}],
        "properties": {"severity": finding.severity},
    }
