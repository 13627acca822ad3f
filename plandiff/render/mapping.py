"""The mapping table: which point became which, and nothing else."""

from __future__ import annotations

from msgspec import Struct

from plandiff.model import Change, Comparison
from plandiff.render.cite import Where
from plandiff.render.doubt import doubt
from plandiff.render.gist import gist
from plandiff.render.reading_order import reading_order
from plandiff.render.unreported import unreported
from plandiff.render.wording import state


class Pairing(Struct, frozen=True):
    """One line of the table. `part` tells a provision inside a point from the point itself.

    `cautions` say that the link is a guess, and which points no report supports.
    """

    old: str
    new: str
    change: Change
    state: str
    first_words: str
    part: bool
    cautions: tuple[str, ...]


def mapping(comparison: Comparison) -> list[Pairing]:
    """Every change in reading order, each followed by the provisions inside it, with the first words of each.

    The words are those of the new text, or of the old text where nothing is left of it. Provisions that only
    came or went with their point are not listed again.
    """
    where = Where(comparison)

    def pairing(change: Change, part: bool) -> Pairing:
        plan, ids = (comparison.right, change.right) if change.right else (comparison.left, change.left)
        return Pairing(
            old=where.left(change.left),
            new=where.right(change.right),
            change=change,
            state=state(change),
            first_words=gist(plan.text_of(ids, deep=not part), 120),
            part=part,
            cautions=(*filter(None, [doubt(change, where)]), *unreported(change.left, change.right, comparison, where)),
        )

    rows: list[Pairing] = []
    for change in reading_order(comparison.changes, comparison):
        rows.append(pairing(change, part=False))
        parts = [part for part in change.parts if part.kind != change.kind or (part.left and part.right)]
        rows += [pairing(part, part=True) for part in reading_order(parts, comparison)]
    return rows
