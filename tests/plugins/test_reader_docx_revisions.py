"""Tracked changes in a Word document: one side of them is read, the other set aside, and labels count what is read."""

from __future__ import annotations

from plandiff.model import Document, Revisions
from plandiff_readers.docx.read import read
from tests.plugins.docx_files import (
    abstract,
    before,
    deleted,
    docx,
    inserted,
    lvl,
    mark,
    num,
    numpr,
    p,
    r,
    row,
    source,
    style,
    table,
    tracked,
)

LIST = abstract(1, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter")) + num(1, 1)
ONCE = "tracked changes by Delegate B, 1 in all, read as accepted"


def doc(*body: str, revisions: Revisions = "accept", **parts: str) -> Document:
    return read(source(docx(*body, numbering=LIST, **parts), revisions))


def sides(*body: str, **parts: str) -> tuple[list[str], list[str]]:
    """What is printed with all changes rejected, and with all accepted."""
    rejected, accepted = (doc(*body, revisions=side, **parts) for side in ("reject", "accept"))  # type: ignore[arg-type]
    return printed(rejected), printed(accepted)


def printed(document: Document) -> list[str]:
    return [f"{block.label or ''} {block.text}".strip() for block in document.blocks]


def aside(document: Document) -> list[tuple[str, str, int | None]]:
    return [(omission.reason, omission.text, omission.line) for omission in document.omitted]


# ---------------------------------------------------------------- words


def test_a_changed_figure_is_read_on_one_side():
    assert sides(p("limited to ", tracked("del", "600,000"), tracked("ins", "800,000"), " personnel")) == (
        ["limited to 600,000 personnel"],
        ["limited to 800,000 personnel"],
    )


def test_the_other_side_is_set_aside_at_its_place():
    body = [p("x"), p("to ", tracked("del", "600", ",000"), tracked("ins", "800"))]

    assert aside(doc(*body)) == [("deleted by a tracked change", "600,000", 2)]
    assert aside(doc(*body, revisions="reject")) == [("inserted by a tracked change", "800", 2)]


def test_moved_words_are_read_where_they_are_on_that_side():
    body = [
        p(tracked("moveFrom", "a"), props=mark("moveFrom")),
        p("b"),
        p(tracked("moveTo", "a"), props=mark("moveTo")),
        p("c"),
    ]
    assert sides(*body) == (["a", "b", "c"], ["b", "a", "c"])
    assert aside(doc(*body)) == [("moved elsewhere by a tracked change", "a", 1)]


def test_words_inserted_and_then_deleted_are_on_neither_side():
    assert sides(p("x", tracked("ins", tracked("del", "y")))) == (["x"], ["x"])


def test_words_may_have_been_hidden_or_shown_by_a_change():
    hidden = r("y", f"<w:vanish/>{before('r', '')}")
    assert sides(p("x", hidden)) == (["xy"], ["x"])


# ---------------------------------------------------------------- paragraphs


def test_deleted_points_count_only_where_they_are_read():
    body = [p("a", num=1), deleted("b", num=1), p("c", num=1)]
    assert sides(*body) == (["1. a", "2. b", "3. c"], ["1. a", "2. c"])


def test_inserted_points_count_only_where_they_are_read():
    body = [p("a", num=1), inserted("b", num=1), p("c", num=1)]
    assert sides(*body) == (["1. a", "2. c"], ["1. a", "2. b", "3. c"])


def test_a_point_whose_words_alone_were_deleted_still_counts():
    body = [p("a", num=1), p(tracked("del", "b"), num=1), p("c", num=1)]
    assert sides(*body)[1] == ["1. a", "3. c"]


def test_a_deleted_mark_joins_two_paragraphs_and_the_mark_that_remains_shapes_them():
    body = [p("first ", props=mark("del")), p("second", num=1)]
    assert sides(*body) == (["first", "1. second"], ["1. first second"])


def test_an_inserted_mark_split_a_paragraph():
    body = [p("first ", num=1, props=mark("ins")), p("second", num=1)]
    assert sides(*body) == (["1. first second"], ["1. first", "2. second"])


def test_a_deleted_paragraph_before_a_table_or_at_the_end_is_gone():
    body = [p("a", num=1), deleted("b", num=1), table(["x"]), p("c", num=1), deleted("d", num=1)]
    assert sides(*body) == (["1. a", "2. b", "x", "3. c", "4. d"], ["1. a", "x", "2. c"])


def test_words_that_remain_before_a_table_are_kept():
    assert sides(p("a", props=mark("del")), table(["x"]))[1] == ["a", "x"]


# ---------------------------------------------------------------- tables


def test_inserted_and_deleted_rows_and_cells_are_read_on_one_side():
    body = (
        "<w:tbl>"
        + row(p("a", num=1), "1")
        + row(p("b", num=1), "2", props=tracked("del"))
        + row(p("c", num=1), "3", props=tracked("ins"))
        + "</w:tbl>"
    )
    assert sides(body) == (["1. a | 1", "2. b | 2"], ["1. a | 1", "2. c | 3"])
    assert aside(doc(body)) == [("deleted by a tracked change", "b", 3), ("deleted by a tracked change", "2", 4)]


def test_a_deleted_cell_is_gone():
    cell = f"<w:tc><w:tcPr>{tracked('cellDel')}</w:tcPr>{p('y')}</w:tc>"
    assert sides(f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc>{cell}</w:tr></w:tbl>") == (["x | y"], ["x"])


# ---------------------------------------------------------------- properties


def test_inserted_numbering_is_there_on_one_side():
    added = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{tracked("ins")}</w:numPr>'
    assert sides(p("a", props=added)) == (["a"], ["1. a"])


def test_changed_properties_are_those_of_the_side_that_is_read():
    body = [
        p("a", num=1, level=0),
        p("b", num=1, level=1, props=before("p", numpr(1, 0))),
        p("c", num=1, level=0, props=before("p", "")),
    ]
    assert sides(*body) == (["1. a", "2. b", "c"], ["1. a", "(a) b", "2. c"])


def test_a_changed_style_changes_what_a_paragraph_is():
    body = p("Scope", style="Heading1", props=before("p", ""))
    styles = style("Heading1", name="heading 1")

    assert doc(body, styles=styles).blocks[0].kind == "heading"
    assert doc(body, styles=styles, revisions="reject").blocks[0].kind == "paragraph"


# ---------------------------------------------------------------- what is said of them


def test_the_user_is_told_who_changed_how_much_and_which_side_is_read():
    body = [p(tracked("ins", "x", author="Delegate A")), p("y", tracked("del", "z"), tracked("ins", "w", author=""))]

    assert doc(*body).warnings == (
        "tracked changes by Delegate A, Delegate B, an unnamed author, 3 in all, read as accepted",
    )
    assert doc(*body, revisions="reject").warnings[0].endswith("3 in all, read as rejected")


def test_only_some_of_many_authors_are_named():
    body = [p(*(tracked("ins", "x", author=f"Author {n}") for n in range(7)))]
    assert "Author 4 and 2 more, 7 in all" in doc(*body).warnings[0]


def test_changes_in_notes_and_of_formatting_are_counted_too():
    assert doc(p("x", props=before("p", ""))).warnings == (ONCE,)
    note = f'<w:footnote w:id="2">{p(tracked("ins", "y"))}</w:footnote>'
    assert doc(p("x"), footnotes=note).warnings == (ONCE,)


def test_changes_in_a_text_box_are_counted_once():
    content = f"<w:txbxContent>{p(tracked('ins', 'x'))}</w:txbxContent>"
    forms = f'<mc:Choice Requires="wps">{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback>'
    assert doc(p(f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>")).warnings == (ONCE,)


def test_a_document_without_changes_is_the_same_on_both_sides():
    body = [p("a", num=1), table(["b", "c"]), p("d")]
    assert doc(*body) == doc(*body, revisions="reject")
    assert doc(*body).warnings == ()
