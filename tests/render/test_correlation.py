"""The correlation table, and the spreadsheets it becomes."""

from __future__ import annotations

import csv as reading
import io

import pytest

from plandiff import compare
from plandiff.render.appendix import appendix
from plandiff.render.correlation import HEADERS, correlation
from plandiff.render.csv import csv
from plandiff.render.escape_cell import LONGEST, escape_cell
from plandiff.render.markdown import markdown
from plandiff.render.xlsx import xlsx

OLD = "1. The truce holds.\n\n2. The guard is limited to 600 people.\n\n3. All acts are pardoned.\n"
NEW = "1. The guard is limited to 800 people.\n\n2. The truce holds.\n\n3. Mines are cleared by an agency.\n"


def rows():
    return [(row.old, row.new, row.fate, row.severity) for row in correlation(compare(OLD, NEW))]


def test_every_point_of_both_sides_has_its_row():
    assert rows() == [
        ("2", "1", "modified", "critical"),
        ("3", "–", "dropped", "critical"),
        ("1", "2", "unchanged", "editorial"),
        ("–", "3", "added", "substantive"),
    ]


def test_texts_stand_whole_in_the_row():
    row = correlation(compare(OLD, NEW))[0]

    assert row.old_text == "The guard is limited to 600 people."
    assert row.new_text == "The guard is limited to 800 people."
    assert (row.fate, row.renumbered) == ("modified", "yes")


def test_a_point_and_its_opening_words_are_told_apart():
    old = "1. The parties agree:\n(a) on peace;\n(b) on trade.\n2. The seat stays.\n"
    table = [(row.old, row.new, row.fate) for row in correlation(compare(old, old.replace("peace", "a truce")))]

    assert table[:4] == [
        ("1", "1", "modified"),
        ("1, opening words", "1, opening words", "unchanged"),
        ("1(a)", "1(a)", "modified"),
        ("1(b)", "1(b)", "unchanged"),
    ]


def test_a_csv_reads_back_as_the_table():
    text = csv(compare(OLD, NEW))
    table = list(reading.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff")
    assert tuple(table[0]) == HEADERS
    points = [(old, new, fate) for old, new, fate, _ in rows()]
    assert [tuple(row[:3]) for row in table[1 : len(points) + 1]] == points
    assert [(row[2], row[-1]) for row in table[len(points) + 1 :]] == appendix(compare(OLD, NEW))
    assert {len(row) for row in table} == {len(HEADERS)}


def test_a_workbook_reads_back_as_the_table():
    openpyxl = pytest.importorskip("openpyxl", reason="needs openpyxl: pip install 'plandiff[documents]'")
    book = openpyxl.load_workbook(io.BytesIO(xlsx(compare(OLD, NEW))))
    sheet = book.active

    assert tuple(cell.value for cell in sheet[1]) == HEADERS
    assert [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=2)] == [
        (old, new) for old, new, *_ in rows()
    ]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:L5"
    below = [tuple(cell.value for cell in row) for row in book["Report"].iter_rows(min_row=2)]
    assert below == appendix(compare(OLD, NEW))


def test_the_appendix_holds_what_a_table_of_points_cannot(comparison):
    found = [(line.what, line.text) for line in appendix(comparison)]

    assert ("not compared", "old, after the list: They return in May.") in found
    assert ("warning", "new.txt: the numbers of \x07 two points repeat") in found
    assert ("note", "new 8: substantive: left open (“[to be agreed]”)") in found
    assert [what for what, _ in found][-1] == "report"


def test_the_table_in_markdown_has_a_row_for_each_point():
    text = markdown(compare(OLD, NEW), "map")
    table = text.partition("## Which point became which\n\n")[2].partition("\n\n")[0].splitlines()

    assert table[0].startswith("| Old | New | Fate | Share of the old text | Severity | Issues | Old text | New text |")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]
    assert [(row[0], row[1], row[4]) for row in cells] == [(old, new, severity) for old, new, _, severity in rows()]
    assert cells[0][7] == "The guard is limited to 800 people."


@pytest.mark.parametrize(
    ("view", "headings"),
    [
        ("points", ["Open issues", "Other issues", "Point by point", "Noted in one text", "Not compared", "Warnings"]),
        ("issues", ["Open issues", "Other issues", "Warnings"]),
        ("map", ["Which point became which", "Noted in one text", "Not compared", "Warnings"]),
        ("summary", ["Open issues", "Critical changes", "Warnings"]),
    ],
)
def test_the_views_in_markdown(view, headings, comparison):
    text = markdown(comparison, view)

    assert [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")] == headings
    assert "RECONSTRUCTION: the text was never published" in text


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
    sheets = openpyxl.load_workbook(io.BytesIO(xlsx(comparison))).worksheets
    written = [cell for sheet in sheets for line in sheet.iter_rows() for cell in line]

    assert escape_cell(text).startswith("'")
    assert not [cell for cell in cells if cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "＝"))]
    assert {cell.data_type for cell in written} <= {"s", "n", "inlineStr"}


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    cell = escape_cell("peace " * 10_000)

    assert len(cell) == LONGEST
    assert cell.endswith("more characters)")
