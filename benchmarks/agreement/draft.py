"""Draft: an agreement as a list of provisions, from which its files are written and against which they are read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.agreement.vocabulary import ALIKE, DEFINED, HEADINGS, INNER, LISTED, PLACES, POINTS, QUOTED, SPOKEN
from plandiff.compare import read
from plandiff.model import Plan
from plandiff.registry import Plugins

_PART = 25
"""How many points stand under one heading."""


class Provision(NamedTuple):
    """A provision: its label as printed, None for a heading, and how deep it stands: 1, 2 or 3; 0 for a heading."""

    label: str | None
    text: str
    level: int


class Draft(NamedTuple):
    """An agreement: its name, the lines before its points, and its provisions in order."""

    name: str
    front: tuple[str, ...]
    provisions: tuple[Provision, ...]


def draft(points: int, seed: int = 1) -> Draft:
    """An agreement of so many points, with headings, sub-points (a) and (i), definitions, figures and quotations.

    Every tenth point is in another language than English. The same number and seed give the same agreement.
    """
    rng = Random(f"{points}/{seed}")
    provisions: list[Provision] = []
    for number in range(1, points + 1):
        if number % _PART == 1:
            provisions.append(Provision(None, HEADINGS[number // _PART % len(HEADINGS)], 0))
        if number % 3 == 0:
            provisions.append(Provision(str(number), _said(LISTED, rng), 1))
            provisions += _sub_points(rng)
        else:
            own = (
                SPOKEN if number % 10 == 0 else DEFINED if number % 10 == 1 else QUOTED if number % 10 == 2 else POINTS
            )
            provisions.append(Provision(str(number), _said(own, rng), 1))
    front = (f"Agreement in {points} points", "Draft of 3 March 2027, for the second reading")
    return Draft(f"agreement-{points}", front, tuple(provisions))


def _sub_points(rng: Random) -> Iterable[Provision]:
    for place in range(rng.randint(2, 5)):
        letter = f"({chr(ord('a') + place)})"
        if place == 1 and rng.random() < 0.6:
            yield Provision(letter, _said(LISTED, rng), 2)
            for roman in ("(i)", "(ii)", "(iii)", "(iv)")[: rng.randint(2, 4)]:
                yield Provision(roman, _said(INNER, rng), 3)
        else:
            yield Provision(letter, _said(POINTS, rng), 2)


def _said(patterns: tuple[str, ...], rng: Random) -> str:
    return rng.choice(patterns).format(
        n=rng.randint(2, 98),
        large=f"{rng.randint(2, 980)},{rng.randint(0, 999):03}",
        share=f"{rng.randint(1, 99)}.{rng.randint(1, 9)}",
        year=rng.randint(2028, 2049),
        place=rng.choice(PLACES),
        alike=rng.choice(ALIKE),
    )


def fixture(path: Path, plugins: Plugins) -> Draft:
    """The agreement that a text file holds, as plandiff reads it: the tests of the text reader hold that."""
    plan = read(path, plugins)
    front = tuple(point.text for point in plan.points if point.role == "surrounding")
    provisions = (point for point in plan.points if point.role != "surrounding")
    return Draft(
        path.stem, front, tuple(Provision(each.label, each.text, _level(plan, each.id)) for each in provisions)
    )


def _level(plan: Plan, point_id: str) -> int:
    parent = plan.by_id[point_id].parent
    return 1 if parent is None else 1 + _level(plan, parent)
