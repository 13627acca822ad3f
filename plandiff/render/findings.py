"""Findings about drafts, a line each: for people, for programs, for the log of a CI run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from json import dumps
from typing import Literal, NamedTuple

from msgspec import to_builtins

from plandiff.model import SEVERITIES, Finding
from plandiff.render.escape_ci import escape_ci
from plandiff.render.visible import visible
from plandiff.render.wording import count

Form = Literal["terminal", "markdown", "json", "github", "gitlab", "sarif"]

_COMMAND = {"critical": "error", "substantive": "warning", "editorial": "notice", "none": "notice"}


class Told(NamedTuple):
    """A finding, the file it is about, and what to do about it, "" where nothing is known."""

    file: str
    finding: Finding
    remedy: str


def findings(told: Sequence[Told], form: Form) -> str:
    """The findings in one of these forms, in the order given.

    `terminal`: `FILE:LINE: severity rule: what; remedy`, then the words quoted, and a last line that counts.
    `github`: workflow commands, which show beside the lines of a pull request. `json`: a list of objects.
    `markdown`: a table. `gitlab`: a Code Quality report. `sarif`: SARIF 2.1.0.
    """
    if form == "sarif":
        from plandiff.render.sarif import findings_sarif

        return findings_sarif(told)
    if form == "gitlab":
        from plandiff.render.codequality import codequality

        return codequality(told)
    if form == "markdown":
        from plandiff.render.finding_table import finding_table

        return finding_table(told)
    if form == "json":
        rows = [{"file": each.file} | to_builtins(each.finding) | {"remedy": each.remedy} for each in told]
        return dumps(rows, indent=2) + "\n"
    if form == "github":
        return "".join(_command(each) for each in told)
    return "".join(_line(each) for each in told) + total(told)


def after(said: Iterable[str], form: Form) -> str:
    """What is said once the findings are told, where people read them: a line each."""
    if form == "terminal":
        return "".join(f"{visible(line)}\n" for line in said)
    if form == "github":
        return "".join(f"::notice title=plandiff::{escape_ci(line)}\n" for line in said)
    if form == "markdown":
        from plandiff.render.escape_markdown import escape_markdown

        return "".join(f"\n{escape_markdown(line)}\n" for line in said)
    return ""


def with_quote(finding: Finding) -> str:
    """What a finding says, with the words it rests on where it does not hold them already."""
    quoted = finding.quote and finding.quote not in finding.message
    return f"{finding.message} (“{finding.quote}”)" if quoted else finding.message


def _line(told: Told) -> str:
    finding = told.finding
    shown = finding.quote and finding.quote not in finding.message
    quote = f"\n    “{_one_line(finding.quote or '')}”" if shown else ""
    remedy = f"; {told.remedy}" if told.remedy else ""
    said = f"{finding.severity} {finding.rule}: {_one_line(finding.message)}{remedy}"
    return f"{_place(told)}: {said}{quote}\n"


def _command(told: Told) -> str:
    finding = told.finding
    line = f",line={finding.line}" if finding.line else ""
    fields = f"file={escape_ci(told.file, field=True)}{line},title={escape_ci(finding.rule, field=True)}"
    remedy = f"; {told.remedy}" if told.remedy else ""
    return f"::{_COMMAND[finding.severity]} {fields}::{escape_ci(with_quote(finding) + remedy)}\n"


def total(told: Sequence[Told]) -> str:
    """The line that counts the findings, by severity."""
    if not told:
        return "nothing found\n"
    severities = Counter(each.finding.severity for each in told)
    parts = ", ".join(f"{severities[each]} {each}" for each in reversed(SEVERITIES) if severities[each])
    return f"{count(len(told), 'finding')}: {parts}\n"


def _place(told: Told) -> str:
    line = f":{told.finding.line}" if told.finding.line else ""
    return f"{_one_line(told.file)}{line}"


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())
