"""Retell: groups that a review changed, told as links again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from msgspec.structs import replace

from plandiff.engine.regroup import Group
from plandiff.engine.rulings import Ruling
from plandiff.model import Link, Plan

_Place = tuple[bool, int, str]
"""Whether a provision is meant or a whole point, the side (0 left, 1 right), and the id."""


class Retell:
    """Remembers the links as they were and why members were regrouped, and makes links of groups."""

    def __init__(self, links: Sequence[Link], left: Plan, right: Plan, name: str) -> None:
        self._plans = left, right
        self._name = name
        self._order = tuple({point.id: n for n, point in enumerate(plan.points)} for plan in (left, right))
        self._known: dict[tuple[bool, Group], Link] = {}
        self._member: dict[_Place, Link] = {}
        self._claimed: dict[_Place, str] = {}
        self._broken: set[_Place] = set()
        for link in links:
            self._remember(False, link)
            for part in link.parts or (link,):
                self._remember(True, part)

    def claimed(self, found: Iterable[Ruling], *, parts: bool) -> None:
        """The rulings claim these groups, as whole points or as provisions."""
        for ruling in sorted(found, key=lambda ruling: ruling.verdict):
            why = f"{'set' if ruling.verdict == 'set' else 'confirmed'} in {self._name}"
            for side, ids in enumerate((ruling.left, ruling.right)):
                self._claimed.update(((parts, side, each), why) for each in ids)

    def brought_home(self, side: int, top: str) -> None:
        """A top-level point joined another because of its provisions."""
        self._claimed[False, side, top] = f"the words of a sub-point were set in {self._name}"

    def broken(self, *sides: Set[str]) -> None:
        """Links between these were broken: left and right provisions, left and right whole points."""
        for number, ids in enumerate(sides):
            self._broken.update((number < 2, number % 2, each) for each in ids)

    def matched(self, found: Iterable[Link]) -> None:
        """These links of provisions were found anew."""
        for link in found:
            self._remember(True, link)

    def links(self, tops: Iterable[Group], parts: Iterable[Group]) -> tuple[Link, ...]:
        """The links of whole points with their parts, in the order of `align`.

        Surrounding text that is alone is left out, as there.
        """
        wholes = [group for group in self._sorted(tops) if all(group) or not self._surrounding(group)]
        home = [{each: n for n, group in enumerate(wholes) for each in group[side]} for side in (0, 1)]
        inner: list[list[Link]] = [[] for _ in wholes]
        for group in self._sorted(parts):
            side = 0 if group[0] else 1
            at = home[side].get(self._plans[side].tops[group[side][0]])
            if at is not None:
                inner[at].append(self._link(True, group))
        plain = set(wholes)
        return tuple(
            replace(
                self._link(False, group),
                parts=() if len(found) == 1 and (found[0].left, found[0].right) in plain else tuple(found),
            )
            for group, found in zip(wholes, inner, strict=True)
        )

    def _link(self, parts: bool, group: Group) -> Link:
        places = [(parts, side, each) for side in (0, 1) for each in group[side]]
        reasons = {self._claimed[place] for place in places if place in self._claimed}
        if reasons and (all(group) or places[0] in self._claimed):
            return Link(left=group[0], right=group[1], score=1.0, reason="; ".join(sorted(reasons)))
        if known := self._known.get((parts, group)):
            return known
        origin = self._member.get(places[0])
        if all(group) and origin:
            return Link(
                left=group[0],
                right=group[1],
                score=origin.score,
                reason=f"{origin.reason}; the rest of the link was overruled in {self._name}",
            )
        if any(place in self._broken for place in places):
            return Link(left=group[0], right=group[1], score=1.0, reason=f"broken in {self._name}")
        rival = origin.runner_up if origin else None
        if rival and not {place[2] for place in places} & set((rival.left, rival.right)[places[0][1]]):
            rival = None
        return Link(
            left=group[0],
            right=group[1],
            score=round(1 - rival.score, 4) if rival else 1.0,
            reason=f"no counterpart, since its link was overruled in {self._name}",
            runner_up=rival,
        )

    def _remember(self, parts: bool, link: Link) -> None:
        self._known[parts, (link.left, link.right)] = link
        for side, ids in enumerate((link.left, link.right)):
            self._member.update(((parts, side, each), link) for each in ids)

    def _sorted(self, found: Iterable[Group]) -> list[Group]:
        """Groups and their members in document order, those without left members last."""
        ordered: list[Group] = [
            (
                tuple(sorted(ones, key=self._order[0].__getitem__)),
                tuple(sorted(others, key=self._order[1].__getitem__)),
            )
            for ones, others in found
        ]
        return sorted(
            ordered,
            key=lambda group: (
                not group[0],
                self._order[0][group[0][0]] if group[0] else self._order[1][group[1][0]],
            ),
        )

    def _surrounding(self, group: Group) -> bool:
        return any(
            plan.by_id[each].role == "surrounding" for plan, ids in zip(self._plans, group, strict=True) for each in ids
        )
