"""The tables that were asked for, on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from plandiff.render.digest import Digest
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.tables import Table


def tables(content: Digest, sheet: Sheet) -> None:
    """Print each table under its title: narrow columns as wide as they need, the others share what is left."""
    for table in content.tables:
        sheet.heading(table.title)
        widths = _widths(table, sheet.measure)
        sheet.row(*((width, Text(words, "dim")) for width, words in zip(widths, table.head, strict=True)))
        for row, warns in zip(table.rows, table.warns, strict=True):
            style = "bold red" if warns else ""
            cells = (Text("\n").join(safe(line, style) for line in cell.split("\n")) for cell in row)
            sheet.row(*zip(widths, cells, strict=True))
        sheet.blank()


def _widths(table: Table, measure: int) -> list[int]:
    columns = list(zip(table.head, *table.rows, strict=True))
    wanted = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    left = measure - GAP * (len(wanted) - 1)
    widths = list(wanted)
    for place, column in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        share = left // (len(wanted) - place)
        widths[column] = min(wanted[column], share)
        left -= widths[column]
    return widths
