"""Findings as a Markdown table, for the summary of a CI run or a comment on a change."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.render.escape_markdown import escape_markdown
from plandiff.render.findings import Told, total, with_quote


def finding_table(told: Sequence[Told]) -> str:
    """A row for each finding in the order given, and a sentence that counts them. All text is escaped."""
    head = "| Place | Severity | Rule | What | What to do |\n| --- | --- | --- | --- | --- |\n"
    rows = "".join(f"| {' | '.join(map(_cell, _row(each)))} |\n" for each in told)
    return f"{head}{rows}\n{total(told)}" if told else total(told)


def _row(told: Told) -> tuple[str, ...]:
    finding = told.finding
    place = f"{told.file}:{finding.line}" if finding.line else told.file
    return place, finding.severity, finding.rule, with_quote(finding), told.remedy


def _cell(text: str) -> str:
    return escape_markdown(" ".join(text.split()))
