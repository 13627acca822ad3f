"""Review: what a person decided about links, obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from plandiff.engine.align import HOME, align
from plandiff.engine.regroup import Group, claim, lone, separate
from plandiff.engine.retell import Retell
from plandiff.engine.rulings import Ruling, rulings
from plandiff.model import Link, Plan, Review


def overrule(
    links: Iterable[Link], left: Plan, right: Plan, review: Review
) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    """The links as the review wants them, with remarks on what was overruled and what no longer applies.

    `links` are those of `align(left, right)`, and what comes back keeps their promises: every top-level point
    in one link, the parts a partition of the provisions, in the order of the left plan. Points that lose a
    partner are told as dropped or added; the provisions of points linked by hand are matched anew among
    themselves. A review without verdicts changes nothing.
    """
    links = tuple(links)
    found, remarks = rulings(review, left, right)
    if found:
        desk = _Desk(links, left, right, review.name)
        remarks += desk.obey(found)
        links = desk.links()
    return links, tuple(remarks)


class _Desk:
    """The groups of whole points and of provisions while they are being overruled, breaks before claims."""

    def __init__(self, links: Sequence[Link], left: Plan, right: Plan, name: str) -> None:
        self._plans = left, right
        self._tops: list[Group] = [(link.left, link.right) for link in links]
        self._parts = _provisions(links)
        self._top_of = left.tops, right.tops
        self._retell = Retell(links, left, right, name)

    def obey(self, found: Sequence[Ruling]) -> list[str]:
        """Carry the rulings out; the remarks say what each overruled."""
        self._admit(found)
        breaks = [ruling for ruling in found if ruling.verdict == "break"]
        wholes = [ruling for ruling in found if ruling.verdict != "break" and not ruling.part]
        parts = [ruling for ruling in found if ruling.verdict != "break" and ruling.part]
        found_so = set(self._tops), set(self._parts)
        agreed = [ruling for ruling in wholes + parts if (ruling.left, ruling.right) in found_so[ruling.part]]
        remarks = [self._break(ruling) for ruling in breaks]
        anew = self._claim_wholes(wholes)
        self._claim_parts(wholes, parts)
        for group in anew:
            self._match_inside(group)
        remarks += [
            f"review: {ruling.told} {'set' if ruling.verdict == 'set' else 'kept as confirmed'} by hand"
            for ruling in wholes + parts
            if (ruling.left, ruling.right) not in found_so[ruling.part]
        ]
        if agreed:
            count = "1 link" if len(agreed) == 1 else f"{len(agreed)} links"
            remarks.append(f"review: {count} confirmed by hand")
        return remarks + self._contradicted(found)

    def links(self) -> tuple[Link, ...]:
        """The links as they stand now."""
        return self._retell.links(self._tops, self._parts)

    # ------------------------------------------------------------ breaking

    def _break(self, ruling: Ruling) -> str:
        lefts, rights = set(ruling.left), set(ruling.right)
        before = self._tops, self._parts
        inner = lefts, rights
        if not ruling.part:
            self._tops = separate(self._tops, lefts, rights)
            inner = self._inside(0, ruling.left), self._inside(1, ruling.right)
        self._parts = separate(self._parts, *inner)
        if (self._tops, self._parts) == before:
            return f"review: {ruling.place}, {ruling.told}, no longer applies: they are not linked"
        self._retell.broken(*inner, *((lefts, rights) if not ruling.part else (set(), set())))
        if ruling.part:
            self._part_company(inner)
        return f"review: {ruling.told} taken apart by hand"

    def _part_company(self, touched: tuple[Iterable[str], Iterable[str]], kept: Iterable[Group] = ()) -> None:
        """Take the top-level points around the touched provisions out of their links where none of their
        provisions has a partner left on the other side; a group that is `kept` stays."""
        for side in (0, 1):
            for top in sorted({self._top_of[side][each] for each in touched[side]}):
                group = next(group for group in self._tops if top in group[side])
                if group in kept or not group[1 - side]:
                    continue
                inside, across = self._inside(side, [top]), self._inside(1 - side, group[1 - side])
                if any(inside & set(part[side]) and across & set(part[1 - side]) for part in self._parts):
                    continue
                self._tops.remove(group)
                stay = tuple(each for each in group[side] if each != top)
                away: Group = ((top,), ()) if side == 0 else ((), (top,))
                self._tops += [away, *lone((stay, group[1]) if side == 0 else (group[0], stay))]

    # ------------------------------------------------------------ claiming

    def _claim_wholes(self, wholes: Sequence[Ruling]) -> list[Group]:
        """Make the groups of whole points that are claimed; return those that are new."""
        before = self._tops
        made, rest = claim(before, [(ruling.left, ruling.right) for ruling in wholes])
        self._tops = made + rest
        self._retell.claimed(wholes, parts=False)
        old, new = self._numbers(before), self._numbers(self._tops)
        settled: list[Group] = []
        for group in self._parts:
            if len(self._homes(group, old)) > 1:
                settled.append(group)
                continue
            for home in sorted(self._homes(group, new)):
                settled += lone(
                    (
                        tuple(each for each in group[0] if new[0][self._top_of[0][each]] == home),
                        tuple(each for each in group[1] if new[1][self._top_of[1][each]] == home),
                    )
                )
        self._parts = settled
        known = set(before)
        return [group for group in made if group not in known and all(group)]

    def _claim_parts(self, wholes: Sequence[Ruling], parts: Sequence[Ruling]) -> None:
        """Make the groups of provisions that are claimed. A point without sub-points is its own provision."""
        claims = [*(ruling for ruling in wholes if self._plain(ruling)), *parts]
        before = self._parts
        made, rest = claim(before, [(ruling.left, ruling.right) for ruling in claims])
        self._parts = made + rest
        self._retell.claimed(claims, parts=True)
        if parts:
            kept, _ = claim([], [(ruling.left, ruling.right) for ruling in wholes])
            now = set(self._parts)
            changed = [group for group in before if group not in now]
            lefts, rights = ([each for group in changed for each in group[side]] for side in (0, 1))
            self._part_company((lefts, rights), kept)
            self._bring_home(made, kept)

    def _plain(self, ruling: Ruling) -> bool:
        sides = zip(self._plans, (ruling.left, ruling.right), strict=True)
        return not any(each in plan.children for plan, ids in sides for each in ids)

    def _bring_home(self, made: Sequence[Group], kept: Sequence[Group]) -> None:
        """A lone point joins the one that most of its words are claimed to come from or to go to."""
        for side in (0, 1):
            for group in [group for group in self._tops if not group[1 - side] and group not in kept]:
                (top,) = group[side]
                words = {point.id: len(point.text.split()) for point in self._plans[side].within(top)}
                going: dict[str, int] = {}
                for part in made:
                    for home in dict.fromkeys(self._top_of[1 - side][each] for each in part[1 - side]):
                        going[home] = going.get(home, 0) + sum(words.get(each, 0) for each in part[side])
                home, share = max(going.items(), key=lambda found: found[1], default=("", 0))
                host = next((one for one in self._tops if home in one[1 - side]), None)
                if host is None or host in kept or not share or share < HOME * sum(words.values()):
                    continue
                self._tops = [one for one in self._tops if one not in (group, host)]
                self._tops.append((group[0] + host[0], group[1] + host[1]))
                self._retell.brought_home(side, top)

    def _match_inside(self, group: Group) -> None:
        """Match the provisions of a new group that have no partner yet with each other."""
        inside = self._inside(0, group[0]), self._inside(1, group[1])
        free = [
            {part[side][0] for part in self._parts if not part[1 - side] and part[side][0] in inside[side]}
            for side in (0, 1)
        ]
        if not all(free):
            return
        flat = [_flat(plan, ids) for plan, ids in zip(self._plans, free, strict=True)]
        found = [link for link in align(flat[0], flat[1]) if link.left and link.right]
        taken = [{each for link in found for each in (link.left, link.right)[side]} for side in (0, 1)]
        self._parts = [
            part for part in self._parts if all(part) or (taken[0].isdisjoint(part[0]) and taken[1].isdisjoint(part[1]))
        ]
        self._parts += [(link.left, link.right) for link in found]
        self._retell.matched(found)

    # ------------------------------------------------------------ looking

    def _admit(self, found: Sequence[Ruling]) -> None:
        """Take in surrounding text that a ruling speaks of, which has no link so far."""
        for side in (0, 1):
            linked = {each for group in self._tops for each in group[side]}
            named = [self._top_of[side][each] for ruling in found for each in (ruling.left, ruling.right)[side]]
            for top in dict.fromkeys(named):
                if top not in linked:
                    self._tops += lone(((top,), ()) if side == 0 else ((), (top,)))
                    ids = tuple(point.id for point in self._plans[side].within(top))
                    self._parts += lone((ids, ()) if side == 0 else ((), ids))

    def _contradicted(self, found: Sequence[Ruling]) -> list[str]:
        """A remark for each ruling that another one of the file undid."""
        levels = self._tops, self._parts
        numbers = self._numbers(self._tops), self._numbers(self._parts)
        remarks = []
        for ruling in found:
            here = [
                {numbers[ruling.part][side][each] for each in ids}
                for side, ids in enumerate((ruling.left, ruling.right))
            ]
            if ruling.verdict == "break":
                undone = not here[0].isdisjoint(here[1])
            else:
                undone = not all(here) and any(all(levels[ruling.part][n]) for n in here[0] | here[1])
            if undone:
                remarks.append(f"review: {ruling.place}, {ruling.told}, is overruled by another entry of the file")
        return remarks

    def _inside(self, side: int, tops: Iterable[str]) -> set[str]:
        return {point.id for top in tops for point in self._plans[side].within(top)}

    def _homes(self, group: Group, numbers: tuple[dict[str, int], dict[str, int]]) -> set[int]:
        return {numbers[side][self._top_of[side][each]] for side in (0, 1) for each in group[side]}

    def _numbers(self, groups: Sequence[Group]) -> tuple[dict[str, int], dict[str, int]]:
        """For each side the number of the group that each member stands in."""
        return (
            {each: number for number, group in enumerate(groups) for each in group[0]},
            {each: number for number, group in enumerate(groups) for each in group[1]},
        )


def _provisions(links: Sequence[Link]) -> list[Group]:
    """The groups of provisions: the parts of the links, and each link without parts itself, unless its
    provision is told with another link, because it crosses to it."""
    parts = [(part.left, part.right) for link in links for part in link.parts]
    told = [{each for group in parts for each in group[side]} for side in (0, 1)]
    return parts + [
        (link.left, link.right)
        for link in links
        if not link.parts and told[0].isdisjoint(link.left) and told[1].isdisjoint(link.right)
    ]


def _flat(plan: Plan, ids: set[str]) -> Plan:
    """The plan of these provisions only, each a point of its own."""
    points = [point for point in plan.points if point.id in ids]
    return Plan(
        name=plan.name,
        format=plan.format,
        sha256=plan.sha256,
        points=tuple(replace(point, parent=None, role="point") for point in points),
    )
