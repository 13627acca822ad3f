"""Excel workbooks: points in rows, labels as the cells show them, and what is hidden is said."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff.sources.media import media
from plandiff_readers.xlsx import plandiff_read
from plandiff_readers.xlsx_display import display
from plandiff_readers.xlsx_read import read as read_here
from tests.plugins.xlsx_files import Sheet, number, rows, text, workbook

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(data: bytes) -> Document:
    assert media("plan.xlsx", data) == "xlsx"
    return read_here(Source(name="plan.xlsx", suffix=".xlsx", data=data, media="xlsx"))


def points(data: bytes) -> list[tuple[int | None, str | None, str, int | None]]:
    return [(block.level, block.label, block.text, block.line) for block in read(data).blocks]


def omitted(data: bytes) -> list[tuple[str, str, int | None]]:
    return [(left.reason, left.text, left.line) for left in read(data).omitted]


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    line = str(caught.value)
    assert line.startswith("plan.xlsx: ")
    assert "\n" not in line
    return line.removeprefix("plan.xlsx: ")


# ---------------------------------------------------------------- cells


def test_points_stand_in_rows():
    assert points(workbook(Sheet(rows(["No.", "Text"], ["1", "Peace:"], ["(a)", "now"], ["2", "Trade."])))) == [
        (1, "1", "Peace:", 2),
        (2, "(a)", "now", 3),
        (1, "2", "Trade.", 4),
    ]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("1.1", "0.00", "1.10"),
        ("1.1", "General", "1.1"),
        ("1.1000000000000001", "General", "1.1"),
        ("5", "General", "5"),
        ("5", '0"."', "5."),
        ("5", '"Art. "0', "Art. 5"),
        ("5", r"\(0\)", "(5)"),
        ("5", "000", "005"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("0.5", "0%", "50%"),
        ("-2", "0.0;[Red]-0.0", "-2.0"),
        ("1e30", "General", "1e+30"),
        ("1E+400", "0.00", "1E+400"),
        ("45678", "dd.mm.yyyy", "2025-01-21"),
        ("45678.5", "m/d/yy h:mm", "2025-01-21 12:00"),
        ("9999999999", "d.m", "9999999999"),
        ("5", "# ?/?", "5"),
        ("#REF!", "0.00", "#REF!"),
    ],
)
def test_numbers_are_read_as_they_are_shown(value, code, shown):
    assert display(value, code, since_1904=False)[0] == shown


def test_days_may_be_counted_from_1904():
    assert display("0", "yyyy", since_1904=True) == ("1904-01-01", True)


def test_labels_are_read_as_they_are_shown():
    row = f'<row r="2">{number("A2", "1.1", 1)}{text("B2", "Peace.")}</row>'

    assert points(workbook(Sheet(rows(["No.", "Text"]) + row), formats=("0.00",))) == [(1, "1.10", "Peace.", 2)]


def test_shared_texts_without_the_reading_aid_above_them():
    shared = (
        "<si><t>No</t></si><si><t>Text</t></si><si><r><t>Pe</t></r><r><t>ace_x000A_now</t></r><rPh><t>x</t></rPh></si>"
    )
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>1</v></c><c t="s"><v>2</v></c></row>'

    assert points(workbook(Sheet(cells), shared=shared)) == [(1, "1", "Peace\nnow", 2)]


def test_truth_values_and_errors_are_text():
    cells = '<row r="2"><c r="A2" t="b"><v>0</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'

    assert points(workbook(Sheet(rows(["No.", "Text"]) + cells))) == [(1, "FALSE", "#N/A", 2)]


def test_formulas_are_read_as_they_were_last_computed():
    cells = (
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"Pe"&amp;"ace"</f><v>Peace</v></c></row>'
        '<row r="3"><c r="A3"><f>A2+1</f></c></row>'
    )
    document = read(workbook(Sheet(rows(["No.", "Text"]) + cells)))

    assert [(block.label, block.text) for block in document.blocks] == [("2", "Peace")]
    assert [(left.reason, left.text) for left in document.omitted] == [("formula without a result", "=A2+1")]
    assert document.warnings == (
        "formulas are read as they were last computed: A2, B2",
        "formulas without a result were set aside, open the file and save it again: A3",
    )


def test_a_label_that_became_a_date_is_warned_of():
    cells = f'<row r="2">{number("A2", "45659", 1)}{text("B2", "Peace.")}</row>'
    document = read(workbook(Sheet(rows(["No.", "Text"]) + cells), formats=("d.m",)))

    assert document.blocks[0].label == "2025-01-02"
    assert document.warnings == (
        "cells that are dates are read as year, month, day; a label such as 1.2 may be one: A2",
    )


def test_cells_far_apart_cost_nothing():
    far = f'<row r="1048576">{text("XFD1048576", "a remark")}</row>'

    assert omitted(workbook(Sheet(rows(["No.", "Text"], ["1", "Peace."]) + far))) == [
        ("column XFD", "a remark", 1048576)
    ]


# ---------------------------------------------------------------- what is set aside


def test_hidden_rows_and_columns_are_set_aside_and_reported():
    hidden = f'<row r="3" hidden="1">{text("A3", "2")}{text("B3", "War.")}</row>'
    data = workbook(
        Sheet(
            rows(["No.", "Text", "Own"], ["1", "Peace.", "no"]) + hidden,
            before='<cols><col min="3" max="3" hidden="1"/></cols>',
        )
    )

    assert [block.text for block in read(data).blocks] == ["Peace."]
    assert omitted(data) == [("hidden cells", "Own", 1), ("hidden cells", "no", 2), ("hidden cells", "2 | War.", 3)]
    assert [(found.rule, found.severity, found.line, found.quote) for found in read(data).findings] == [
        ("hidden-text", "substantive", 1, "Own"),
        ("hidden-text", "substantive", 2, "no"),
        ("hidden-text", "substantive", 3, "2 | War."),
    ]


def test_other_sheets_are_set_aside_and_hidden_ones_reported():
    data = workbook(
        Sheet(rows(["About this file"]), "Cover"),
        Sheet(rows(["No.", "Text"], ["1", "Peace."])),
        Sheet(rows(["1", "War."]), "Old", "hidden"),
    )

    assert points(data) == [(1, "1", "Peace.", 2)]
    assert omitted(data) == [("sheet Cover", "About this file", 1), ("hidden sheet Old", "1 | War.", 1)]
    assert [found.message for found in read(data).findings] == ["hidden sheet Old, which a reader does not see"]


def test_comments_text_boxes_and_heads_are_set_aside():
    comments = (
        f'<comments {MAIN}><authors><author>Delegate B</author></authors><commentList><comment ref="B2" authorId="0">'
        "<text><r><t>Not </t></r><r><t>agreed.</t></r></text></comment></commentList></comments>"
    )
    box = '<d xmlns="urn:a"><txBody><p><r><t>Ask</t></r></p><p><r><t>first.</t></r></p></txBody></d>'
    data = workbook(
        Sheet(
            rows(["No.", "Text"], ["1", "Peace."]),
            behind="<headerFooter><oddHeader>Draft</oddHeader></headerFooter>",
            related=(("comments", comments), ("drawing", box)),
        )
    )

    assert omitted(data) == [
        ("comment by Delegate B", "Not agreed.", 2),
        ("text box", "Ask\nfirst.", None),
        ("page head or foot", "Draft", None),
    ]
    assert [(found.rule, found.line) for found in read(data).findings] == [("comment", 2)]


# ---------------------------------------------------------------- what is refused


def test_positions_side_by_side_are_refused():
    sheet = Sheet(rows(["Point", "Russia", "Ukraine"], ["1", "keeps what it holds today", "gives up nothing at all"]))

    assert refusal(workbook(sheet)).startswith("has several columns of text (Russia, Ukraine): save the labels")


def test_columns_without_names_are_called_by_their_letters():
    sheet = Sheet(rows(["", "A long text of many words", "Another long text of words"]))

    assert refusal(workbook(sheet)).startswith("has several columns of text (B, C): ")


def test_an_error_names_the_sheet_the_row_and_the_column():
    sheets = Sheet(rows(["x"]), "Cover"), Sheet(rows(["No", "Text", "Level"], ["1", "Peace.", "one"]))

    assert (
        refusal(workbook(*sheets))
        == "sheet Plan: row 2, column Level is no whole number: write 1 for the outermost points"
    )


def test_an_empty_workbook():
    assert refusal(workbook(Sheet(""))).startswith("holds no cells that are shown: ")
    assert refusal(workbook(Sheet(rows(["1", "Peace."]), state="hidden"))).startswith("holds no cells that are shown: ")


def test_too_many_cells(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_CELLS", "3")

    assert refusal(workbook(Sheet(rows(["No", "Text"], ["1", "Peace."])))).startswith(
        "has too many cells; the limit is 3: "
    )


def test_damage_is_one_line():
    assert "its part xl/worksheets/sheet0.xml is not XML" in refusal(workbook(Sheet("<row>")))


@pytest.mark.parametrize("bad", ['<row r="x"/>', '<row r="1"><c r="A1" s="-1" t="s"><v>99999999</v></c></row>'])
def test_nonsense_in_a_sheet_is_one_line(bad):
    data = workbook(Sheet(bad + rows(["No", "Text"], ["1", "Peace."])))
    document = plandiff_read(Source(name="plan.xlsx", suffix=".xlsx", data=data, media="xlsx"))

    assert document is not None
    assert document.blocks[0].text == "Peace."


def test_a_workbook_is_read_in_a_process_of_its_own():
    data = workbook(Sheet(rows(["No", "Text"], ["1", "Peace."])))
    document = plandiff_read(Source(name="plan.xlsx", suffix=".xlsx", data=data, media="xlsx"))

    assert document is not None
    assert (document.format, document.listed) == ("Excel workbook", True)


def test_other_media_are_left_to_others():
    assert plandiff_read(Source(name="plan.csv", suffix=".csv", data=b"", text="1,Peace.")) is None
