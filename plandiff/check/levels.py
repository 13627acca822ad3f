"""The severities that a team gives to rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from plandiff.model import Finding, Severity


def levelled(findings: Iterable[Finding], rules: Mapping[str, Severity | str]) -> list[Finding]:
    """The findings with the severities that `rules` gives; those of a rule that is "off" are left out."""
    given = [(finding, rules.get(finding.rule, finding.severity)) for finding in findings]
    return [replace(finding, severity=level) for finding, level in given if level != "off"]
