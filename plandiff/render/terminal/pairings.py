"""The mapping table on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from plandiff.model import Comparison
from plandiff.render.gist import gist
from plandiff.render.mapping import mapping
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.terminal.styles import CAUTION, KIND

_SCORE = 5
"""Columns of a probability under its heading."""


def pairings(comparison: Comparison, sheet: Sheet) -> None:
    """Print which point became which: old, new, fate, probability, first words; parts stand indented."""
    lines = mapping(comparison)
    old = max(3, min(sheet.width // 6, max((cell_len(line.old) + 2 * line.part for line in lines), default=0)))
    new = max(3, min(sheet.width // 6, max((cell_len(line.new) + 2 * line.part for line in lines), default=0)))
    fate = max(4, min(sheet.width // 5, max((len(line.state) for line in lines), default=0)))
    widths = (old, new, fate, _SCORE, sheet.width - old - new - fate - _SCORE - 4 * GAP)
    head = ("Old", "New", "Fate", "Score", "First words")
    sheet.row(*((width, Text(words, "bold")) for width, words in zip(widths, head, strict=True)))
    for line in lines:
        style = "dim" if line.part else "bold"
        inset = "  " if line.part else ""
        words = safe(gist(line.first_words, widths[-1]))
        for caution in line.cautions:
            words.append_text(safe(f"\n{caution}", CAUTION))
        cells = (
            safe(inset + line.old, style),
            safe(inset + line.new, style),
            Text(line.state, KIND[line.change.kind]),
            Text(f"{line.change.score:.2f}"),
            words,
        )
        sheet.row(*zip(widths, cells, strict=True))
    sheet.blank()
