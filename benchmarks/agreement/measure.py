"""Measure: how many provisions of an agreement a file gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.agreement.draft import Draft
from plandiff.compare import read
from plandiff.model import Plan
from plandiff.registry import Plugins

Key = tuple[tuple[str, ...], str]
"""Where a provision stands, by the bare labels from the top (none for a heading), and its text in single blanks."""


class Agreement(NamedTuple):
    """How far a file gives an agreement back: `equal` of `all` provisions, by number and text.

    `all` counts those that are there too many. `printed` of them also have the label as it was printed, with its
    brackets. `lost` and `found` are the provisions that differ, as drafted and as read.
    """

    equal: int
    all: int
    printed: int
    lost: tuple[Key, ...]
    found: tuple[Key, ...]

    @property
    def share(self) -> float:
        return self.equal / self.all


def measure(draft: Draft, path: Path, plugins: Plugins) -> Agreement:
    """Read the file and hold it against the draft. What stands before and after the points is left aside."""
    plan = read(path, plugins)
    expected, given = list(_drafted(draft)), list(_given(plan))
    drafted, got = Counter(key for key, _ in expected), Counter(key for key, _ in given)
    both = drafted & got
    return Agreement(
        equal=both.total(),
        all=max(drafted.total(), got.total()),
        printed=(Counter(expected) & Counter(given)).total(),
        lost=tuple((drafted - got).elements()),
        found=tuple((got - drafted).elements()),
    )


def _drafted(draft: Draft) -> Iterator[tuple[Key, str | None]]:
    path: list[str] = []
    for label, text, level in draft.provisions:
        path[max(level - 1, 0) :] = [label] if label else []
        yield (_bare(path) if label else (), " ".join(text.split())), label


def _given(plan: Plan) -> Iterator[tuple[Key, str | None]]:
    for point in plan.points:
        if point.role != "surrounding":
            yield (_bare(point.path) if point.label else (), " ".join(point.text.split())), point.label


def _bare(path: Iterable[str]) -> tuple[str, ...]:
    """The labels without brackets: a point list gives them as they are printed."""
    return tuple(label.strip("()") for label in path)
