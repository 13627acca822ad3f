"""The newer version as annotated text in CriticMarkup, which editors of Markdown show and accept or reject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from plandiff.model import Change, Comparison, Edit
from plandiff.render.cite import Where
from plandiff.render.digest import digest
from plandiff.render.doubt import doubt
from plandiff.render.edits_of import edits_of
from plandiff.render.escape_critic import escape_critic
from plandiff.render.reading_order import reading_order
from plandiff.render.unreported import unreported
from plandiff.render.wording import state


def criticmarkup(comparison: Comparison) -> str:
    """Every provision in the order of the newer version, a paragraph each, what is gone where it used to stand.

    `{--old--}` is deleted, `{++new++}` inserted, `{~~old~>new~~}` replaced; who accepts all of a paragraph has
    its newer text, who rejects all its older one. `{>>comments<<}` say after a point that it moved, was split or
    merged, whether the link is a guess and what no report supports; at the beginning what the texts are; at the
    end by what this was made and what was not compared.
    """
    content = digest(comparison)
    where = Where(comparison)
    head = [f"{each.side}: {each.name}, {each.size}. {each.notice or ''}".strip() for each in content.versions]
    leaves = {(leaf.left, leaf.right): leaf for change in comparison.changes for leaf in change.leaves()}
    points = (_point(leaf, comparison, where) for leaf in reading_order(leaves.values(), comparison))
    blocks = [*map(_comment, head), *points, *map(_comment, (*comparison.warnings, *content.foot))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _comment(text: str) -> str:
    return f"{{>>{escape_critic(text.replace(chr(10), ' '))}<<}}"


def _point(change: Change, comparison: Comparison, where: Where) -> str:
    edits = edits_of(change, comparison)
    if not edits:
        return ""
    moved = [f"{where(change.left, change.right)} {state(change)}"] if _needs_saying(change) else []
    invented = unreported(change.left, change.right, comparison, where)
    remarks = "; ".join(filter(None, (*moved, doubt(change, where), *invented)))
    return "".join(_runs([*_label(change, where), *edits])) + (_comment(remarks) if remarks else "")


def _needs_saying(change: Change) -> bool:
    """Whether something happened that the marks do not show."""
    return change.moved or change.kind in ("split", "merged", "regrouped")


def _label(change: Change, where: Where) -> Iterator[Edit]:
    """What the point is cited as, before its text: a new number is a replacement like others."""
    old = f"{where.left(change.left)}. " if change.left else ""
    new = f"{where.right(change.right)}. " if change.right else ""
    if old == new:
        yield Edit(op="equal", text=old)
        return
    if old:
        yield Edit(op="delete", text=old)
    if new:
        yield Edit(op="insert", text=new)


def _runs(edits: Iterable[Edit]) -> Iterator[str]:
    """The edits in marks; a deletion with the insertion that follows it is a replacement."""
    runs = [(op, escape_critic("".join(edit.text for edit in run))) for op, run in groupby(edits, lambda edit: edit.op)]
    for (op, text), (following, _), (before, gone) in zip(runs, [*runs[1:], _END], [_END, *runs[:-1]], strict=True):
        if op == "equal":
            yield text
        elif op == "insert":
            yield f"{{~~{gone}~>{text}~~}}" if before == "delete" else f"{{++{text}++}}"
        elif following != "insert":
            yield f"{{--{text}--}}"


_END = ("", "")
