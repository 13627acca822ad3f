"""Paper for the terminal: rows of cells, each wrapped in its own width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from plandiff.render.visible import visible

GAP = 2
"""Blank columns between cells."""

MEASURE = 112
"""Columns beyond which running text is hard to read; only columns side by side use a wider terminal."""


class Sheet:
    """Lays out rows for a console. `width` is all of it, `measure` what running text takes, both in columns.

    Rows are kept until `print`, because a console takes one long text far faster than many short ones.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: list[Text] = []
        self.width = console.width
        self.measure = min(console.width, MEASURE)

    def row(self, *cells: tuple[int, Text]) -> None:
        """Add cells, each with its width, as one row of as many lines as the longest of them needs.

        Every word is kept: one that is wider than its cell is folded. No line ends in blanks.
        """
        self._add([(width, self._wrap(text, width)) for width, text in cells])

    def beside(self, left: Text, right: Text, indent: int) -> None:
        """Add two texts over the whole width, a rule between them."""
        width = (self.width - indent - 1 - 2 * GAP) // 2
        old, new = self._wrap(left, width), self._wrap(right, width)
        rule = [Text("│", "dim") for _ in range(max(len(old), len(new)))]
        self._add([(indent - GAP, []), (width, old), (1, rule), (width, new)])

    def line(self, text: Text, indent: int = 0) -> None:
        """Add a text over the measure, every line of it indented by so many columns."""
        margin = [(indent - GAP, Text())] if indent else []
        self.row(*margin, (self.measure - indent, text))

    def heading(self, words: str, beside: str = "") -> None:
        """Add a heading, with a few quiet words beside it."""
        text = Text(words, "bold")
        self.line(text.append(f"   {beside}", "not bold dim") if beside else text)

    def blank(self) -> None:
        """Add an empty line."""
        self._lines.append(Text())

    def print(self) -> None:
        """Print all rows."""
        if self._console.color_system is None:
            # Without colour rich would print the same letters, and take its time.
            self._console.file.write("".join(f"{line.plain}\n" for line in self._lines))
        else:
            self._console.print(*self._lines, sep="\n", soft_wrap=True)

    def _wrap(self, text: Text, width: int) -> Sequence[Text]:
        if text.cell_len <= width and "\n" not in text.plain:
            return [text]
        return list(text.wrap(self._console, max(1, width), overflow="fold"))

    def _add(self, columns: Sequence[tuple[int, Sequence[Text]]]) -> None:
        for parts in zip_longest(*(lines for _, lines in columns)):
            line = Text()
            start = 0
            for (width, _), part in zip(columns, parts, strict=True):
                if part is not None and part.plain.strip():
                    part.rstrip()
                    if start:
                        line.append(" " * (start - line.cell_len))
                    line.append_text(part)
                start += width + GAP
            self._lines.append(line)


def safe(words: str, style: str = "") -> Text:
    """Words of a document, a file name or a plugin, made fit for the terminal."""
    return Text(visible(words), style)
