"""Align: which points of the left plan belong with which points of the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from plandiff.engine.bonds import Bonds
from plandiff.engine.foreign import foreign
from plandiff.engine.groups import groups
from plandiff.engine.match import Matching, match
from plandiff.engine.normalize import normalize
from plandiff.engine.passages import Passage, passages
from plandiff.engine.provisions import Group, provisions
from plandiff.engine.translated import translated
from plandiff.model import Link, Plan, Point

SURE, PROSE = 0.9, 12
"""Surrounding text that was reworded is compared when the link is at least this likely and both sides have at
least this many words."""

HOME = 0.5
"""A point without a partner as a whole joins the point that at least this share of its words came from or went to."""


def align(left: Plan, right: Plan) -> tuple[Link, ...]:
    """The links of two plans: every top-level point of either in exactly one, in the order of the left plan.

    Whole points are matched first, because they say most about themselves; then the provisions inside matched
    points; then, at any distance, the provisions that are left over. A point that found no partner as a whole
    joins the one that most of its words came from. Surrounding text is linked only where it has a counterpart.
    """
    bonds = Bonds()
    drawn_in = _drawn_in(left, right), _drawn_in(right, left)
    for ones, others in _pools(left, right, drawn_in):
        ready = passages(_texts(left, ones), _texts(right, others))
        found = translated(*ready) if foreign(*ready) else match(*ready)
        if all(point.role == "surrounding" for point in (*ones, *others)):
            found = _counterparts(found, *ready)
        bonds.add([point.id for point in ones], [point.id for point in others], *ready, found)
    tops = [
        _compared(plan, {pair[side] for pair in bonds.links} | drawn_in[side])
        for side, plan in enumerate((left, right))
    ]
    wholes = groups(bonds.links, tops[0], tops[1])
    if all(len(list(plan.within(top))) == 1 for plan, side in zip((left, right), tops, strict=True) for top in side):
        return tuple(bonds.link(*whole) for whole in wholes)
    inner = provisions(left, right, wholes, (_points(left, tops[0]), _points(right, tops[1])))
    for one, other, score in _homes(left, right, wholes, inner):
        bonds.tie(one, other, score, inner.why(one, other) or "the words of a sub-point went there")
    wholes = groups(bonds.links, tops[0], tops[1])
    parts = _parts(left, right, wholes, tops, inner)
    return tuple(bonds.link(*whole, parts=tuple(found)) for whole, found in zip(wholes, parts, strict=True))


def _drawn_in(plan: Plan, other: Plan) -> set[str]:
    """The paragraphs around the list that stand among the points of the other version, word for word, and the titles
    that are a heading there."""
    around = {point.id: normalize(point.text) for point in plan.top if point.role == "surrounding" and point.text}
    if not around:
        return set()
    apart = {normalize(point.text) for point in other.points if point.role == "surrounding"}
    inside = {
        normalize(point.text)
        for point in other.points
        if point.role == "heading" or (point.role != "surrounding" and len(point.text.split()) >= PROSE)
    }
    return {name for name, text in around.items() if text in inside - apart}


def _pools(left: Plan, right: Plan, drawn_in: tuple[set[str], set[str]]) -> list[tuple[list[Point], list[Point]]]:
    """The top-level points to be matched with each other: the list, and what is drawn into it, with the list; what
    surrounds it with what surrounds the other. Against a text without numbers all is matched with all."""
    if not (left.numbered and right.numbered):
        return [(list(left.top), list(right.top))]
    pools: list[tuple[list[Point], list[Point]]] = [([], []), ([], [])]
    for side, plan in enumerate((left, right)):
        for point in plan.top:
            pools[point.role == "surrounding" and point.id not in drawn_in[side]][side].append(point)
    return pools


def _counterparts(found: Matching, ones: Sequence[Passage], others: Sequence[Passage]) -> Matching:
    """Of the links of surrounding text those that are sure: equal texts, and prose that is much the same. Titles,
    dates and by-lines of two versions differ without saying anything."""
    links = {
        (i, j): score
        for (i, j), score in found.links.items()
        if (i, j) in found.equal
        or (score >= SURE and min(len(ones[i].text.split()), len(others[j].text.split())) >= PROSE)
    }
    return replace(found, links=links)


def _texts(plan: Plan, points: Sequence[Point]) -> list[tuple[str, str | None]]:
    return [(plan.text_of([point.id], deep=True), point.label) for point in points]


def _compared(plan: Plan, linked: set[str]) -> list[str]:
    return [point.id for point in plan.top if point.role != "surrounding" or point.id in linked]


def _points(plan: Plan, tops: Sequence[str]) -> list[Point]:
    return [point for top in tops for point in plan.within(top)]


def _homes(left: Plan, right: Plan, wholes: Sequence[Group], inner: Bonds) -> list[tuple[str, str, float]]:
    """Top-level links that only the provisions show: (left, right, score) where a lone point's words mostly
    come from, or went to, one point of the other side. One whose provisions all have a counterpart, here and
    there, is neither added nor dropped: it joins the point with most of its words. Otherwise it goes with its stem."""
    plans = (left, right)
    alone = {
        (side, group[side][0]) for group in wholes for side in (0, 1) if group[side] and not group[1 - side]
    }  # fmt: skip
    found: list[tuple[str, str, float]] = []
    for side, top in sorted(alone):
        words = {point.id: len(point.text.split()) for point in plans[side].within(top)}
        going: dict[str, list[tuple[float, float]]] = {}
        for pair, score in inner.links.items():
            if pair[side] in words:
                home = plans[1 - side].tops[pair[1 - side]]
                going.setdefault(home, []).append((words[pair[side]], score))
        came = {home: sum(count for count, _ in shares) for home, shares in going.items()}
        homes = [home for home, count in came.items() if count >= HOME * sum(words.values())]
        linked = {pair[side] for pair in inner.links if pair[side] in words}
        if not homes and words.keys() == linked:
            homes = [max(came, key=lambda home: came[home])]
        if not homes and top in linked:
            homes = [plans[1 - side].tops[pair[1 - side]] for pair in inner.links if pair[side] == top]
        for home in homes:
            ends = (top, home) if side == 0 else (home, top)
            found.append((*ends, min(score for _, score in going[home])))
    return found


def _parts(
    left: Plan, right: Plan, wholes: Sequence[Group], tops: Sequence[Sequence[str]], inner: Bonds
) -> list[list[Link]]:
    """For each whole the links of the provisions inside, in document order; none where it has no sub-points.

    A link across wholes is told where most of its provisions are, otherwise with its left side.
    """
    number: tuple[dict[str, int], dict[str, int]] = ({}, {})
    plain = [True] * len(wholes)
    for n, group in enumerate(wholes):
        for side, plan in enumerate((left, right)):
            for top in group[side]:
                inside = [point.id for point in plan.within(top)]
                number[side].update(dict.fromkeys(inside, n))
                plain[n] &= len(inside) == 1
    found: list[list[Link]] = [[] for _ in wholes]
    # A whole without sub-points is told by itself, so nothing else can tell of it.
    open_ids = [
        [point.id for point in _points(plan, tops[side]) if not plain[number[side][point.id]]]
        for side, plan in enumerate((left, right))
    ]
    links = [(one, other) for one, other in inner.links if not (plain[number[0][one]] or plain[number[1][other]])]
    for lefts, rights in groups(links, open_ids[0], open_ids[1]):
        homes = Counter([*(number[0][one] for one in lefts), *(number[1][other] for other in rights)])
        found[homes.most_common(1)[0][0]].append(inner.link(lefts, rights))
    return found
