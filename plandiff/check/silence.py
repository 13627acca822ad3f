"""Marks in a draft that silence one rule at one place: `<!-- plandiff: allow numbering-gap: 3 was deleted -->`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from plandiff.model import Finding

_MARK = re.compile(
    r"<!--\s{0,9}plandiff:\s{0,9}allow\s{1,9}([a-z][a-z-]{1,40})(?:\s{0,9}:\s{0,9}([^\n]{0,300}?))?\s{0,9}-->"
)


class Mark(NamedTuple):
    """A mark: the rule it silences, the reason it gives, and its line."""

    rule: str
    reason: str
    line: int


def silence(findings: Iterable[Finding], text: str) -> list[Finding]:
    """The findings that no mark in the text silences, and one for every mark that is amiss.

    A mark silences findings of its rule on its own line and up to the next line that is not blank, and those of
    the whole draft that have no line. It must give a reason; one that silences nothing is itself a finding.
    """
    marks = {mark: _reach(mark, text) for mark in _marks(text)}
    used: set[Mark] = set()
    kept = []
    for finding in findings:
        by = next(
            (mark for mark, lines in marks.items() if mark.rule == finding.rule and _covers(lines, finding)), None
        )
        if by is None or not by.reason:
            kept.append(finding)
        if by is not None:
            used.add(by)
    for mark in marks:
        if not mark.reason:
            kept.append(_amiss("mark-without-reason", mark, "a mark must say why: `allow RULE: reason`"))
        elif mark not in used:
            kept.append(_amiss("mark-unused", mark, f"silences no {mark.rule} here"))
    return kept


def _marks(text: str) -> list[Mark]:
    return [
        Mark(match[1], (match[2] or "").strip(), text.count("\n", 0, match.start()) + 1)
        for match in _MARK.finditer(text)
    ]


def _reach(mark: Mark, text: str) -> range:
    lines = text.split("\n")
    last = mark.line
    while last < len(lines) and not lines[last].strip():
        last += 1
    return range(mark.line, last + 2)


def _covers(lines: range, finding: Finding) -> bool:
    return finding.line is None or finding.line in lines


def _amiss(rule: str, mark: Mark, message: str) -> Finding:
    return Finding(rule=rule, severity="substantive", message=message, line=mark.line)
