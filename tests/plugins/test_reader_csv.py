"""CSV tables: a point in each row, columns known by their names, labels as they are written."""

from __future__ import annotations

import pytest

from plandiff.engine.outline import outline
from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff_readers.csv_points import plandiff_read
from tests.plugins.ledger import lost


def read(text: str, suffix: str = ".csv") -> Document:
    document = plandiff_read(Source(name="plan.csv", suffix=suffix, data=b"", text=text))
    assert document is not None
    return document


def points(text: str) -> list[tuple[int | None, str | None, str]]:
    return [(block.level, block.label, block.text) for block in read(text).blocks]


def refusal(text: str) -> str:
    with pytest.raises(ReadError) as caught:
        read(text)
    line = str(caught.value)
    assert line.startswith("plan.csv: ")
    assert "\n" not in line
    return line.removeprefix("plan.csv: ")


# ---------------------------------------------------------------- labels and texts


def test_labels_stay_as_they_are_written():
    assert points("label,text\n1.10,Peace.\n1.1,Trade.\nNO,Grain.\n010,Oil.\n") == [
        (1, "1.10", "Peace."),
        (1, "1.1", "Trade."),
        (1, "NO", "Grain."),
        (1, "010", "Oil."),
    ]


@pytest.mark.parametrize(
    "names",
    [
        "No.,Text",
        "№,Текст",
        "Пункт,Зміст",
        "Стаття,Положення",
        "Art.,Texte",
        "Nr,Wortlaut",
        "Número,Texto",
        "#,Wording",
        "ПУНКТ,СОДЕРЖАНИЕ",
    ],
)
def test_columns_are_known_by_their_names_in_several_languages(names):
    assert points(f"{names}\n1,Peace.\n") == [(1, "1", "Peace.")]


def test_a_title_is_the_first_line_of_its_point():
    assert points('No.,Topic,Proposal\n1,Forces,"At most 600,000"\n2,NATO,Not a member\n3,Funds,\n') == [
        (1, "1", "Forces\nAt most 600,000"),
        (1, "2", "NATO\nNot a member"),
        (1, "3", "Funds"),
    ]


def test_a_table_with_titles_only_has_them_for_texts():
    assert points("No.,Title\n1,Peace\n2,Trade\n") == [(1, "1", "Peace"), (1, "2", "Trade")]


def test_the_order_of_named_columns_does_not_matter():
    assert points("Text,Source,Point\nPeace.,press,1\n") == [(1, "1", "Peace.")]


def test_without_names_labels_come_first_and_texts_second():
    assert points("1,Peace.\n2,Trade.\n") == [(1, "1", "Peace."), (1, "2", "Trade.")]


def test_a_single_column_holds_texts():
    assert points("The parties make peace.\nThe parties trade.\n") == [
        (1, None, "The parties make peace."),
        (1, None, "The parties trade."),
    ]


def test_of_two_columns_of_labels_the_first_counts():
    document = read("No.,Article,Text\n1,Borders,Peace.\n")

    assert document.blocks[0].label == "1"
    assert [(left.reason, left.text) for left in document.omitted] == [("column Article", "Borders")]


def test_other_columns_and_what_stands_above_are_set_aside():
    table = "Plan of 23 November,,\n,,\nNo,Text,Comment\n1,Peace.,not agreed\n,,a word on all\n"
    document = read(table)

    assert [(left.reason, left.text, left.line) for left in document.omitted] == [
        ("above the table", "Plan of 23 November", 1),
        ("column Comment", "not agreed", 4),
        ("column Comment", "a word on all", 5),
    ]
    assert document.blocks[0].line == 4
    assert lost(table.replace("No,Text,Comment", ""), document) == []


def test_a_label_alone_is_a_point():
    assert points("no,text\n1,\n(a),Peace.\n") == [(1, "1", ""), (2, "(a)", "Peace.")]


def test_quoted_texts_hold_separators_quotation_marks_and_line_breaks():
    assert points('no,text\n1,"Peace, ""now"".\nAnd then."\n') == [(1, "1", 'Peace, "now".\nAnd then.')]


# ---------------------------------------------------------------- what separates the values


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_separators(sign):
    assert points(f"no{sign}text\n1{sign}Peace.\n2{sign}Trade.\n") == [(1, "1", "Peace."), (1, "2", "Trade.")]


