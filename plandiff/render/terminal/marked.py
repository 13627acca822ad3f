"""A redline for the terminal, legible with and without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.text import Text

from plandiff.model import Edit
from plandiff.render.redline import redline
from plandiff.render.visible import visible

LEGEND = "[-deleted-] {+inserted+}"

_MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}
_STYLE = {"equal": "", "delete": "red strike", "insert": "green underline"}
_LOOKALIKE = re.compile(r"(?<=\[)-|-(?=\])|(?<=\{)\+|\+(?=\})")


def marked(edits: Iterable[Edit]) -> Text:
    """The text with deletions as [-old-] and insertions as {+new+}, the same with colour as without.

    Where the document itself prints one of these marks, its sign is written by its code point, so that every
    mark is ours.
    """
    text = Text()
    for edit in redline(edits):
        before, after = _MARKS[edit.op]
        words = _LOOKALIKE.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", visible(edit.text))
        text.append(f"{before}{words}{after}", _STYLE[edit.op])
    return text
