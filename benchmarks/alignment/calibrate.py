"""Calibrate: of the links given a score of 0.9, are nine in ten right?

    python -m benchmarks.alignment.calibrate [GOLD_FOLDER ...] [--points 28 --seeds 60 --from 2000]

prints Markdown tables by bands of the score: for links, where each pair of points in a change counts with the
score of the change, and for points left without a partner, whose score says how sure they are to be alone.
Equal texts stand apart, since they would flatter the uppermost band.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment.generate import generated
from benchmarks.alignment.gold import gold
from benchmarks.alignment.pair import Pair
from benchmarks.alignment.table import figure, table
from plandiff.compare import compare
from plandiff.model import Change
from plandiff.registry import Plugins

BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The bands run from each bound up to the next; the last takes in 1."""


class Told(NamedTuple):
    """One thing that plandiff said, how sure it was, and whether it is so."""

    kind: str
    score: float
    right: bool


def calibrate(results: Iterable[tuple[Pair, Sequence[Change]]]) -> str:
    """The tables of (pair, changes); points whose truth is unsure or not told are left out."""
    told = [one for pair, changes in results for one in _told(pair, changes)]
    parts = []
    for kind, title in (("link", "Links"), ("alone", "Dropped and added")):
        found = [one for one in told if one.kind == kind]
        rows = [_row(_band(low, high), [one for one in found if _in(one.score, low, high)]) for low, high in _BANDS]
        if kind == "link":
            rows.append(_row("same text", [one for one in told if one.kind == "equal"]))
        parts.append(table([title, "number", "mean score", "right"], rows))
    return "\n".join(parts)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.alignment.calibrate",
        description="How many of the links given a score are right, as Markdown.",
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="GOLD_FOLDER")
    parser.add_argument("--points", type=int, default=28)
    parser.add_argument("--seeds", type=int, default=60)
    parser.add_argument("--from", type=int, default=2000, dest="first", metavar="SEED")
    options = parser.parse_args()
    plugins = Plugins.load()
    seeds = range(options.first, options.first + options.seeds)
    samples = {
        f"Generated plans: {preset}, {options.points} points, seeds {seeds[0]} to {seeds[-1]}": [
            generated(options.points, seed, preset, plugins) for seed in seeds
        ]
        for preset in ("default", "hard")
    }
    samples |= {f"Gold pairs: {folder.resolve().name}": gold(folder, plugins) for folder in options.folders}
    for title, pairs in samples.items():
        print(f"### {title}\n")
        told = ((pair, compare(pair.left, pair.right, plugins=plugins).changes) for pair in pairs)
        print(calibrate(told), flush=True)


def _told(pair: Pair, changes: Sequence[Change]) -> Iterator[Told]:
    skipped = pair.unjudged
    links = {(left, right) for group in pair.groups for left in group.left for right in group.right}
    linked = {left for left, _ in links}, {right for _, right in links}
    for change in changes:
        lefts = [name for name in change.left if name not in skipped[0]]
        rights = [name for name in change.right if name not in skipped[1]]
        kind = "equal" if change.kind == "unchanged" else "link"
        yield from (Told(kind, change.score, (left, right) in links) for left in lefts for right in rights)
        if change.kind == "dropped":
            yield from (Told("alone", change.score, name not in linked[0]) for name in lefts)
        if change.kind == "added":
            yield from (Told("alone", change.score, name not in linked[1]) for name in rights)


_BANDS = tuple(pairwise(BOUNDS))


def _in(score: float, low: float, high: float) -> bool:
    return low <= score < high or score == high == BOUNDS[-1]


def _band(low: float, high: float) -> str:
    return f"{low:g} to {high:g}"


def _row(name: str, told: Sequence[Told]) -> list[str]:
    if not told:
        return [name, "0", "–", "–"]
    mean = sum(one.score for one in told) / len(told)
    return [name, str(len(told)), figure(mean), figure(sum(one.right for one in told) / len(told))]


if __name__ == "__main__":
    main()
