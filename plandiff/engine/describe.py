"""Describe: what happened to the text of each link."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from plandiff.engine.chain import chain
from plandiff.engine.heft import heft
from plandiff.engine.normalize import normalize
from plandiff.engine.shares import shares
from plandiff.engine.words import words
from plandiff.model import Change, Kind, Link, Plan, Share


def describe(links: Iterable[Link], left: Plan, right: Plan) -> tuple[Change, ...]:
    """The changes of the links: kind, redline, and whether the points moved or got another number.

    A one-to-one link has moved when it lies outside the heaviest set of links that keeps its order, by words; a
    point weighs as much as all that stands in it, so that what leaves a section has moved and not its heading. The
    top-level links and the links of the provisions are judged each among themselves.
    """
    links = tuple(links)
    moved = _moved(links, left, right, deep=True) | _moved(
        [part for link in links for part in link.parts or (link,)], left, right, deep=False
    )
    return tuple(_change(link, left, right, moved, top=True) for link in links)


def _change(link: Link, left: Plan, right: Plan, moved: set[tuple[bool, str, str]], *, top: bool) -> Change:
    old = left.text_of(link.left, deep=top)
    new = right.text_of(link.right, deep=top)
    parts = tuple(_change(part, left, right, moved, top=False) for part in link.parts)
    went = len(link.left) == len(link.right) == 1 and (top, link.left[0], link.right[0]) in moved
    if went and parts:
        parts = _carried(link, parts, left, right)
    kind = _kind(link, old, new)
    if kind == "unchanged" and any(part.kind != "unchanged" for part in parts):
        kind = "modified"
    told, lost = _shares(link, kind, left, right, deep=top)
    return Change(
        kind=kind,
        left=link.left,
        right=link.right,
        moved=went,
        renumbered=_renumbered(link, left, right),
        score=link.score,
        reason=link.reason,
        runner_up=link.runner_up,
        edits=words(old, new),
        shares=told,
        lost=lost,
        parts=parts,
    )


def _carried(link: Link, parts: tuple[Change, ...], left: Plan, right: Plan) -> tuple[Change, ...]:
    """The provisions of a point that moved: those that kept their order in it did not move by themselves."""
    old, new = (
        {point.id: n for n, point in enumerate(plan.within(top))}
        for plan, top in ((left, link.left[0]), (right, link.right[0]))
    )
    inside = {
        part.left: (old[part.left[0]], new[part.right[0]])
        for part in parts
        if part.moved and part.left[0] in old and part.right[0] in new
    }
    kept = chain(dict.fromkeys(inside.values(), 1))
    return tuple(replace(part, moved=False) if inside.get(part.left) in kept else part for part in parts)


def _shares(
    link: Link, kind: Kind, left: Plan, right: Plan, *, deep: bool
) -> tuple[tuple[Share, ...], tuple[str, ...]]:
    """Where the words of the old points went, for a text that changed and has two sides."""
    if kind in ("unchanged", "added", "dropped"):
        return (), ()
    found, lost = shares(
        {name: left.text_of([name], deep=deep) for name in link.left},
        {name: right.text_of([name], deep=deep) for name in link.right},
    )
    told = (Share(left=old, right=new, share=round(share, 4)) for old, new, share in found)
    return tuple(told), tuple(lost)


def _kind(link: Link, old: str, new: str) -> Kind:
    if not link.left:
        return "added"
    if not link.right:
        return "dropped"
    if len(link.left) > 1:
        return "regrouped" if len(link.right) > 1 else "merged"
    if len(link.right) > 1:
        return "split"
    return "unchanged" if normalize(old) == normalize(new) else "modified"


def _renumbered(link: Link, left: Plan, right: Plan) -> bool:
    """Whether the labels of a one-to-one link differ, brackets and dots aside; a text without numbers has none."""
    if len(link.left) != 1 or len(link.right) != 1:
        return False
    labels = left.by_id[link.left[0]].label, right.by_id[link.right[0]].label
    bare = [_bare(label) for label in labels if label is not None]
    return len(bare) == 2 and bare[0] != bare[1]


def _bare(label: str) -> str:
    return "".join(sign for sign in label.casefold() if sign.isalnum() or sign == ".").strip(".") or label


def _moved(links: Iterable[Link], left: Plan, right: Plan, *, deep: bool) -> set[tuple[bool, str, str]]:
    """The one-to-one links out of order, as (whole points or provisions, left id, right id)."""
    places = [{point.id: n for n, point in enumerate(plan.points)} for plan in (left, right)]
    pairs = {
        (places[0][link.left[0]], places[1][link.right[0]]): (link.left[0], link.right[0])
        for link in links
        if len(link.left) == len(link.right) == 1
    }
    kept = chain(
        {
            pair: _weight(left.text_of([old], deep=True), right.text_of([new], deep=True))
            for pair, (old, new) in pairs.items()
        }
    )
    return {(deep, *names) for pair, names in pairs.items() if pair not in kept}


def _weight(old: str, new: str) -> int:
    return heft(len(old.split()) + len(new.split()) + 1, old, new)