def test_commas_in_texts_are_no_separators():
    assert points("1;Peace, now\n2;Trade, free\n3;Grain, in ships\n")[1] == (1, "2", "Trade, free")


def test_a_spreadsheet_may_declare_its_separator():
    document = read("sep=;\nno;text\n1;Peace.\n")

    assert (document.blocks[0].label, document.blocks[0].line) == ("1", 3)
    assert [left.text for left in document.omitted] == ["sep=;"]


# ---------------------------------------------------------------- nesting


def test_labels_nest_points():
    table = "no,text\n1,A\n1.2,B\n1.2.3,C\n1.10,D\n2,E\n2(a),F\n3,G\n(a),H\n(i),I\n(ii),J\n(b),K\n4,L\n"

    assert [(level, label) for level, label, _ in points(table)] == [
        *((1, "1"), (2, "1.2"), (3, "1.2.3"), (2, "1.10"), (1, "2"), (2, "2(a)"), (1, "3"), (2, "(a)")),
        *((3, "(i)"), (3, "(ii)"), (2, "(b)"), (1, "4")),
    ]


def test_levels_nest_points():
    assert points("no,text,level\n1,A,0\nx,B,2\n2,C,0\n") == [(1, "1", "A"), (2, "x", "B"), (1, "2", "C")]


def test_parents_nest_points_wherever_their_rows_stand():
    table = "id,parent,label,text\np1,,1,A\np3,p2,(i),C\np4,,2,D\np2,p1,(a),B\n"
    document = read(table)

    assert [(block.id, block.level) for block in document.blocks] == [("p1", 1), ("p2", 2), ("p3", 3), ("p4", 1)]


def test_a_parent_may_be_named_by_its_label():
    assert points("no,text,parent\n1,A,\na,B,1\n") == [(1, "1", "A"), (2, "a", "B")]


def test_points_keep_their_ids_and_labels_through_outlining():
    plan = outline(read("id,no,text\nx,1.10,1. Peace.\n"), name="plan.csv")

    assert [(point.id, point.label, point.text) for point in plan.points] == [("x", "1.10", "1. Peace.")]


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "Point,Russia,Ukraine\n1,Russia holds what it holds now,Ukraine gives up nothing at all\n",
            "has several columns of text (Russia, Ukraine): save the labels and one of them for each file",
        ),
        (
            "The one side says this at length,and the other side says that at length\n",
            "has several columns of text (1, 2): save the labels",
        ),
        ("no,text,wording\n1,a,b\n", "has 2 columns for the text (text, wording): keep one"),
        ("no,who,when\n1,a,b\n", "has no column named text: name the column that holds the texts so"),
        (
            "no,text\n1,Peace, now\n2,Trade\n3,Oil\n",
            "row 2 has 3 cells, most rows have 2: put a text that holds a comma",
        ),
        ('no,text\n1,"Peace\n2,Trade\n', "row 2 (line 3) is not CSV (unexpected end of data): close quotation marks"),
        ('no,text\n1,"Peace" now\n', "row 2 (line 2) is not CSV ("),
        ("id,text\na,A\na,B\n", "row 3, column id is the same as in row 2: give every point an id of its own"),
        ("no,text,level\n1,A,one\n", "row 2, column level is no whole number: write 1 for the outermost points"),
        ("id,text,parent\na,A,z\n", "row 2, column parent names z, which no row has: correct it"),
        ("id,text,parent\na,A,b\nb,B,a\n", "row 2, column parent leads back to the row: correct it"),
        ("no,text\n", "holds no points below the names of its columns: check the file"),
        (",,\n", "holds no points: check the file"),
        (
            "id,text,parent\n" + "".join(f"{n},A,{n - 1 or ''}\n" for n in range(1, 14)),
            "row 14 is nested deeper than 12",
        ),
    ],
)
def test_a_broken_table_is_refused_with_its_place(table, said):
    assert refusal(table).startswith(said)


def test_too_many_rows(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_TABLE_ROWS", "3")

    assert refusal("a,text\n" * 4).startswith("has too many rows; the limit is 3: ")


def test_other_texts_are_left_to_others():
    assert plandiff_read(Source(name="plan.txt", suffix=".txt", data=b"", text="no,text\n1,Peace.\n")) is None
