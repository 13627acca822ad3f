"""Texts side by side on a console, each wrapped in its own width."""

from __future__ import annotations

from itertools import zip_longest

from rich.console import Console
from rich.text import Text

GAP = 2
"""Blank columns between cells."""


def row(console: Console, *cells: tuple[int, Text]) -> None:
    """Print cells, each with its width in columns, as one row of as many lines as the longest cell needs.

    Every word is printed: a word wider than its cell is folded over several lines. No line ends in blanks.
    """
    wrapped = [
        [*text.wrap(console, width, overflow="fold", tab_size=4)] if text.plain.strip() else [] for width, text in cells
    ]
    for lines in zip_longest(*wrapped, fillvalue=Text()):
        line = Text()
        column = 0
        for (width, _), part in zip(cells, lines, strict=True):
            part.rstrip()
            if part.plain:
                line.append(" " * (column - line.cell_len))
                line.append_text(part)
            column += width + GAP
        console.print(line, soft_wrap=True)
