"""Pairs: the provisions that may share a paragraph, one of each text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, product

from msgspec import Struct

from plandiff.model import Change, Comparison, Edit, Plan, Point
from plandiff.render.edits_of import edits_of

_ENOUGH = 1 / 3
"""The part of the words of either that is kept in a provision that was moved, or is one of several."""


class Pair(Struct, frozen=True):
    """An old and a new provision, and the edits that turn the text of the one into that of the other.

    `kept` counts the characters of words that stand in both. `single` tells a provision that became one other
    from what was left of a split or a merger.
    """

    old: Point
    new: Point
    edits: tuple[Edit, ...]
    kept: int
    single: bool
    moved: bool = False

    @property
    def alike(self) -> bool:
        """Whether a good part of the words of either text is kept."""
        return self.kept > 0 and self.kept >= _ENOUGH * min(_words(self.old.text), _words(self.new.text))


def pairs(comparison: Comparison) -> list[Pair]:
    """The pairs of a comparison: those that are linked one to one, and among several that are linked together
    each two that have a good part of the words of either in common.

    A paragraph can be tracked at one place only, so that of the pairs of one provision one can be used.
    """
    leaves = {(leaf.left, leaf.right): leaf for change in comparison.changes for leaf in change.leaves()}
    found: list[Pair] = []
    for leaf in leaves.values():
        if leaf.left and leaf.right:
            single = len(leaf.left) == len(leaf.right) == 1
            found += [_single(leaf, comparison)] if single else _several(leaf, comparison)
    return found


def _single(leaf: Change, comparison: Comparison) -> Pair:
    old, new = comparison.left.by_id[leaf.left[0]], comparison.right.by_id[leaf.right[0]]
    edits = edits_of(leaf, comparison)
    kept = sum(_words(edit.text) for edit in edits if edit.op == "equal")
    return Pair(old, new, edits, kept, single=True, moved=leaf.moved)


def _several(leaf: Change, comparison: Comparison) -> Iterator[Pair]:
    old = [comparison.left.by_id[name] for name in leaf.left]
    new = [comparison.right.by_id[name] for name in leaf.right]
    pieces = list(
        _pieces(edits_of(leaf, comparison), _owners(comparison.left, leaf.left), _owners(comparison.right, leaf.right))
    )
    kept: Counter[tuple[int, int]] = Counter()
    for one, other, edit in pieces:
        if edit.op == "equal":
            kept[one, other] += _words(edit.text)
    for one, other in product(range(len(old)), range(len(new))):
        pair = Pair(old[one], new[other], tuple(_between(pieces, one, other)), kept[one, other], single=False)
        if pair.alike:
            yield pair


_NOBODY = -1
"""Owner of the line breaks between the texts of several provisions."""


def _owners(plan: Plan, ids: Sequence[str]) -> list[int]:
    """For every character of the joined texts, whose it is."""
    owners: list[int] = []
    for place, name in enumerate(ids):
        owners += [place] * len(plan.by_id[name].text) + [_NOBODY]
    return owners


def _pieces(edits: Sequence[Edit], old: list[int], new: list[int]) -> Iterator[tuple[int, int, Edit]]:
    """The edits cut where one provision ends and the next begins: old owner, new owner, edit."""
    at_old = at_new = 0
    for edit in edits:
        size = len(edit.text)
        olds = old[at_old : at_old + size] if edit.op != "insert" else [_NOBODY] * size
        news = new[at_new : at_new + size] if edit.op != "delete" else [_NOBODY] * size
        start = 0
        for (one, other), run in groupby(zip(olds, news, strict=True)):
            stop = start + len(list(run))
            yield one, other, Edit(op=edit.op, text=edit.text[start:stop])
            start = stop
        at_old += size if edit.op != "insert" else 0
        at_new += size if edit.op != "delete" else 0


def _between(pieces: Sequence[tuple[int, int, Edit]], old: int, new: int) -> Iterator[Edit]:
    """The edits between two of several provisions: what one of them shares with a third has come or gone."""
    told = [
        (edit.op if one == old and other == new else "delete" if one == old else "insert", edit.text)
        for one, other, edit in pieces
        if one == old or other == new
    ]
    for op, run in groupby(told, lambda each: each[0]):
        yield Edit(op=op, text="".join(text for _, text in run))


def _words(text: str) -> int:
    return sum(map(len, re.findall(r"\w+", text)))
