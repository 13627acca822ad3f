"""The correlation table, and the spreadsheets it becomes."""

from __future__ import annotations

import csv as reading
import io

import pytest

from plandiff import compare
from plandiff.render.correlation import HEADERS, correlation
from plandiff.render.csv import csv
from plandiff.render.escape_cell import LONGEST, escape_cell
from plandiff.render.xlsx import xlsx

OLD = "1. The truce holds.\n\n2. The guard is limited to 600 people.\n\n3. All acts are pardoned.\n"
NEW = "1. The guard is limited to 800 people.\n\n2. The truce holds.\n\n3. Mines are cleared by an agency.\n"


def rows():
    return [(row.old, row.new, row.fate, row.severity) for row in correlation(compare(OLD, NEW))]


def test_every_point_of_both_sides_has_its_row():
    assert rows() == [
        ("2", "1", "modified", "critical"),
        ("3", "–", "dropped", "substantive"),
        ("1", "2", "unchanged", "editorial"),
        ("–", "3", "added", "substantive"),
    ]


def test_texts_stand_whole_in_the_row():
    row = correlation(compare(OLD, NEW))[0]

    assert row.old_text == "The guard is limited to 600 people."
    assert row.new_text == "The guard is limited to 800 people."
    assert (row.fate, row.renumbered) == ("modified", "yes")


def test_a_csv_reads_back_as_the_table():
    text = csv(compare(OLD, NEW))
    table = list(reading.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff")
    assert tuple(table[0]) == HEADERS
    assert [tuple(row[:3]) for row in table[1:]] == [(old, new, fate) for old, new, fate, _ in rows()]


def test_a_workbook_reads_back_as_the_table():
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install 'plandiff[documents]'")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(compare(OLD, NEW)))).active

    assert tuple(cell.value for cell in sheet[1]) == HEADERS
    assert [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=2)] == [
        (old, new) for old, new, *_ in rows()
    ]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:L5"


def test_the_same_comparison_has_the_same_bytes():
    comparison = compare(OLD, NEW)

    assert xlsx(comparison) == xlsx(comparison)
    assert b"2026" not in xlsx(comparison)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "  =1", "\u00a0=1", "＝1+1", "%0A", "|cmd", '=HYPERLINK("x")'],
)
def test_no_cell_is_a_formula(text):
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install 'plandiff[documents]'")
    hostile = f"1. {text} and so on.\n\n2. The truce holds.\n"
    comparison = compare(hostile, "1. The truce holds.\n\n2. Mines are cleared.\n")
    cells = [cell for line in reading.reader(io.StringIO(csv(comparison))) for cell in line]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(comparison))).active

    assert escape_cell(text).startswith("'")
    assert not [cell for cell in cells if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "＝"))]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    cell = escape_cell("peace " * 10_000)

    assert len(cell) == LONGEST
    assert cell.endswith("more characters)")
