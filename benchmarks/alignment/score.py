"""Score: how well changes match the truth of generated revisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.alignment.pair import Group
from benchmarks.alignment.tally import Tally
from plandiff.model import Change

FATES = ("unchanged", "modified", "moved", "split", "merged", "added", "dropped")
"""The seven fates; `moved`, reworded or not, goes before `unchanged` and `modified`."""

_Members = tuple[frozenset[str], frozenset[str]]


def score(results: Iterable[tuple[Sequence[Group], Sequence[Change]]]) -> dict[str, Tally]:
    """Tallies over all (truth, changes), summed.

    `pair`: two points are linked. `exact`: the points of a change are those of a group, nothing more and
    nothing less. `several`: exact, where a side has more than one point: splits and merges. Then one tally
    for every fate: exact and of the same fate.
    """
    tallies = {name: Tally() for name in ("pair", "exact", "several", *FATES)}
    for truth, changes in results:
        true = [(frozenset(group.left), frozenset(group.right), group.kind) for group in truth]
        told = [
            (frozenset(change.left), frozenset(change.right), "moved" if change.moved else change.kind)
            for change in changes
        ]
        told_members = {(left, right) for left, right, _ in told}
        true_members = {(left, right) for left, right, _ in true}
        tallies["pair"].add(_pairs(told_members), _pairs(true_members))
        tallies["exact"].add(told_members, true_members)
        tallies["several"].add(_several(told_members), _several(true_members))
        for fate in FATES:
            tallies[fate].add({one for one in told if one[2] == fate}, {one for one in true if one[2] == fate})
    return tallies


def mean(tallies: dict[str, Tally]) -> float:
    """The mean F1 of the fates that occur: easy points cannot buy it."""
    present = [tallies[fate].f1 for fate in FATES if tallies[fate].true or tallies[fate].predicted]
    return sum(present) / len(present) if present else 1.0


def _pairs(members: Iterable[_Members]) -> set[tuple[str, str]]:
    return {(one, other) for left, right in members for one in left for other in right}


def _several(members: Iterable[_Members]) -> set[_Members]:
    return {(left, right) for left, right in members if len(left) > 1 or len(right) > 1}
