"""The cells of a sheet as they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plandiff.limits import limit, too_much
from plandiff_readers.xlsx_display import display

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


class Cell(NamedTuple):
    """A cell: its row and column, from 1, what it shows, and whether its row or column is hidden.

    `formula` is what it is computed from, "" for most cells; `is_date` says that it is shown as a date.
    """

    row: int
    column: int
    text: str
    hidden: bool
    formula: str
    is_date: bool

    @property
    def place(self) -> str:
        """As people say it: B7."""
        return f"{letters(self.column)}{self.row}"


class Shared(NamedTuple):
    """What the sheets of a workbook share: its texts, the format of each style, and how it counts days."""

    texts: list[str]
    formats: list[str]
    since_1904: bool


def sheet_cells(name: str, root: _Element, shared: Shared) -> list[Cell]:
    """The cells of a sheet that show something, row by row. Raises `ReadError` when they are too many."""
    hidden_columns = [
        (_whole(column.get("min"), 0), _whole(column.get("max"), 0))
        for column in root.iter("{*}col")
        if _is_on(column.get("hidden"))
    ]
    cells: list[Cell] = []
    number = 0
    for row in root.iter("{*}row"):
        number = _whole(row.get("r"), number + 1)
        column = 0
        for element in row.iterchildren("{*}c"):
            reference = _REFERENCE.fullmatch(element.get("r", ""))
            column = _number(reference[1]) if reference else column + 1
            text, is_date = _shown(element, shared)
            formula = element.findtext("{*}f") or ""
            if not (text.strip() or formula):
                continue
            if len(cells) >= limit("cells"):
                raise too_much(name, "cells", "has too many cells")
            hidden = _is_on(row.get("hidden")) or any(first <= column <= last for first, last in hidden_columns)
            cells.append(Cell(number, column, text, hidden, formula, is_date))
    return cells


def letters(column: int) -> str:
    """The column as spreadsheets call it: 1 is A, 28 is AB."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def plain_text(element: _Element) -> str:
    """The text of a string, which may be cut into runs, without the reading aid above it."""
    parts = "".join(
        text.text or ""
        for text in element.iter("{*}t")
        if not any(above.tag.endswith("}rPh") for above in text.iterancestors())
    )
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), parts).replace("\r\n", "\n").replace("\r", "\n")


def _shown(element: _Element, shared: Shared) -> tuple[str, bool]:
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return plain_text(element), False
    value = element.findtext("{*}v") or ""
    if kind == "s":
        index = _whole(value, len(shared.texts))
        return (shared.texts[index] if index < len(shared.texts) else "\ufffd"), False
    if kind == "b":
        return {"0": "FALSE", "1": "TRUE"}.get(value, value), False
    if kind != "n" or not value:
        return value, False
    index = _whole(element.get("s"), 0)
    code = shared.formats[index] if index < len(shared.formats) else "General"
    return display(value, code, since_1904=shared.since_1904)


def _number(column: str) -> int:
    found = 0
    for letter in column.upper():
        found = 26 * found + ord(letter) - ord("A") + 1
    return found


def _whole(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < 10 else default


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")
