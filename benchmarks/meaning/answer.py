"""Answer: what plandiff says of a case, in the terms of the labels."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from benchmarks.meaning.case import Case, FactLabel
from benchmarks.meaning.rules import KNOWN
from plandiff.compare import compare
from plandiff.model import SEVERITIES, Fact, Finding
from plandiff.registry import Plugins

MEASURES = frozenset("% km m m² m³ t ha MW minute hour day week month year krone".split())
"""Units that count beside currencies; the word for what is counted ("personnel") does not."""


class Answer(NamedTuple):
    """The facts, the findings and the highest severity of the changes."""

    facts: tuple[FactLabel, ...]
    findings: tuple[Finding, ...]
    severity: str


def answer(case: Case, plugins: Plugins) -> Answer:
    """Compare the two versions of the case and read off what their changes mean.

    Of the findings about the newer version as a whole those with a rule of the definition count too.
    """
    comparison = compare(case.old, case.new, plugins=plugins)
    facts = [fact for change in comparison.changes for fact in change.facts]
    findings = [finding for change in comparison.changes for finding in change.findings]
    whole = [finding for finding in comparison.findings if finding.side == "right" and finding.rule in KNOWN]
    return Answer(
        facts=tuple(
            FactLabel(fact.type, _side(fact.old), _side(fact.new), _number(fact.delta), fact.percent) for fact in facts
        ),
        findings=(*findings, *whole),
        severity=max((change.severity for change in comparison.changes), key=SEVERITIES.index, default="none"),
    )


def canonical(label: FactLabel) -> FactLabel:
    """The label with its numbers and units written as those of an answer."""
    old, new = (None if side is None else _written(*_parted(side)) for side in (label.old, label.new))
    return FactLabel(label.type, old, new, _number(label.delta), label.percent)


def _side(fact: Fact | None) -> str | None:
    return None if fact is None else _written(fact.value, fact.unit)


def _parted(side: str) -> tuple[str | None, str | None]:
    value, _, unit = side.partition(" ")
    return (None if value == "-" else value), unit or None


def _written(value: str | None, unit: str | None) -> str:
    number = "-" if value is None else str(_number(value))
    counts = unit is not None and (unit in MEASURES or (len(unit) == 3 and unit.isupper()))
    return f"{number} {unit}" if counts else number


def _number(text: str | None) -> str | None:
    """The number in one notation ("2.50" as "2.5"); dates and ratios stay as they are."""
    if text is None:
        return None
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text
