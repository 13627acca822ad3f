"""Read: from the bytes of an Excel workbook to its points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from plandiff.errors import ReadError
from plandiff.model import Document, Finding, Omission, Source
from plandiff_readers.remarks import remarks
from plandiff_readers.table_columns import Row, head_of
from plandiff_readers.tables import table
from plandiff_readers.xlsx_book import Book, Sheet
from plandiff_readers.xlsx_sheet import Cell, letters

_HIDDEN_CELLS = "hidden cells"
_QUOTED = 60
_NAMED = 3


def read(source: Source) -> Document:
    """The document that a workbook holds. Raises `ReadError` when it is damaged or no list of points."""
    sheets = Book(source).sheets()
    tables = [(sheet, *_rows(sheet)) for sheet in sheets if not sheet.hidden]
    tables = [one for one in tables if one[1]]
    if not tables:
        raise ReadError(f"{source.name}: holds no cells that are shown: check that it is the file you meant")
    chosen, rows, columns = next((one for one in tables if head_of(one[1]) is not None), tables[0])
    name = f"{source.name}: sheet {chosen.name[:24]}" if len(tables) > 1 else source.name
    blocks, omitted = table(name, rows, columns)
    apart = [omission for sheet in sheets for omission in _apart(sheet, sheet is chosen)]
    return Document(
        format="Excel workbook",
        blocks=tuple(blocks),
        omitted=(*omitted, *apart),
        warnings=tuple(_warnings(chosen)),
        findings=(*_hidden(apart), *remarks(apart)),
        listed=True,
    )


def _rows(sheet: Sheet) -> tuple[list[Row], tuple[str, ...]]:
    """The rows of the cells that are shown, without empty columns, and the letters of the others."""
    shown = [cell for cell in sheet.cells if cell.text.strip() and not cell.hidden]
    used = sorted({cell.column for cell in shown})
    places = {column: index for index, column in enumerate(used)}
    rows = []
    for number, cells in groupby(shown, key=lambda cell: cell.row):
        texts = [""] * len(used)
        for cell in cells:
            texts[places[cell.column]] = cell.text
        rows.append(Row(number, tuple(texts)))
    return rows, tuple(map(letters, used))


def _apart(sheet: Sheet, chosen: bool) -> Iterator[Omission]:
    """What a sheet holds that is not compared."""
    whole = None if chosen else f"hidden sheet {sheet.name}" if sheet.hidden else f"sheet {sheet.name}"
    for number, group in groupby(sheet.cells, key=lambda cell: cell.row):
        cells = list(group)
        for reason, kept in (
            (whole, [cell for cell in cells if whole and cell.text.strip()]),
            (_HIDDEN_CELLS, [cell for cell in cells if not whole and cell.hidden and cell.text.strip()]),
            ("formula without a result", [cell for cell in cells if not cell.text.strip()]),
        ):
            if reason and kept:
                text = " | ".join(cell.text.strip() or f"={cell.formula}" for cell in kept)
                yield Omission(reason=reason, text=text, line=number)
    for reason, text, row in sheet.beside:
        yield Omission(reason=reason, text=text, line=row)


def _hidden(apart: list[Omission]) -> Iterator[Finding]:
    """A finding for each hidden row and each hidden sheet."""
    for reason, group in groupby(apart, key=lambda omission: omission.reason):
        if reason == _HIDDEN_CELLS or reason.startswith("hidden sheet "):
            rows = list(group)
            for omission in rows if reason == _HIDDEN_CELLS else rows[:1]:
                where = f"row {omission.line}: " if reason == _HIDDEN_CELLS else ""
                yield Finding(
                    rule="hidden-text",
                    severity="substantive",
                    message=f"{where}{reason}, which a reader does not see",
                    line=omission.line,
                    quote=shorten(omission.text, _QUOTED, placeholder="…"),
                )


def _warnings(sheet: Sheet) -> Iterator[str]:
    shown = [cell for cell in sheet.cells if not cell.hidden]
    computed = [cell for cell in shown if cell.formula and cell.text.strip()]
    if computed:
        yield f"formulas are read as they were last computed: {_places(computed)}"
    unknown = [cell for cell in shown if cell.formula and not cell.text.strip()]
    if unknown:
        yield f"formulas without a result were set aside, open the file and save it again: {_places(unknown)}"
    dates = [cell for cell in shown if cell.is_date]
    if dates:
        yield f"cells that are dates are read as year, month, day; a label such as 1.2 may be one: {_places(dates)}"


def _places(cells: list[Cell]) -> str:
    named = ", ".join(cell.place for cell in cells[:_NAMED])
    return named + (f" and {len(cells) - _NAMED:,} more" if len(cells) > _NAMED else "")
