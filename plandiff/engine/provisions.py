"""Provisions: which sub-points, stems and paragraphs inside matched points belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from plandiff.engine.absorb import absorb
from plandiff.engine.bonds import Bonds
from plandiff.engine.equals import equals
from plandiff.engine.foreign import foreign
from plandiff.engine.match import Matching, match
from plandiff.engine.passages import Passage, passages
from plandiff.engine.translated import translated
from plandiff.model import Plan, Point

MIN_WORDS_AWAY = 6
"""A provision of fewer words is not looked for outside its point by its text alone: many say the same."""

MIN_FILL = 0.4
"""A pair of leftover provisions that stand between the same neighbours is linked from this likelihood on."""

SHORT = 8
"""A provision of at most this many words, such as a heading, is then linked by any word in common."""

Group = tuple[tuple[str, ...], tuple[str, ...]]


class _Side(Struct):
    """One plan's provisions: the points, their passages, their index by id and which are still free."""

    points: list[Point]
    passages: list[Passage]
    index: dict[str, int]
    free: set[int]


def provisions(
    left: Plan, right: Plan, wholes: Sequence[Group], points: tuple[Sequence[Point], Sequence[Point]]
) -> Bonds:
    """The bonds between all provisions of both plans.

    `wholes` are the groups of top-level points; `points` the provisions inside them, in document order. Equal
    sub-points that stand once on each side pair off wherever they stand; then each group is matched by itself
    and the gaps between matched neighbours are filled; what is left is matched at any distance.
    """
    texts = [[(point.text, point.label) for point in side] for side in points]
    ready = passages(texts[0], texts[1])
    sides = [
        _Side(list(some), found, {point.id: n for n, point in enumerate(some)}, set(range(len(some))))
        for some, found in zip(points, ready, strict=True)
    ]
    bonds = Bonds()
    group_of = _group_of((left, right), wholes)
    _equal_elsewhere((left, right), sides, group_of, bonds)
    in_translation = foreign(*ready)
    for lefts, rights in wholes:
        if lefts and rights:
            _inside(left, right, lefts, rights, sides, bonds, translated if in_translation else match)
    if not in_translation:
        _anywhere(sides, bonds)
    return bonds


def _group_of(plans: tuple[Plan, Plan], wholes: Sequence[Group]) -> tuple[dict[str, int], dict[str, int]]:
    """The number of the group that each provision of either side stands in."""
    found: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for number, group in enumerate(wholes):
        for side in (0, 1):
            for top in group[side]:
                found[side].update((point.id, number) for point in plans[side].within(top))
    return found


def _equal_elsewhere(
    plans: tuple[Plan, Plan], sides: list[_Side], group_of: tuple[dict[str, int], dict[str, int]], bonds: Bonds
) -> None:
    """Pair off equal sub-points of different groups, where their text is long enough and stands once on each side."""
    ones, others = sides
    counts = [Counter(passage.normal for passage in side.passages) for side in sides]
    nested = [
        [n for n, point in enumerate(side.points) if plan.tops[point.id] != point.id]
        for plan, side in zip(plans, sides, strict=True)
    ]
    for i, j in sorted(equals(ones.passages, others.passages, *nested)):
        point, other, normal = ones.points[i], others.points[j], ones.passages[i].normal
        away = group_of[0][point.id] != group_of[1][other.id]
        unique = counts[0][normal] == counts[1][normal] == 1
        if away and unique and len(point.text.split()) >= MIN_WORDS_AWAY:
            _take(sides, bonds, i, j, 1.0, "same text")


def _take(sides: list[_Side], bonds: Bonds, i: int, j: int, score: float, why: str) -> None:
    bonds.tie(sides[0].points[i].id, sides[1].points[j].id, score, why)
    sides[0].free.discard(i)
    sides[1].free.discard(j)


def _inside(
    left: Plan,
    right: Plan,
    lefts: tuple[str, ...],
    rights: tuple[str, ...],
    sides: list[_Side],
    bonds: Bonds,
    matcher: Callable[[Sequence[Passage], Sequence[Passage]], Matching],
) -> None:
    """Match the provisions of one group with each other."""
    ones = [sides[0].index[point.id] for top in lefts for point in left.within(top)]
    others = [sides[1].index[point.id] for top in rights for point in right.within(top)]
    if len(ones) == len(others) == 1:
        _take(sides, bonds, ones[0], others[0], 1.0, "")
        return
    free = [i for i in ones if i in sides[0].free], [j for j in others if j in sides[1].free]
    # By themselves, so that place is judged inside the group: its point as a whole may have moved.
    ready = [sides[0].passages[i] for i in free[0]], [sides[1].passages[j] for j in free[1]]
    found = matcher(*ready)
    _keep(sides, bonds, found, *free)
    chances = {(free[0][i], free[1][j]): score for (i, j), score in found.scores.items()}
    _stems(lefts, rights, sides, bonds, chances)
    _fill(ones, others, sides, bonds, chances)
    _force_single(left, right, lefts, rights, sides, bonds)


