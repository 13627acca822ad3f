"""Judge: how well changes match the truth of gold pairs, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.alignment.pair import Pair
from benchmarks.alignment.tally import Tally
from plandiff.model import Change

SAME = {"same", "moved"}
RENUMBERED = {"moved", "moved_modified"}


def judge(results: Iterable[tuple[Pair, Sequence[Change]]]) -> dict[str, Tally]:
    """Tallies over all (pair, changes), summed. Points that are unsure or to be ignored count on neither
    side.

    `link`: two points are linked. `renumbered`: the same over groups whose number changed; its recall counts.
    `several`: groups with more than one point on a side, exactly right. `fate`: points without a partner that
    were left without one (recall). `reused`: points with the same number and other content that were not
    linked (recall). `text`: links of one point to one that are right and whose verdict, same text or not, is
    right too (recall); translations have no verdict.
    """
    tallies = {name: Tally() for name in ("link", "renumbered", "several", "fate", "reused", "text")}
    for pair, changes in results:
        case = _Case(pair)
        links = case.links((change.left, change.right) for change in changes)
        true = case.links((group.left, group.right) for group in case.sure)
        renumbered = case.links((group.left, group.right) for group in case.sure if group.kind in RENUMBERED)
        tallies["link"].add(links, true)
        tallies["renumbered"].add(links & renumbered, renumbered)
        tallies["several"].add(
            case.several((change.left, change.right) for change in changes),
            case.several((group.left, group.right) for group in case.sure),
        )
        alone = case.alone()
        linked = {(0, left) for left, _ in links} | {(1, right) for _, right in links}
        tallies["fate"].add(alone - linked, alone)
        reused = {(name, name) for name in pair.reused}
        tallies["reused"].add(reused - links, reused)
        verdicts = case.verdicts(true)
        told = {
            ((change.left[0], change.right[0]), change.kind == "unchanged")
            for change in changes
            if len(change.left) == len(change.right) == 1
        }
        tallies["text"].add(verdicts & told, verdicts)
    return tallies


class _Case:
    """One pair with what is certain about it."""

    def __init__(self, pair: Pair) -> None:
        self.sure, self.unjudged = pair.sure, pair.unjudged

    def links(self, members: Iterable[tuple[Sequence[str], Sequence[str]]]) -> set[tuple[str, str]]:
        return {
            (left, right)
            for lefts, rights in members
            for left in lefts
            for right in rights
            if left not in self.unjudged[0] and right not in self.unjudged[1]
        }

    def several(
        self, members: Iterable[tuple[Sequence[str], Sequence[str]]]
    ) -> set[tuple[frozenset[str], frozenset[str]]]:
        return {
            (frozenset(lefts), frozenset(rights))
            for lefts, rights in members
            if lefts and rights and len(lefts) + len(rights) > 2
            if self.unjudged[0].isdisjoint(lefts) and self.unjudged[1].isdisjoint(rights)
        }

    def alone(self) -> set[tuple[int, str]]:
        left = {(0, name) for group in self.sure if not group.right for name in group.left}
        right = {(1, name) for group in self.sure if not group.left for name in group.right}
        return {(side, name) for side, name in left | right if name not in self.unjudged[side]}

    def verdicts(self, true: set[tuple[str, str]]) -> set[tuple[tuple[str, str], bool]]:
        single = {
            (group.left[0], group.right[0]): group.kind in SAME
            for group in self.sure
            if len(group.left) == len(group.right) == 1 and group.kind != "translation"
        }
        return {(link, same) for link, same in single.items() if link in true}
