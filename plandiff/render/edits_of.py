"""The edits of a change, whole points included."""

from __future__ import annotations

from plandiff.model import Change, Comparison, Edit


def edits_of(change: Change, comparison: Comparison) -> tuple[Edit, ...]:
    """The edits as described, or one over the whole text where a point came, went or stayed as a whole."""
    if change.edits:
        return change.edits
    old = comparison.left.text_of(change.left, deep=bool(change.parts))
    new = comparison.right.text_of(change.right, deep=bool(change.parts))
    if change.kind == "unchanged":
        return (Edit(op="equal", text=new),)
    edits = (Edit(op="delete", text=old), Edit(op="insert", text=new))
    return tuple(edit for edit in edits if edit.text)
