"""The points of a table that has one in each row."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.errors import ReadError
from plandiff.model import Block, Omission
from plandiff_readers.nesting import by_labels, by_levels, in_order
from plandiff_readers.points import MAX_DEPTH
from plandiff_readers.table_columns import Columns, Row, table_columns


def table(name: str, rows: Sequence[Row], letters: tuple[str, ...] = ()) -> tuple[list[Block], list[Omission]]:
    """The points that the rows of a table hold, nested, and what else stands in it.

    Columns are known by their names, in a number of languages: label, title, text, id, level, parent. The title is
    the first line of its point. Without names the first column holds the labels and the second the texts. Points are
    nested by the level or parent, where there is such a column, and otherwise by their labels. Other columns, and what
    stands above the names, are set aside. `name` is that of the source; `letters` call the columns of a spreadsheet.
    Raises `ReadError` with row and column.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not rows:
        raise ReadError(f"{name}: holds no points: check the file")
    columns = table_columns(name, rows, letters)
    above = 0 if columns.head is None else columns.head
    omitted = [
        Omission(reason="above the table", text=" | ".join(filter(None, map(str.strip, row.cells))), line=row.number)
        for row in rows[:above]
    ]
    points: list[Row] = []
    for row in rows[above:] if columns.head is None else rows[above + 1 :]:
        is_point = bool(row.cell(columns.roles.get("label")) or row.cell(columns.roles["text"]))
        if is_point:
            points.append(row)
        known = columns.roles.values() if is_point else ()
        omitted += [
            Omission(reason=f"column {columns.name(column)}", text=cell.strip(), line=row.number)
            for column, cell in enumerate(row.cells)
            if cell.strip() and column not in known
        ]
    if not points:
        raise ReadError(f"{name}: holds no points below the names of its columns: check the file")
    return _blocks(name, points, columns), omitted


def _blocks(name: str, points: list[Row], columns: Columns) -> list[Block]:
    ids = _ids(name, points, columns)
    labels = [row.cell(columns.roles.get("label")) for row in points]
    ordered = in_order(_parents(name, points, columns, labels, ids))
    if len(ordered) < len(points):
        reached = {index for index, _ in ordered}
        row = next(row for index, row in enumerate(points) if index not in reached)
        raise ReadError(f"{_place(name, row, columns, columns.roles['parent'])} leads back to the row: correct it")
    blocks = []
    for index, level in ordered:
        if level > MAX_DEPTH:
            raise ReadError(
                f"{name}: row {points[index].number} is nested deeper than {MAX_DEPTH} levels: bring the points up"
            )
        cells = (points[index].cell(columns.roles.get(role)) for role in ("title", "text"))
        text = "\n".join(filter(None, cells))
        blocks.append(
            Block(
                text=text.replace("\r\n", "\n").replace("\r", "\n"),
                kind="item",
                label=labels[index] or None,
                level=level,
                line=points[index].number,
                id=ids[index] or None,
            )
        )
    return blocks


def _ids(name: str, points: list[Row], columns: Columns) -> list[str]:
    column = columns.roles.get("id")
    found: dict[str, Row] = {}
    for row in points:
        own = row.cell(column)
        if own and found.setdefault(own, row) is not row:
            place = _place(name, row, columns, column)
            raise ReadError(f"{place} is the same as in row {found[own].number}: give every point an id of its own")
    return [row.cell(column) for row in points]


def _parents(name: str, points: list[Row], columns: Columns, labels: list[str], ids: list[str]) -> list[int | None]:
    """For each point the index of the one it stands in."""
    if "parent" in columns.roles:
        # A label may stand twice; an id may not, and comes first.
        known = {label: index for index, label in reversed(list(enumerate(labels))) if label}
        known |= {own: index for index, own in enumerate(ids) if own}
        return [_parent(name, row, columns, known) for row in points]
    if "level" in columns.roles:
        return by_levels([_level(name, row, columns) for row in points])
    return by_labels(labels)


def _parent(name: str, row: Row, columns: Columns, known: dict[str, int]) -> int | None:
    column = columns.roles["parent"]
    above = row.cell(column)
    if not above:
        return None
    if above not in known:
        raise ReadError(f"{_place(name, row, columns, column)} names {above[:24]}, which no row has: correct it")
    return known[above]


def _level(name: str, row: Row, columns: Columns) -> int:
    column = columns.roles["level"]
    level = row.cell(column)
    if not (level.isascii() and level.isdecimal() and len(level) < 4):
        raise ReadError(f"{_place(name, row, columns, column)} is no whole number: write 1 for the outermost points")
    return int(level)


def _place(name: str, row: Row, columns: Columns, column: int | None) -> str:
    return f"{name}: row {row.number}, column {columns.name(column or 0)[:24]}"
