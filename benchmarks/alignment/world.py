"""World: what a generated agreement is about, and its points as sentences that can be said in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from benchmarks.alignment.vocabulary import (
    ASSETS,
    BODY_ADJ,
    BODY_DOM,
    BODY_NOUN,
    CODA,
    FRAMES,
    GLUE,
    GOODS,
    GROUPS,
    MONTHS,
    NUCLEUS,
    ONSET,
    PARTY_END,
    PLACE_END,
    SYNONYMS,
    TAILS,
    WEAPONS,
)

_SLOT = re.compile(r"\{(\w+)\}")
_LISTS = {"asset": ASSETS, "group": GROUPS, "goods": GOODS, "weapon": WEAPONS}


class World:
    """The names one pair of versions draws on; they grow in number with the agreement.

    `names` is the exponent of the number of place names: few names are few anchors. `drift` is the chance
    that a heavy rewording also changes a name.
    """

    def __init__(self, rng: Random, points: int, *, names: float, drift: float) -> None:
        self.rng, self.drift = rng, drift
        self.parties = self._names(min(12, 4 + points // 200), PARTY_END, 1)
        self.places = self._names(max(8, int(4 * points**names)), PLACE_END, 2)
        self.rivers = [name + " river" for name in self._names(max(6, int(points**0.5)), [""], 2)]
        bodies = [f"{kind} {task} {noun}" for kind in BODY_ADJ for task in BODY_DOM for noun in BODY_NOUN]
        rng.shuffle(bodies)
        self.bodies = bodies[: max(6, min(len(bodies), int(2 * points**names)))]

    def value(self, slot: str) -> str:
        """A value for a lower-case slot. A few places and bodies are named again and again."""
        rng = self.rng
        if slot in ("A", "B"):
            return rng.choice(self.parties)
        if slot in ("place", "place2"):
            return self.places[int(len(self.places) * rng.random() ** 2)]
        if slot == "body":
            return self.bodies[int(len(self.bodies) * rng.random() ** 2)]
        if slot == "river":
            return rng.choice(self.rivers)
        if slot in ("n", "n2"):
            return str(rng.choice([rng.randint(2, 12), rng.randint(10, 99), 10 * rng.randint(2, 90)]))
        if slot == "year":
            return str(rng.randint(2026, 2049))
        if slot == "date":
            return f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(2025, 2031)}"
        return rng.choice(_LISTS[slot])

    def _names(self, count: int, endings: Sequence[str], syllables: int) -> list[str]:
        rng = self.rng
        seen: dict[str, None] = {}
        while len(seen) < count:
            word = "".join(
                rng.choice(ONSET) + rng.choice(NUCLEUS) + rng.choice(CODA) for _ in range(rng.randint(1, syllables + 1))
            )
            word = (word + rng.choice(endings)).capitalize()
            if len(word) > 3:
                seen[word] = None
        return list(seen)


class Clause:
    """One sentence: its equivalent patterns, the one chosen, values of its slots and choices of synonyms."""

    def __init__(self, world: World, patterns: Sequence[str], tail: Sequence[str] | None = None) -> None:
        self.patterns = patterns
        self.pattern = world.rng.randrange(len(patterns))
        self.values: dict[str, str] = {}
        self.synonyms: dict[str, int] = {}
        self.tail: Sequence[str] | None = None
        self.tail_pattern = 0
        self.tail_values: dict[str, str] = {}
        self._fill(world, patterns, self.values)
        if "B" in self.values and self.values.get("A") == self.values["B"]:
            self.values["B"] = next(party for party in world.parties if party != self.values["A"])
        if tail:
            self.set_tail(world, tail)

    def set_tail(self, world: World, tail: Sequence[str]) -> None:
        """End the sentence on a clause of the given meaning."""
        self.tail, self.tail_pattern, self.tail_values = tail, world.rng.randrange(len(tail)), {}
        self._fill(world, tail, self.tail_values)

    @property
    def used(self) -> set[str]:
        """The slots of the pattern chosen."""
        return set(_SLOT.findall(self.patterns[self.pattern]))

    def copy(self) -> Clause:
        """The same sentence, free to change by itself."""
        new = object.__new__(Clause)
        new.__dict__.update(self.__dict__)
        new.values, new.synonyms = dict(self.values), dict(self.synonyms)
        new.tail_values = dict(self.tail_values)
        return new

    def text(self) -> str:
        """The sentence as printed."""
        said = self._said(self.patterns[self.pattern], self.values)
        if self.tail:
            said += ", " + self._said(self.tail[self.tail_pattern], self.tail_values)
        return said[0].upper() + said[1:] + "."

    def _fill(self, world: World, patterns: Sequence[str], values: dict[str, str]) -> None:
        for slot in (slot for pattern in patterns for slot in _SLOT.findall(pattern)):
            if slot in SYNONYMS:
                if slot not in self.synonyms:
                    self.synonyms[slot] = world.rng.randrange(len(SYNONYMS[slot]))
            elif slot not in values:
                values[slot] = world.value(slot)

    def _said(self, pattern: str, values: dict[str, str]) -> str:
        def put(match: re.Match[str]) -> str:
            slot = match.group(1)
            if slot in SYNONYMS:
                return SYNONYMS[slot][self.synonyms[slot] % len(SYNONYMS[slot])]
            return values[slot]

        return _SLOT.sub(put, pattern)


class Point:
    """A generated point: sentences on one topic; `listed` prints all but the first as (a), (b) ..."""

    def __init__(self, topic: str, clauses: list[Clause], *, listed: bool = False) -> None:
        self.topic, self.clauses, self.listed = topic, clauses, listed

    @classmethod
    def invent(cls, world: World) -> Point:
        """A new point on some topic."""
        rng = world.rng
        topic = rng.choice(list(FRAMES))
        count = rng.choices([1, 2, 3, 4], [0.25, 0.4, 0.25, 0.1])[0]
        frames = FRAMES[topic]
        picked = rng.sample(frames, min(count, len(frames)))
        clauses = [Clause(world, frame, rng.choice(TAILS) if rng.random() < 0.35 else None) for frame in picked]
        if rng.random() < 0.1:
            clauses.append(Clause(world, rng.choice(GLUE)))
        if rng.random() < 0.5:  # one place is the subject of the whole point
            place = clauses[0].values.get("place")
            if place:
                for clause in clauses[1:]:
                    if "place" in clause.values:
                        clause.values["place"] = place
        return cls(topic, clauses, listed=rng.random() < 0.25)

    def copy(self) -> Point:
        """The same point, free to change by itself."""
        return Point(self.topic, [clause.copy() for clause in self.clauses], listed=self.listed)

    def text(self) -> str:
        """The point as printed, without its number."""
        first, *rest = [clause.text() for clause in self.clauses]
        if self.listed and len(rest) > 1:
            rest = [f"({chr(97 + place % 26)}) {text}" for place, text in enumerate(rest)]
        return " ".join([first, *rest])
