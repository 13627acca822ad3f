"""Figures of one plan that say different things of the same matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plandiff.model import Finding, Plan, Point
from plandiff_classifiers._facts import facts
from plandiff_classifiers._found import Found
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._place import line, quote
from plandiff_classifiers._words import Word, words

BEFORE, AFTER = 8, 4
"""Words before and after a figure, in its sentence, that tell what it is about."""
STEM = 5
"""Letters by which a word is known in another form."""
FEWEST = 3
"""Words that two figures must have in common to be about the same matter."""
MOST = 200
"""Most figures of one unit that are compared with each other."""

_ENDS = frozenset(".;:!?")


class Said(Struct, frozen=True):
    """A figure, where it stands, and the stems of the words around it."""

    point: Point
    start: int
    fact: Found
    about: frozenset[str]


def contradictions(plan: Plan) -> list[Finding]:
    """A finding for each figure that differs from an earlier one of the same unit among the same words.

        6. The armed forces of the Republic number 600,000 personnel.
        19. The armed forces of the Republic shall number 800,000 personnel.

    All that is said around one of the two must be said around the other, bounds included; a point that gives both
    figures contradicts nobody.
    """
    groups: dict[tuple[str, str | None], list[Said]] = {}
    for point in plan.points:
        for said in _figures(plan, point):
            groups.setdefault((said.fact.fact.type, said.fact.fact.unit), []).append(said)
    found = []
    for group in groups.values():
        for index, said in enumerate(group[:MOST]):
            earlier = next((other for other in group[:index] if _contradict(other, said, group)), None)
            if earlier:
                found.append(_told(earlier, said))
    return found


def _figures(plan: Plan, point: Point) -> Iterator[Said]:
    tokens = words(point.text)
    for fact in facts(point.text, lexicon(plan)):
        counted = fact.fact.type in ("money", "percentage") or (fact.fact.type == "number" and fact.fact.unit)
        if counted and not fact.casual and not fact.offered:
            yield Said(point, tokens[fact.first].start, fact, _about(tokens, fact))


def _about(tokens: Sequence[Word], fact: Found) -> frozenset[str]:
    near: list[Word] = []
    for side in (tokens[max(0, fact.first - BEFORE) : fact.first][::-1], tokens[fact.end : fact.end + AFTER]):
        for token in side:
            if token.key in _ENDS:
                break
            near.append(token)
    return frozenset(token.key[:STEM] for token in near if token.shape == "word" and len(token.key) > 3)


def _contradict(one: Said, other: Said, group: Sequence[Said]) -> bool:
    if one.point.id == other.point.id or one.fact.value == other.fact.value:
        return False
    if {item.sense for item in one.fact.qualifiers} != {item.sense for item in other.fact.qualifiers}:
        return False
    fewer, more = sorted((one.about, other.about), key=len)
    if len(fewer) < FEWEST or not fewer <= more:
        return False
    values = {(said.point.id, said.fact.value) for said in group}
    return (one.point.id, other.fact.value) not in values and (other.point.id, one.fact.value) not in values


def _told(earlier: Said, said: Said) -> Finding:
    here, there = (quote(each.fact.fact.quote, 0, len(each.fact.fact.quote)) for each in (said, earlier))
    where = f"point {earlier.point.label}" if earlier.point.label else "an earlier paragraph"
    return Finding(
        rule="figures-contradict",
        severity="substantive",
        message=f"{here} here, {there} in {where}",
        point=said.point.id,
        line=line(said.point, said.start),
        quote=here,
    )
