"""The review file: the links of a comparison, written for a person to judge, and read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import asdict, replace

from plandiff.data import load
from plandiff.engine.anchors import Anchors
from plandiff.errors import DataError
from plandiff.model import Anchor, Change, Comparison, Review
from plandiff.render.cite import Where
from plandiff.render.visible import hidden, visible
from plandiff.render.wording import state

_HEAD = """\
# Which points of {left}
# became which points of {right}: judge each link by its verdict.
#
#   verdict = "open"      not judged: plandiff decides
#   verdict = "confirm"   right: keep this link
#   verdict = "break"     wrong: take the two sides apart
#   verdict = "set"       wrong, and this is right: name the points of the newer version that
#                         the older ones belong with, as to = ["16", "18(b)"], or to = []
#                         for none; where an entry has no older points, name older ones
#
# An entry with part = true speaks of sub-points by themselves. New entries may be added; the label of a
# point is enough then, as left = [{{ label = "24(d)" }}]. Each point is known again by its text, so that
# the verdicts hold when numbers change. Obey the file with: plandiff compare A B --review FILE
"""


def read(path: Path) -> Review:
    """The review that a file holds. Raises `DataError`, naming the place, when it is malformed."""
    review = load(Review, path)
    for number, entry in enumerate(review.links):
        place = f"{path}: field links[{number}]"
        if not entry.left and not entry.right:
            raise DataError(f"{place}: names no point; fill in left or right, or take the entry out")
        if entry.verdict == "set" and entry.to is None:
            raise DataError(f"{place}.to: is missing; name the right points, or [] for none")
        if entry.verdict != "set" and entry.to is not None:
            raise DataError(f'{place}.to: counts only with verdict = "set"; change one of the two')
        if entry.verdict == "break" and not (entry.left and entry.right):
            raise DataError(f'{place}.verdict: has no link to break; use "set" with the right points')
    return replace(review, name=str(path))


def draft(comparison: Comparison) -> str:
    """A review file of all links, in the order of the old text, every verdict open.

    One entry for each link of top-level points, and one for each sub-point that went to another place than
    its point. The points are anchored in their texts, of which the first words are quoted.
    """
    left, right = (visible(plan.name).replace("\n", " ") for plan in (comparison.left, comparison.right))
    writer = _Writer(comparison)
    entries = (writer.entry(number, *judged) for number, judged in enumerate(_judged(comparison)))
    return "\n".join([_HEAD.format(left=left, right=right), *entries])


def _judged(comparison: Comparison) -> Iterator[tuple[Change, bool]]:
    """The changes to be judged, each with whether it is one of provisions."""
    for change in comparison.changes:
        yield change, False
        for part in change.parts:
            if part.left and part.right and _crosses(part, change, comparison):
                yield part, True


def _crosses(part: Change, change: Change, comparison: Comparison) -> bool:
    """Whether sub-points went elsewhere than to the same place in the one counterpart of their point."""
    sides = (comparison.left.tops, part.left, change.left), (comparison.right.tops, part.right, change.right)
    levels = {tops[each] == each for tops, inner, _ in sides for each in inner}
    if levels == {True}:
        return False
    away = any(tops[each] not in wholes for tops, inner, wholes in sides for each in inner)
    single = len(change.left) == len(change.right) == 1
    return away or (not single and (part.renumbered or len(levels) > 1))


class _Writer:
    def __init__(self, comparison: Comparison) -> None:
        self._where = Where(comparison)
        self._anchors = Anchors(comparison.left), Anchors(comparison.right)

    def entry(self, number: int, change: Change, part: bool) -> str:
        told = f"{self._where(change.left, change.right)}   {state(change)}, {change.score:.2f}: {change.reason}"
        lines = [
            f"# links[{number}]  {' '.join(visible(told).split())}",
            "[[links]]",
            'verdict = "open"',
            *(["part = true"] if part else []),
        ]
        for side, (name, ids) in enumerate((("left", change.left), ("right", change.right))):
            lines += _listed(name, (self._anchors[side].anchor(each, part=part) for each in ids))
        return "".join(f"{line}\n" for line in lines)


def _listed(name: str, anchors: Iterable[Anchor]) -> list[str]:
    filled = ([(field, value) for field, value in asdict(anchor).items() if value is not None] for anchor in anchors)
    tables = ["{ " + ", ".join(f"{field} = {_quoted(value)}" for field, value in pairs) + " }" for pairs in filled]
    if len(tables) < 2:
        return [f"{name} = [{''.join(tables)}]"]
    return [f"{name} = [", *(f"  {table}," for table in tables), "]"]


def _quoted(text: str) -> str:
    """A TOML string; what cannot be seen is written by its code point, and a lone surrogate, which has none in
    TOML, as the sign for what cannot be shown."""
    plain = re.sub("[\ud800-\udfff]", "\ufffd", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\U{ord(sign):08X}" if hidden(sign) else sign for sign in plain) + '"'
