"""Read: from the text of a table to its points."""

from __future__ import annotations

import io
from collections import Counter
from itertools import islice

from plandiff.errors import ReadError
from plandiff.limits import limit, too_much
from plandiff.model import Document, Omission
from plandiff_readers.table_columns import Row
from plandiff_readers.tables import table

_CALLED = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SEPARATORS = tuple(_CALLED)
_TRIED = 200
"""So many rows tell what separates the values."""


def read(name: str, text: str) -> Document:
    """The document that a table of separated values holds; `name` stands for it in errors. Raises `ReadError`."""
    declared = text[4] if text[:4].lower() == "sep=" and text[4:5] in _CALLED and text[5:6] in ("\n", "") else None
    # The line in which a spreadsheet declares the separator is no row, but counts as one.
    body = "\n" + text[6:] if declared else text
    rows = _rows(name, body, declared or _separator(body))
    blocks, omitted = table(name, rows)
    if declared:
        omitted.insert(0, Omission(reason="declared separator", text=text[:5], line=1))
    return Document(format="CSV table", blocks=tuple(blocks), omitted=tuple(omitted), listed=True)


def _rows(name: str, text: str, separator: str) -> list[Row]:
    import csv

    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(reader, 1):
            if number > limit("table_rows"):
                raise too_much(name, "table_rows", "has too many rows")
            rows.append(Row(number, tuple(cells)))
    except csv.Error as error:
        place = f"row {len(rows) + 1} (line {reader.line_num})"
        remedy = "close quotation marks, and write those inside a text twice"
        raise ReadError(f"{name}: {place} is not CSV ({error}): {remedy}") from None
    widths = Counter(len(row.cells) for row in rows if row.cells)
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    for row in rows:
        if any(cell.strip() for cell in row.cells[usual:]):
            said = f"row {row.number} has {len(row.cells)} cells, most rows have {usual}"
            raise ReadError(f"{name}: {said}: put a text that holds a {_CALLED[separator]} in quotation marks")
    return rows


def _separator(text: str) -> str:
    """The sign that cuts most rows into equally many cells; among equals one that is rarely followed by a blank,
    as it is in sentences, and that makes most cells."""
    import csv

    best, most = _SEPARATORS[0], (0.0, 0.0, 0)
    for sign in _SEPARATORS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        try:
            rows = [row for row in islice(reader, _TRIED) if row]
        except csv.Error:
            continue
        widths = Counter(map(len, rows))
        width = max(widths, key=lambda width: (widths[width], width), default=0)
        behind = [cell[:1] for row in rows for cell in row[1:] if cell]
        tight = 1 - behind.count(" ") / len(behind) if behind else 0.0
        score = (widths[width] / len(rows), tight, width) if width > 1 else (0.0, 0.0, 0)
        if score > most:
            best, most = sign, score
    return best
