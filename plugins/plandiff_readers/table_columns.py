"""The columns of a table of points: which holds the labels, which the texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plandiff.errors import ReadError
from plandiff_readers.column_names import Role, column_role

_HEAD = 10
"""The names of the columns stand in one of so many first rows."""

_PROSE = 4
"""Texts have so many words on an average; labels, dates and names have fewer."""


class Row(NamedTuple):
    """A row of a sheet: its number there, from 1, and what its cells show."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """What the cell in that column shows; "" where there is none."""
        return self.cells[column].strip() if column is not None and column < len(self.cells) else ""


class Columns(NamedTuple):
    """Where the names of the columns stand (None where they have none), and the columns that are known by role."""

    head: int | None
    names: tuple[str, ...]
    roles: dict[Role, int]
    letters: tuple[str, ...]

    def name(self, column: int) -> str:
        """What the column is called: its name, or its letter, or its number from 1."""
        given = self.names[column] if column < len(self.names) else ""
        return " ".join(given.split()) or (self.letters[column] if self.letters else str(column + 1))


def table_columns(name: str, rows: Sequence[Row], letters: tuple[str, ...] = ()) -> Columns:
    """The columns of a table, known by their names or, where there are none, by their order.

    `name` is that of the source; `letters` call the columns of a spreadsheet. Raises `ReadError` when two columns
    have one role, and when it cannot be told which of several columns holds the texts.
    """
    head = head_of(rows)
    names = rows[head].cells if head is not None else ()
    body = rows[head + 1 :] if head is not None else rows
    width = max((len(row.cells) for row in rows), default=0)
    columns = Columns(head, names, {}, letters)
    found: dict[Role, list[int]] = {}
    for column, title in enumerate(names):
        role = column_role(title)
        if role is not None:
            found.setdefault(role, []).append(column)
    for role, several in found.items():
        # Of "No." and "Article" the first is the label, and the other is set aside with its name.
        if len(several) > 1 and role not in ("label", "title"):
            raise ReadError(f"{name}: has {len(several)} columns for the {role} ({_named(columns, several)}): keep one")
        columns.roles[role] = several[0]
    if "text" not in columns.roles:
        known = columns.roles.values()
        free = [c for c in range(width) if c not in known and any(row.cell(c) for row in body)]
        if not free and "title" in columns.roles:
            free = [columns.roles.pop("title")]
        columns.roles.update(_by_content(name, columns, free, body))
    return columns


def head_of(rows: Sequence[Row]) -> int | None:
    """The index of the row that names the columns."""
    return next((index for index, row in enumerate(rows[:_HEAD]) if _is_head(row)), None)


def _is_head(row: Row) -> bool:
    roles = [column_role(cell) for cell in row.cells]
    return "text" in roles or ("label" in roles and sum(bool(cell.strip()) for cell in row.cells) > 1)


def _by_content(name: str, columns: Columns, free: list[int], body: Sequence[Row]) -> dict[Role, int]:
    """The column of the texts, and in a table without names that of the labels before it."""
    prose = [column for column in free if _words(column, body) >= _PROSE]
    if len(prose) > 1:
        raise ReadError(
            f"{name}: has several columns of text ({_named(columns, prose)}): save the labels and one of them for each "
            "file, and compare the files"
        )
    if columns.head is None and len(free) > 1 and prose != free[:1]:
        return {"label": free[0], "text": free[1]}
    if not (prose or len(free) == 1):
        raise ReadError(f"{name}: has no column named text: name the column that holds the texts so")
    return {"text": (prose or free)[0]}


def _words(column: int, body: Sequence[Row]) -> float:
    cells = [cell for row in body if (cell := row.cell(column))]
    return sum(len(cell.split()) for cell in cells) / len(cells)


def _named(columns: Columns, several: list[int]) -> str:
    return ", ".join(columns.name(column)[:24] for column in several)
