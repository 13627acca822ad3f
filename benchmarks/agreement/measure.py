"""Measure: how many provisions of an agreement a file gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.agreement.draft import Draft
from plandiff.compare import read
from plandiff.model import Plan
from plandiff.registry import Plugins


class Seen(NamedTuple):
    """A provision: where it stands, by the bare labels from the top, its text in single blanks, and its label as
    printed. One without a label has the path of the point around it."""

    path: tuple[str, ...]
    text: str
    label: str | None


class Difference(NamedTuple):
    """A provision as drafted and as read, where the two are not the same; None where there is no counterpart."""

    drafted: Seen | None
    read: Seen | None


class Agreement(NamedTuple):
    """How far a file gives an agreement back: `equal` of `all` provisions have their place and their text.

    `all` counts those that are there too many. `differences` are all provisions that differ in anything, such as
    the brackets of a label.
    """

    equal: int
    all: int
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float:
        return self.equal / self.all


def measure(draft: Draft, path: Path, plugins: Plugins) -> Agreement:
    """Read the file and hold it against the draft. What stands before and after the points is left aside."""
    drafted, given = Counter(_drafted(draft)), Counter(_given(read(path, plugins)))
    places, got = (Counter(seen[:2] for seen in side.elements()) for side in (drafted, given))
    return Agreement(
        equal=(places & got).total(),
        all=max(places.total(), got.total()),
        differences=tuple(_pairs(list((drafted - given).elements()), list((given - drafted).elements()))),
    )


def _pairs(lost: list[Seen], found: list[Seen]) -> Iterator[Difference]:
    """What was drafted beside what was read with the same words, in order."""
    for one in lost:
        other = next((seen for seen in found if _bare(seen.text) == _bare(one.text)), None)
        if other is not None:
            found.remove(other)
        yield Difference(one, other)
    yield from (Difference(None, seen) for seen in found)


def _bare(text: str) -> str:
    return text.replace("-", "")


def _drafted(draft: Draft) -> Iterator[Seen]:
    path: list[str] = []
    for label, text, level in draft.provisions:
        path[max(level - 1, 0) :] = [label.strip("()")] if label else []
        yield Seen(tuple(path), " ".join(text.split()), label)


def _given(plan: Plan) -> Iterator[Seen]:
    for point in plan.points:
        if point.role != "surrounding":
            # A point list gives its labels as they are printed.
            path = tuple(label.strip("()") for label in point.path if not label.startswith("¶"))
            yield Seen(path, " ".join(point.text.split()), point.label)
