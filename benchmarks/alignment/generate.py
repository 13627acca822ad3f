"""Generate: a numbered agreement and one revision of it, with the truth about which point became which.

    python -m benchmarks.alignment.generate FOLDER --points 28 --seed 2000 --preset default

writes left.txt, right.txt (numbered, one point a line), left.json, right.json (point lists) and gold.json.
The same seed, size and preset give the same files on the same version of Python.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple, cast

from benchmarks.alignment.pair import Group, Pair, plan
from benchmarks.alignment.reword import Level, reword
from benchmarks.alignment.vocabulary import GLUE
from benchmarks.alignment.world import Clause, Point, World
from plandiff.engine.chain import chain
from plandiff.registry import Plugins


class Preset(NamedTuple):
    """How hard a revision is. `light` and `medium` are shares of the rewordings, the rest is heavy.

    `decoy` is the share of the added points that copy the wording of an old one and say it of other names and
    figures; `far` the share of splits and merges whose parts are not neighbours; `names` and `drift` are
    those of `World`.
    """

    light: float
    medium: float
    decoy: float
    far: float
    names: float
    drift: float


PRESETS = {
    "easy": Preset(light=0.80, medium=0.20, decoy=0.0, far=0.1, names=0.7, drift=0.0),
    "default": Preset(light=0.45, medium=0.35, decoy=0.25, far=0.3, names=0.6, drift=0.1),
    "hard": Preset(light=0.15, medium=0.35, decoy=0.6, far=0.6, names=0.45, drift=0.3),
}

REWORD, MOVE, SPLIT, MERGE, DROP, ADD = 0.30, 0.10, 0.03, 0.03, 0.10, 0.08
"""The shares of the old points that a revision touches; of all but the rewordings there is at least one."""

_LARGE = 500
"""From this size on points are drawn until one fits, since listing those that fit would take too long."""


class Revision(NamedTuple):
    """The texts of both versions in order, and the truth: ids are point numbers, counted from 1."""

    left: list[str]
    right: list[str]
    groups: tuple[Group, ...]


class _Unit(NamedTuple):
    """Old points and what became of them: new points, each with its place in the order of the old ones."""

    keys: list[float]
    ids: list[int]
    points: list[Point]
    fate: Level | Literal["split", "merged", "added"] | None


def generate(points: int, seed: int, preset: str = "default") -> Revision:
    """A revision of a generated agreement of so many points."""
    return _Drafting(points, seed, preset).revision()


def generated(points: int, seed: int, preset: str, plugins: Plugins) -> Pair:
    """The same as plans to be compared, each point labelled with its number."""
    left, right, groups = generate(points, seed, preset)
    plans = [
        plan(((str(number), str(number), text) for number, text in enumerate(texts, 1)), plugins)
        for texts in (left, right)
    ]
    return Pair(f"{preset}/{points}/{seed}", plans[0], plans[1], groups)


class _Drafting:
    """One agreement under revision: what is still free to be touched, and what was done."""

    def __init__(self, points: int, seed: int, preset: str) -> None:
        self.points = points
        self.preset = PRESETS[preset]
        self.rng = Random(f"{seed}/{points}/{preset}")
        self.world = World(self.rng, points, names=self.preset.names, drift=self.preset.drift)
        self.left: list[Point] = []
        self.free = set(range(points))
        self.units: list[_Unit] = []

    def revision(self) -> Revision:
        self.invent()
        dropped = {self.take() for _ in range(self.count(DROP))}
        for _ in range(self.count(SPLIT)):
            self.split()
        for _ in range(self.count(MERGE)):
            self.merge()
        self.keep()
        for _ in range(self.count(ADD)):
            self.add(dropped)
        return self.told(dropped)

    def invent(self) -> None:
        seen: set[str] = set()
        while len(self.left) < self.points:
            point = Point.invent(self.world)
            text = point.text()
            if text not in seen:
                seen.add(text)
                self.left.append(point)

    def count(self, share: float) -> int:
        return max(1, round(share * self.points))

    def pick(self, fits: Callable[[int], bool] = lambda _: True) -> int | None:
        """One of the free points that fit, None where there is none."""
        if self.points < _LARGE:
            pool = [index for index in sorted(self.free) if fits(index)]
            return self.rng.choice(pool) if pool else None
        while True:
            index = self.rng.randrange(self.points)
            if index in self.free and fits(index):
                return index

    def take(self) -> int:
        """A free point, which is then free no more."""
        taken = cast(int, self.pick())
        self.free.discard(taken)
        return taken

    def split(self) -> None:
        rng = self.rng
        index = self.pick(lambda index: len(self.left[index].clauses) >= 2)
        if index is None:
            return
        self.free.discard(index)
        topic = self.left[index].topic
        clauses = [clause.copy() for clause in self.left[index].clauses]
        size = 3 if len(clauses) > 2 and rng.random() < 0.25 else 2
        cuts = sorted(rng.sample(range(1, len(clauses)), size - 1))
        ends = zip([0, *cuts], [*cuts, len(clauses)], strict=True)
        parts = [Point(topic, clauses[start:end]) for start, end in ends]
        parts = [reword(self.world, part, "light") if rng.random() < 0.5 else part for part in parts]
        if rng.random() < 0.2:
            parts[-1].clauses.append(Clause(self.world, rng.choice(GLUE)))
        keys = [index + 0.01 * place for place in range(len(parts))]
        if rng.random() < self.preset.far:
            keys[-1] = rng.uniform(0, self.points)
        self.units.append(_Unit(keys, [index], parts, "split"))

    def merge(self) -> None:
        rng = self.rng
        size = 3 if rng.random() < 0.2 else 2
        if len(self.free) < size:
            return
        first = self.take()
        ids = [first]
        for _ in range(size - 1):
            ids.append(self.take() if rng.random() < self.preset.far else self.neighbour(first))
        ids.sort()
        clauses: list[Clause] = []
        for index in ids:
            whole = self.left[index]
            part = reword(self.world, whole, "light") if rng.random() < 0.5 else whole.copy()
            if len(part.clauses) > 2 and rng.random() < 0.15:
                part.clauses.pop()
            clauses += part.clauses
        merged = Point(self.left[first].topic, clauses, listed=rng.random() < 0.3)
        self.units.append(_Unit([first], ids, [merged], "merged"))

    def neighbour(self, index: int) -> int:
        """One of the free points nearest to a point, which is then free no more."""
        reach = 1
        while not (near := [at for at in range(index - reach, index + reach + 1) if at in self.free]):
            reach *= 2
        taken = self.rng.choice(near)
        self.free.discard(taken)
        return taken

    def keep(self) -> None:
        """What is left stays one to one: some of it goes elsewhere, some of it is reworded."""
        rng = self.rng
        moved: set[int] = set()
        for _ in range(self.count(MOVE)):
            index = self.pick(lambda index: index not in moved)
            if index is None:
                break
            moved.add(index)
        for index in sorted(self.free):
            level, point = None, self.left[index].copy()
            if rng.random() < REWORD:
                level = self.level()
                point = reword(self.world, self.left[index], level)
            key = rng.uniform(-0.5, self.points - 0.5) if index in moved else float(index)
            self.units.append(_Unit([key], [index], [point], level))

    def level(self) -> Level:
        roll = self.rng.random()
        if roll < self.preset.light:
            return "light"
        return "medium" if roll < self.preset.light + self.preset.medium else "heavy"

    def add(self, dropped: set[int]) -> None:
        rng = self.rng
        if rng.random() < self.preset.decoy:
            pool: Sequence[int] = sorted(dropped) if rng.random() < 0.5 else range(self.points)
            fresh = self.left[rng.choice(pool)].copy()
            for clause in fresh.clauses:
                clause.values.update(Clause(self.world, clause.patterns).values)
                if clause.tail:
                    clause.set_tail(self.world, clause.tail)
        else:
            fresh = Point.invent(self.world)
        self.units.append(_Unit([rng.uniform(-0.5, self.points - 0.5)], [], [fresh], "added"))

    def told(self, dropped: set[int]) -> Revision:
        """The new points put in order, and the truth."""
        placed = sorted(
            (key, unit, part) for unit, found in enumerate(self.units) for part, key in enumerate(found.keys)
        )
        number = {(unit, part): place for place, (_, unit, part) in enumerate(placed, 1)}
        right = [self.units[unit].points[part].text() for _, unit, part in placed]
        left = [point.text() for point in self.left]
        rights = [
            sorted(number[unit, part] for part in range(len(found.keys))) for unit, found in enumerate(self.units)
        ]
        single = {
            (found.ids[0] + 1, new[0]): float(len(left[found.ids[0]].split()))
            for found, new in zip(self.units, rights, strict=True)
            if found.fate not in ("split", "merged", "added")
        }
        kept = chain(single)
        groups = [Group((str(index + 1),), (), "dropped") for index in dropped]
        for found, new in zip(self.units, rights, strict=True):
            old = tuple(str(index + 1) for index in found.ids)
            ids = tuple(map(str, new))
            if found.fate in ("split", "merged", "added"):
                groups.append(Group(old, ids, found.fate))
            else:
                kind = "modified" if found.fate else "unchanged"
                stays = (found.ids[0] + 1, new[0]) in kept
                groups.append(Group(old, ids, kind if stays else "moved", reworded=found.fate))
        return Revision(left, right, tuple(sorted(groups, key=_place)))


def _place(group: Group) -> tuple[bool, list[int], list[int]]:
    return (not group.left, [int(name) for name in group.left], [int(name) for name in group.right])


def write(folder: Path, revision: Revision) -> None:
    """Write the files of a revision into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, texts in (("left", revision.left), ("right", revision.right)):
        lines = "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1))
        (folder / f"{name}.txt").write_text(lines, encoding="utf-8")
        points = [{"id": number, "text": text} for number, text in enumerate(texts, 1)]
        _json(folder / f"{name}.json", {"points": points})
    groups = []
    for group in revision.groups:
        told: dict[str, object] = {
            "left": [int(name) for name in group.left],
            "right": [int(name) for name in group.right],
            "kind": group.kind,
        }
        groups.append(told | ({"reworded": group.reworded} if group.reworded else {}))
    _json(folder / "gold.json", {"groups": groups})


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0), encoding="utf-8")


def main() -> None:
    """Write one revision."""
    parser = argparse.ArgumentParser(description="Write one generated revision of an agreement, with its truth.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, default=28)
    parser.add_argument("--seed", type=int, default=2000)
    parser.add_argument("--preset", choices=sorted(PRESETS), default="default")
    options = parser.parse_args()
    write(options.folder, generate(options.points, options.seed, options.preset))


if __name__ == "__main__":
    main()
