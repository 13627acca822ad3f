"""Reword: a generated point in other words, lightly, moderately or heavily."""

from __future__ import annotations

from random import Random
from typing import Literal

from benchmarks.alignment.vocabulary import GLUE, SYNONYMS, TAILS
from benchmarks.alignment.world import Clause, Point, World

Level = Literal["light", "medium", "heavy"]

_TRIES = 20


def reword(world: World, point: Point, level: Level) -> Point:
    """A copy of the point that reads differently.

    Light: a figure, a synonym or the end of a sentence. Medium: one sentence recast, a clause gained or lost.
    Heavy: every sentence recast, every synonym switched, sentences in another order, sometimes other names.
    """
    before = point.text()
    for _ in range(_TRIES):
        new = point.copy()
        _STEPS[level](world, new)
        if new.text() != before:
            return new
    new = point.copy()
    new.clauses.append(Clause(world, GLUE[0]))
    return new


def _light(world: World, point: Point) -> None:
    rng = world.rng
    for _ in range(rng.randint(1, 2)):
        clause = rng.choice(point.clauses)
        used = clause.used
        numeric = [slot for slot in ("n", "n2", "date", "year") if slot in used]
        synonyms = [slot for slot in clause.synonyms if slot in used]
        roll = rng.random()
        if roll < 0.4 and numeric:
            slot = rng.choice(numeric)
            clause.values[slot] = world.value(slot)
        elif roll < 0.85 and synonyms:
            _switch(rng, clause, rng.choice(synonyms))
        elif clause.tail:
            clause.tail = None
        else:
            clause.set_tail(world, rng.choice(TAILS))


def _medium(world: World, point: Point) -> None:
    rng = world.rng
    _recast(rng, rng.choice(point.clauses))
    for clause in point.clauses:
        for slot in clause.synonyms:
            if rng.random() < 0.4:
                _switch(rng, clause, slot)
    roll = rng.random()
    if roll < 0.25 and len(point.clauses) > 2:
        point.clauses.pop(rng.randrange(len(point.clauses)))
    elif roll < 0.45:
        point.clauses.insert(rng.randint(1, len(point.clauses)), Clause(world, rng.choice(GLUE)))
    elif roll < 0.75:
        clause = rng.choice(point.clauses)
        if clause.tail:
            clause.tail_pattern = _other(rng, len(clause.tail), clause.tail_pattern)
        else:
            clause.set_tail(world, rng.choice(TAILS))


def _heavy(world: World, point: Point) -> None:
    rng = world.rng
    for clause in point.clauses:
        _recast(rng, clause)
        for slot in clause.synonyms:
            _switch(rng, clause, slot)
        if clause.tail:
            if rng.random() < 0.5:
                clause.tail = None
            else:
                clause.tail_pattern = _other(rng, len(clause.tail), clause.tail_pattern)
        elif rng.random() < 0.4:
            clause.set_tail(world, rng.choice(TAILS))
    numeric = [(clause, slot) for clause in point.clauses for slot in ("n", "date", "year") if slot in clause.values]
    if numeric and rng.random() < 0.6:
        clause, slot = rng.choice(numeric)
        clause.values[slot] = world.value(slot)
    for clause in point.clauses:
        for slot in ("place", "place2", "body", "group", "goods", "asset"):
            if slot in clause.values and rng.random() < world.drift:
                clause.values[slot] = world.value(slot)
    if len(point.clauses) > 1 and rng.random() < 0.5:
        rng.shuffle(point.clauses)
    point.listed = False


_STEPS = {"light": _light, "medium": _medium, "heavy": _heavy}


def _recast(rng: Random, clause: Clause) -> None:
    clause.pattern = _other(rng, len(clause.patterns), clause.pattern)


def _switch(rng: Random, clause: Clause, slot: str) -> None:
    clause.synonyms[slot] = _other(rng, len(SYNONYMS[slot]), clause.synonyms[slot])


def _other(rng: Random, size: int, current: int) -> int:
    return current if size < 2 else (current + rng.randrange(1, size)) % size
