"""Score: an answer against the label of its case, class by class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.alignment.tally import Tally
from benchmarks.meaning.answer import Answer, canonical
from benchmarks.meaning.case import Case, FactLabel, RuleLabel
from benchmarks.meaning.rules import CLASSES, PARTS, RULES, kind_of
from plandiff.model import Finding


class Verdict(NamedTuple):
    """Tallies by class and by part of a class; `missed` and `invented` say in words what is wrong.

    `severity` is whether the severity is right, None where it is not labelled.
    """

    tallies: dict[str, Tally]
    severity: bool | None
    missed: tuple[str, ...]
    invented: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the case is wholly right."""
        return not self.missed and not self.invented and self.severity is not False


def score(case: Case, answer: Answer) -> Verdict:
    """Compare the answer with the label, as DEFINITION.md says under "Scoring"."""
    tallies = {name: Tally() for name in (*CLASSES, *PARTS)}
    missed: list[str] = []
    invented: list[str] = []
    if not case.clean:
        _facts(case.facts, answer.facts, tallies["facts"], missed, invented)
    told = [finding for finding in answer.findings if _counts(finding, case)]
    for kind in (*RULES, "other"):
        _findings(
            [label for label in case.rules if kind_of(label.rule) == kind],
            [finding for finding in told if kind_of(finding.rule) == kind],
            tallies[kind],
            missed,
            invented,
        )
    for name, beginning in PARTS.items():
        _findings(
            [label for label in case.rules if label.rule.startswith(beginning)],
            [finding for finding in told if finding.rule.startswith(beginning)],
            tallies[name],
            [],
            [],
        )
    severity = None if case.severity is None else answer.severity == case.severity
    return Verdict(tallies, severity, tuple(missed), tuple(invented))


def add(total: Tally, one: Tally) -> None:
    """Add the counts of one case to a sum."""
    total.right += one.right
    total.predicted += one.predicted
    total.true += one.true


def _counts(finding: Finding, case: Case) -> bool:
    kind = kind_of(finding.rule)
    if case.clean:
        return kind == "invisible"
    return kind != "references" or case.plans


def _facts(
    labels: Iterable[FactLabel], told: Sequence[FactLabel], tally: Tally, missed: list[str], invented: list[str]
) -> None:
    left = [fact for fact in told if fact.old != fact.new]
    tally.predicted = len(left)
    for label in map(canonical, labels):
        tally.true += 1
        found = next((fact for fact in left if _same(label, fact)), None)
        if found is None:
            missed.append(_in_words(label))
        else:
            left.remove(found)
            tally.right += 1
    invented += map(_in_words, left)


def _same(label: FactLabel, told: FactLabel) -> bool:
    if label.delta is None:
        return label[:3] == told[:3]
    return label == told


def _findings(
    labels: Sequence[RuleLabel], told: Sequence[Finding], tally: Tally, missed: list[str], invented: list[str]
) -> None:
    lost = [label for label in labels if not any(_fits(label, finding) for finding in told)]
    extra = {
        f"{finding.rule} ({finding.message})": None
        for finding in told
        if not any(_fits(label, finding) for label in labels)
    }
    tally.true = len(labels)
    tally.right = len(labels) - len(lost)
    tally.predicted = tally.right + len(extra)
    missed += [f"{label.rule} {label.quote}".strip() for label in lost]
    invented += extra


def _fits(label: RuleLabel, finding: Finding) -> bool:
    words = f"{finding.quote or ''}\n{finding.message}".casefold()
    return label.rule == finding.rule and label.quote.casefold() in words


def _in_words(fact: FactLabel) -> str:
    delta = "" if fact.delta is None else f" ({fact.delta}, {fact.percent} %)"
    return f"{fact.type} {fact.old or '∅'} → {fact.new or '∅'}{delta}"
