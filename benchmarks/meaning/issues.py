"""Issues: what became of each issue between the fixtures, against the labels of `issues.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from plandiff.compare import compare
from plandiff.registry import Plugins

FIXTURES = Path(__file__).parents[2] / "fixtures" / "ukraine"
LABELS = Path(__file__).with_name("issues.toml")


class IssueLabel(NamedTuple):
    """The status of an issue between two fixtures, and words that its quotes must hold."""

    old: str
    new: str
    id: str
    status: str
    was: str = ""
    now: str = ""


class IssueVerdict(NamedTuple):
    """What the report says of a labelled issue; "" where it says nothing."""

    label: IssueLabel
    status: str
    was: str
    now: str

    @property
    def status_right(self) -> bool:
        """Whether the status is the one of the label."""
        return self.status == self.label.status

    @property
    def quotes_right(self) -> bool:
        """Whether both quotes hold the words of the label, without regard to case."""
        sides = (self.label.was, self.was), (self.label.now, self.now)
        return all(words.casefold() in quote.casefold() for words, quote in sides)


def labels() -> list[IssueLabel]:
    """Every labelled issue of every pair of fixtures."""
    pairs = tomllib.loads(LABELS.read_text(encoding="utf-8"))["pair"]
    return [IssueLabel(pair["old"], pair["new"], **issue) for pair in pairs for issue in pair["issues"]]


def issues(plugins: Plugins) -> list[IssueVerdict]:
    """Compare each pair of fixtures once and judge its labelled issues."""
    found: dict[tuple[str, str], list[IssueLabel]] = {}
    for label in labels():
        found.setdefault((label.old, label.new), []).append(label)
    return [verdict for (old, new), group in found.items() for verdict in _judge(old, new, group, plugins)]


def _judge(old: str, new: str, group: list[IssueLabel], plugins: Plugins) -> list[IssueVerdict]:
    comparison = compare(FIXTURES / f"{old}.txt", FIXTURES / f"{new}.txt", plugins=plugins)
    told = {issue.id: (str(issue.status), issue.was or "", issue.now or "") for issue in comparison.issues}
    return [IssueVerdict(label, *told.get(label.id, ("", "", ""))) for label in group]