def _stems(
    lefts: tuple[str, ...],
    rights: tuple[str, ...],
    sides: list[_Side],
    bonds: Bonds,
    chances: dict[tuple[int, int], float],
) -> None:
    """The stems of two points that belong together do too, when neither has found anything else."""
    if len(lefts) == len(rights) == 1:
        i, j = sides[0].index[lefts[0]], sides[1].index[rights[0]]
        if i in sides[0].free and j in sides[1].free:
            _take(sides, bonds, i, j, max(chances.get((i, j), 0.0), 0.5), "the same point around them")


def _fill(
    ones: list[int],
    others: list[int],
    sides: list[_Side],
    bonds: Bonds,
    chances: dict[tuple[int, int], float],
) -> None:
    """Link lone leftovers between the same neighbours, or with the same label, when anything speaks for it."""
    partner = {
        sides[0].index[one]: sides[1].index[other]
        for one, other in bonds.links
        if sides[0].index[one] in set(ones) and sides[1].index[other] in set(others)
    }
    place = {j: n for n, j in enumerate(others)}
    before = -1
    waiting: list[int] = []
    for i in [*ones, -1]:
        if i in sides[0].free:
            waiting.append(i)
            continue
        if i != -1 and i not in partner:
            continue
        until = place[partner[i]] if i != -1 else len(others)
        gap = [j for j in others[before + 1 : until] if j in sides[1].free] if until > before else []
        if len(waiting) == len(gap) == 1:
            _maybe(waiting[0], gap[0], sides, bonds, chances)
        waiting = []
        before = max(before, until)
    for i in ones:
        for j in others:
            same = sides[0].passages[i].key is not None and sides[0].passages[i].key == sides[1].passages[j].key
            if same and i in sides[0].free and j in sides[1].free:
                _maybe(i, j, sides, bonds, chances)


def _maybe(i: int, j: int, sides: list[_Side], bonds: Bonds, chances: dict[tuple[int, int], float]) -> None:
    chance = chances.get((i, j), 0.0)
    one, other = sides[0].passages[i], sides[1].passages[j]
    short = max(len(one.text.split()), len(other.text.split())) <= SHORT
    if chance >= MIN_FILL or (short and one.terms.weights.keys() & other.terms.weights.keys()):
        _take(sides, bonds, i, j, max(chance, 0.5), "same place between the same neighbours")


def _force_single(
    left: Plan, right: Plan, lefts: tuple[str, ...], rights: tuple[str, ...], sides: list[_Side], bonds: Bonds
) -> None:
    """A point of a single provision that was matched as a whole keeps that partner."""
    for side, plan, tops, across in ((0, left, lefts, rights), (1, right, rights, lefts)):
        for top in tops:
            at = sides[side].index[top]
            if at in sides[side].free and not plan.children.get(top):
                other = sides[1 - side].index[across[0]]
                i, j = (at, other) if side == 0 else (other, at)
                _take(sides, bonds, i, j, 0.5, "the same point around them")


def _anywhere(sides: list[_Side], bonds: Bonds) -> None:
    """Match what is left over, wherever it stands, with all that is linked as landmarks; what then is left joins a
    pair that it explains more of."""
    every = range(len(sides[0].points)), range(len(sides[1].points))
    free = sorted(sides[0].free), sorted(sides[1].free)
    if free[0] and free[1]:
        _keep(sides, bonds, match(sides[0].passages, sides[1].passages, _taken(sides, bonds), free), *every)
    free = sorted(sides[0].free), sorted(sides[1].free)
    if free[0] or free[1]:
        _keep(sides, bonds, absorb(sides[0].passages, sides[1].passages, _taken(sides, bonds), free), *every)


def _taken(sides: list[_Side], bonds: Bonds) -> dict[tuple[int, int], float]:
    return {(sides[0].index[one], sides[1].index[other]): score for (one, other), score in bonds.links.items()}


def _keep(sides: list[_Side], bonds: Bonds, found: Matching, lefts: Sequence[int], rights: Sequence[int]) -> None:
    """Take the links of a matching over; `lefts` and `rights` are the indices of its passages."""
    bonds.add(
        [sides[0].points[i].id for i in lefts],
        [sides[1].points[j].id for j in rights],
        [sides[0].passages[i] for i in lefts],
        [sides[1].passages[j] for j in rights],
        found,
    )
    sides[0].free -= {lefts[i] for i, _ in found.links}
    sides[1].free -= {rights[j] for _, j in found.links}
