"""Rulings: the entries of a review brought to the points of two plans."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plandiff.engine.anchors import Anchors
from plandiff.engine.cited import Cited
from plandiff.model import Anchor, Plan, Review, ReviewEntry

_VERSION = ("older", "newer")


class Ruling(NamedTuple):
    """One verdict about points that were found. With `part` it is about provisions, else about whole points.

    `place` is the entry's place in the file. `told` cites the points as the plans at hand label them.
    """

    verdict: Literal["confirm", "break", "set"]
    left: tuple[str, ...]
    right: tuple[str, ...]
    part: bool
    place: str
    told: str


def rulings(review: Review, left: Plan, right: Plan) -> tuple[list[Ruling], list[str]]:
    """The rulings in the order of the file, and a remark for every entry that no longer applies.

    Entries left open rule nothing; those of them whose points are gone are counted in one remark. A label in
    `to` is looked up among the anchors of the file first, so that it survives renumbering as they do.
    """
    if not review.links:
        return [], []
    reader = _Reader(review, left, right)
    found: list[Ruling] = []
    remarks: list[str] = []
    stale = 0
    for number, entry in enumerate(review.links):
        ruling = reader.ruling(entry, f"links[{number}]")
        if isinstance(ruling, Ruling):
            found.append(ruling)
        elif ruling and entry.verdict == "open":
            stale += 1
        elif ruling:
            remarks.append(ruling)
    if stale:
        entries = "1 open entry has" if stale == 1 else f"{stale} open entries have"
        remarks.append(f"review: {entries} points that are not found in these versions")
    return found, remarks


class _Reader:
    def __init__(self, review: Review, left: Plan, right: Plan) -> None:
        self._plans = left, right
        self._anchors = Anchors(left), Anchors(right)
        self._cited = Cited(left), Cited(right)
        self._known: tuple[dict[str, tuple[Anchor, bool]], dict[str, tuple[Anchor, bool]]] = ({}, {})
        for entry in review.links:
            for side in (0, 1):
                for anchor in (entry.left, entry.right)[side]:
                    if anchor.hash is not None:
                        self._known[side].setdefault(anchor.label, (anchor, entry.part))

    def ruling(self, entry: ReviewEntry, place: str) -> Ruling | str | None:
        """The ruling of an entry, what is wrong with it in a remark, or None for an open one."""
        wanted = self._wanted(entry)
        ids: tuple[list[str], list[str]] = ([], [])
        for side, anchors in enumerate(wanted):
            for anchor, part in anchors:
                point_id = self._anchors[side].find(anchor, part=part)
                if point_id is None:
                    sides = [", ".join(one.label for one, _ in some) or "–" for some in wanted]
                    return (
                        f"review: {place}, {sides[0]} → {sides[1]}, no longer applies: "
                        f"{anchor.label} is not found in the {_VERSION[side]} version"
                    )
                ids[side].append(point_id)
        if entry.verdict == "open":
            return None
        lefts, rights = (tuple(dict.fromkeys(some)) for some in ids)
        return Ruling(
            entry.verdict, lefts, rights, self._part(entry, ids), place, self._told(lefts, rights)
        )  # fmt: skip

    def _wanted(self, entry: ReviewEntry) -> tuple[list[tuple[Anchor, bool]], list[tuple[Anchor, bool]]]:
        """The anchors on either side, each with whether it names a part; `to` stands for what it replaces."""
        wanted = (
            [(anchor, entry.part) for anchor in entry.left],
            [(anchor, entry.part) for anchor in entry.right],
        )
        if entry.verdict != "set":
            return wanted
        side = 1 if entry.left else 0
        wanted[side][:] = [self._known[side].get(label, (Anchor(label=label), entry.part)) for label in entry.to or ()]
        return wanted

    def _part(self, entry: ReviewEntry, ids: tuple[list[str], list[str]]) -> bool:
        """Whether provisions are meant: a sub-point is one, a point with sub-points if the entry says so."""
        return any(
            plan.tops[each] != each or (entry.part and each in plan.children)
            for plan, some in zip(self._plans, ids, strict=True)
            for each in some
        )

    def _told(self, lefts: tuple[str, ...], rights: tuple[str, ...]) -> str:
        sides = (
            ", ".join(cited.name(plan.by_id[each]) for each in some) or "–"
            for cited, plan, some in zip(self._cited, self._plans, (lefts, rights), strict=True)
        )
        return " → ".join(sides)
