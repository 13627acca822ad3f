"""The correlation table as an Excel workbook."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plandiff.errors import OutputError
from plandiff.model import Comparison
from plandiff.render.appendix import appendix
from plandiff.render.correlation import HEADERS, correlation
from plandiff.render.escape_cell import escape_cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (14, 14, 12, 8, 12, 24, 8, 12, 26, 60, 60, 30)
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day a zip file begins to count from: the same report has the same bytes on any day."""


def xlsx(comparison: Comparison) -> bytes:
    """A workbook: the table, with a header that stays, filters and wrapped text, and a sheet with its appendix.

    Every cell is text, none a formula.
    Raises `OutputError` when a library for it is not installed or the folder for temporary files is full.
    """
    try:
        from lxml.etree import LxmlError
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise OutputError("writing Excel needs openpyxl and lxml: pip install 'plandiff[documents]'") from None
    book = Workbook()
    table = book.active
    assert table is not None
    table.title = "Correlation table"
    _fill(table, [HEADERS, *correlation(comparison)], _WIDTHS)
    table.freeze_panes = "C2"
    table.auto_filter.ref = table.dimensions
    _fill(book.create_sheet("Report"), [("What", "Text"), *appendix(comparison)], (16, 120))
    book.properties.creator = "plandiff"
    book.properties.created = book.properties.modified = datetime.datetime(*_EPOCH)
    page = io.BytesIO()
    try:
        book.save(page)
    except (OSError, LxmlError) as error:
        # openpyxl keeps each sheet in a temporary file until the book is whole; lxml does not say what hindered it.
        raise OutputError("the folder for temporary files: cannot be written: free some space in it") from error
    return _undated(page.getvalue())


def _fill(sheet: Worksheet, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Write rows of texts, the first of them bold, in columns so many letters wide."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = escape_cell(text)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _undated(data: bytes) -> bytes:
    """The package with no trace of the time it was written, which openpyxl puts in its parts and its dates."""
    page = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return page.getvalue()
