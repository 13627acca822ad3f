"""How much of the old text is still there."""

from __future__ import annotations

import re

from plandiff.model import Comparison, Edit
from plandiff.render.edits_of import edits_of


def kept(comparison: Comparison) -> float | None:
    """The share of the old text's words that stand in the new text too, from 0 to 1; None for no words.

    Each provision counts once, also where two changes name it because it crossed from one point to another.
    """
    leaves = {(leaf.left, leaf.right): leaf for change in comparison.changes for leaf in change.leaves()}
    edits = [edit for leaf in leaves.values() for edit in edits_of(leaf, comparison) if edit.op != "insert"]
    total = sum(map(_words, edits))
    return sum(_words(edit) for edit in edits if edit.op == "equal") / total if total else None


def _words(edit: Edit) -> int:
    return len(re.findall(r"\w+", edit.text))
