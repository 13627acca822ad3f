"""Paper for the terminal: rows of cells, each wrapped in its own width."""

from __future__ import annotations

from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from plandiff.render.visible import visible

GAP = 2
"""Blank columns between cells."""

MEASURE = 112
"""Columns beyond which running text is hard to read; only columns side by side use a wider terminal."""


class Sheet:
    """Prints rows on a console. `width` is all of it, `measure` what running text takes, both in columns."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.width = console.width
        self.measure = min(console.width, MEASURE)

    def row(self, *cells: tuple[int, Text]) -> None:
        """Print cells, each with its width, as one row of as many lines as the longest of them needs.

        Every word is printed: one that is wider than its cell is folded. No line ends in blanks.
        """
        columns = [text.wrap(self._console, max(1, width), overflow="fold") for width, text in cells]
        for parts in zip_longest(*columns):
            line = Text()
            start = 0
            for (width, _), part in zip(cells, parts, strict=True):
                if part is not None and part.plain.strip():
                    part.rstrip()
                    line.append(" " * (start - line.cell_len)).append_text(part)
                start += width + GAP
            self._console.print(line, soft_wrap=True)

    def line(self, text: Text, indent: int = 0) -> None:
        """Print a text over the measure, every line of it indented by so many columns."""
        self.row((indent - GAP, Text()), (self.measure - indent, text)) if indent else self.row(
            (self.measure, text)
        )

    def beside(self, left: Text, right: Text, indent: int) -> None:
        """Print two texts over the whole width, a rule between them."""
        width = (self.width - indent - 1 - 2 * GAP) // 2
        height = max(len(text.wrap(self._console, width, overflow="fold")) for text in (left, right))
        rule = Text("\n".join("│" * height), "dim")
        self.row((indent - GAP, Text()), (width, left), (1, rule), (width, right))

    def heading(self, words: str, beside: str = "") -> None:
        """Print a heading, with a few quiet words beside it."""
        text = Text(words, "bold")
        self.line(text.append(f"   {beside}", "not bold dim") if beside else text)

    def blank(self) -> None:
        """Print an empty line."""
        self._console.print()


def safe(words: str, style: str = "") -> Text:
    """Words of a document, a file name or a plugin, made fit for the terminal."""
    return Text(visible(words), style)
