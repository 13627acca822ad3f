"""Which fact of the old text became which fact of the new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from plandiff.model import Side
from plandiff_classifiers._found import TIME, Found
from plandiff_classifiers._versions import Versions
from plandiff_classifiers._words import Word

CONTEXT = 5
"""Words on each side of a fact that tell what it is about."""
ALIKE = 0.25
"""From this share of common words around them on, two leftover facts may be about the same thing."""
COMPARISONS = 4000
"""Most pairs of leftover facts whose contexts are compared."""

_Key = Callable[[Found, Side], object]


def partners(pair: Versions, old: Sequence[Found], new: Sequence[Found]) -> dict[int, int]:
    """For each old fact that has one, the index of its partner among the new ones.

    What stands in its place comes first: a fact some word of which is kept, then the fact that follows or
    precedes the same kept word, equal ones before those of the same type and unit. Then an equal fact
    anywhere; then another type or unit in the same place; last, the same type and unit among similar words.
    """
    found: dict[int, int] = {}
    free = set(range(len(new)))

    def take(candidates: Iterable[tuple[int, int]]) -> None:
        for one, other in candidates:
            if one not in found and other in free and _kin(old[one], new[other]):
                found[one] = other
                free.remove(other)

    def pick(key: _Key) -> None:
        waiting: dict[object, list[int]] = {}
        for index in sorted(free, reverse=True):
            waiting.setdefault(key(new[index], "right"), []).append(index)
        for index, fact in enumerate(old):
            matches = waiting.get(key(fact, "left"))
            if index not in found and matches:
                take([(index, matches.pop())])

    owner = {word: index for index, fact in enumerate(new) for word in range(fact.first, fact.last)}
    take(
        (index, owner[pair.kept[word]])
        for index, fact in enumerate(old)
        for word in range(fact.first, fact.last)
        if pair.kept.get(word) in owner
    )
    places: tuple[_Key, ...] = (pair.after_word, pair.before_word)
    for place in places:
        pick(_beside(place, _same))
        pick(_beside(place, _measure))
    pick(lambda fact, _: fact.same)
    for place in places:
        pick(_beside(place, _type))
    pick(pair.gap)
    take(_by_context(pair, old, new, set(found), free))
    return found


def _beside(place: _Key, what: Callable[[Found], object]) -> _Key:
    return lambda fact, side: (place(fact, side), what(fact))


def _same(fact: Found) -> object:
    return fact.same


def _measure(fact: Found) -> object:
    """What a fact counts; years and months, weeks and days are counted together."""
    timed = fact.fact.type in TIME and len(fact.same) > 3
    return fact.fact.type, fact.same[2] if timed else fact.fact.unit


def _type(fact: Found) -> object:
    return fact.fact.type


def _kin(old: Found, new: Found) -> bool:
    """Facts of time never become facts of quantity, ratios no counts; a way of speaking becomes only its like."""
    if {old.fact.type, new.fact.type} == {"ratio", "number"}:
        return False
    if (old.fact.type in TIME) != (new.fact.type in TIME):
        return False
    return not (old.casual or new.casual) or old.fact.unit == new.fact.unit


def _by_context(
    pair: Versions, old: Sequence[Found], new: Sequence[Found], taken: set[int], free: set[int]
) -> list[tuple[int, int]]:
    """Leftover facts of the same type and unit, those among the most similar words first."""
    left = [index for index in range(len(old)) if index not in taken]
    if len(left) * len(free) > COMPARISONS:
        return []
    around = {index: _around(pair.new_words, new[index]) for index in sorted(free)}
    scored = []
    for one in left:
        here = _around(pair.old_words, old[one])
        for other, there in around.items():
            alike = len(here & there) / (len(here | there) or 1)
            if alike >= ALIKE and _measure(old[one]) == _measure(new[other]):
                scored.append((-alike, one, other))
    return [(one, other) for _, one, other in sorted(scored)]


def _around(tokens: Sequence[Word], fact: Found) -> frozenset[str]:
    near = (*tokens[max(0, fact.first - CONTEXT) : fact.first], *tokens[fact.last : fact.last + CONTEXT])
    return frozenset(token.key for token in near if len(token.key) > 3)
