"""Word documents: every word is in a block or set aside with a reason."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document
from plandiff_readers.docx import plandiff_read
from plandiff_readers.docx.read import read
from tests.plugins.docx_files import (
    SPACES,
    abstract,
    docx,
    field,
    lvl,
    mark,
    num,
    p,
    package,
    r,
    sample,
    sdt,
    source,
    style,
    table,
    tracked,
)
from tests.plugins.ledger import lost

LIST = abstract(1, lvl(0, "%1.")) + num(1, 1)


def doc(*body: str, **parts: str) -> Document:
    return read(source(docx(*body, **parts)))


def texts(*body: str, **parts: str) -> list[str]:
    return [block.text for block in doc(*body, **parts).blocks]


def aside(document: Document) -> list[tuple[str, str, int | None]]:
    return [(omission.reason, omission.text, omission.line) for omission in document.omitted]


def note(kind: str, key: int, *inside: str, more: str = "") -> str:
    return f'<w:{kind} w:id="{key}" {more}>{"".join(inside)}</w:{kind}>'


def to(kind: str, key: int) -> str:
    """A run that refers to a note or comment."""
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


# ---------------------------------------------------------------- the hook


def test_the_hook_reads_word_documents_in_a_process_of_its_own():
    data, printed = sample()
    document = plandiff_read(source(data))

    assert document is not None
    assert document.format == "Word document"
    assert [block.label for block in document.blocks] == printed


def test_the_hook_leaves_other_sources_alone():
    from plandiff import sources

    assert plandiff_read(sources.from_text("1. A text.")) is None


# ---------------------------------------------------------------- blocks


def test_headings_items_and_paragraphs_are_told_apart():
    document = doc(
        p("Scope", style="Heading1"),
        p("Sovereignty.", num=1),
        p("Plain."),
        p("Duties", props='<w:outlineLvl w:val="1"/>'),
        numbering=LIST,
        styles=style("Heading1", name="heading 1"),
    )

    assert [(block.kind, block.level, block.label) for block in document.blocks] == [
        ("heading", 1, None),
        ("item", 1, "1."),
        ("paragraph", None, None),
        ("heading", 2, None),
    ]


def test_a_numbered_heading_keeps_its_label():
    styles = style("Heading2", '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    [block] = doc(p("Scope", style="Heading2"), numbering=LIST, styles=styles).blocks

    assert (block.kind, block.label) == ("heading", "1.")


def test_a_paragraph_with_the_outline_level_of_body_text_is_no_heading():
    styles = style("Heading1", name="heading 1")
    [block] = doc(p("Text", style="Heading1", props='<w:outlineLvl w:val="9"/>'), styles=styles).blocks

    assert block.kind == "paragraph"


def test_a_line_is_the_number_of_the_paragraph_in_the_document():
    document = doc(p("one"), p(), table(["two", "three"], ["four"]), p("five"))

    assert [(block.line, block.text) for block in document.blocks] == [
        (1, "one"),
        (3, "two | three"),
        (5, "four"),
        (6, "five"),
    ]


def test_numbers_typed_by_hand_stay_in_the_text():
    assert texts(p("1.", "<w:r><w:tab/></w:r>", "Sovereignty.")) == ["1.\tSovereignty."]


def test_breaks_hyphens_and_symbols_are_characters():
    run = "<w:r><w:t>cease</w:t><w:noBreakHyphen/><w:t>fire</w:t><w:br/><w:t>with</w:t><w:softHyphen/><w:t>draw</w:t>"
    run += '<w:cr/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    assert texts(p(run)) == ["cease\u2011fire\nwith\u00addraw\nα✓"]


def test_a_symbol_of_an_unknown_font_is_kept_as_it_is():
    unknown, damaged = '<w:r><w:sym w:font="House" w:char="F041"/></w:r>', '<w:r><w:sym w:char="zz"/></w:r>'
    assert texts(p("a", unknown, damaged)) == ["a\uf041"]


def test_words_inside_links_controls_tags_and_simple_fields_are_words():
    body = p(
        f'<w:hyperlink r:id="rIdMissing">{r("see ")}</w:hyperlink>',
        sdt(sdt(r("the "))),
        f"<w:smartTag>{r('annex')}</w:smartTag>",
        f"<w:customXml>{r(', ')}</w:customXml>",
        f'<w:fldSimple w:instr=" REF x ">{r("point 4")}</w:fldSimple>',
    )
    assert texts(body) == ["see the annex, point 4"]


def test_of_a_field_only_what_it_shows_is_read():
    assert doc(p("See ", field("REF _Ref1", "point 4"), ".")).blocks[0].text == "See point 4."


def test_what_a_field_shows_inside_the_code_of_another_is_set_aside():
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    document = doc(p(begin, field("MERGEFIELD x", "unseen"), separate, "seen", end))

    assert [block.text for block in document.blocks] == ["seen"]
    assert aside(document) == [("code of a field", "unseen", 1)]


def test_a_field_that_is_never_closed_does_not_swallow_the_document():
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC </w:instrText></w:r>'
    assert texts(p("before", open_field), p("after")) == ["before", "after"]


def test_form_fields_show_their_mark_or_choice():
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
    entries = '<w:listEntry w:val="accepts"/><w:listEntry w:val="rejects"/>'
    chosen = f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>'
    menu = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{chosen}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(p(f"{box}</w:r>{end}", " Party A ", f"{menu}{end}")) == ["☒ Party A rejects"]


def test_numbers_that_only_word_can_compute_are_warned_of():
    document = doc(p(field("LISTNUM"), "first"), p('<w:fldSimple w:instr=" AUTONUM "/>', "second"))

    assert document.warnings == (
        "numbers that Word computes by fields (LISTNUM, AUTONUM) are not stored in the file and were not read, "
        "2 in all: turn them into text in Word",
    )


def test_formulas_become_one_line():
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    square = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    assert texts(p(f"<m:oMath>{half}{square}</m:oMath>")) == ["1/2x^2"]


def test_a_style_separator_joins_a_heading_with_the_text_that_runs_on():
    document = doc(
        p("Scope.", num=1, props="<w:rPr><w:vanish/><w:specVanish/></w:rPr>"), p("This plan ..."), numbering=LIST
    )

    assert [(block.label, block.text) for block in document.blocks] == [("1.", "Scope. This plan ...")]


# ---------------------------------------------------------------- tables and text boxes


def test_a_table_row_is_one_block():
    assert texts(table(["Party", "Troops"], ["A", p("600") + p("or 800")])) == ["Party | Troops", "A | 600\nor 800"]


def test_a_number_in_a_cell_of_its_own_is_the_label_of_the_row():
    document = doc(table([p(num=1), "Sovereignty."], [p(num=1), "Ceasefire."]), numbering=LIST)

    assert [(block.label, block.text) for block in document.blocks] == [("1.", "Sovereignty."), ("2.", "Ceasefire.")]


def test_a_row_with_lists_in_its_cells_only_lays_out_the_page():
    document = doc(table([p("a", num=1) + p("b", num=1), p("c", num=1)]), numbering=LIST)

    assert [(block.label, block.text) for block in document.blocks] == [("1.", "a"), ("2.", "b"), ("3.", "c")]


def test_nested_tables_are_read():
    assert texts(table([table(["a", "b"]) + p(), "c"])) == ["a | b | c"]


def box(*inside: str) -> str:
    """A text box as today's Word writes it: twice, for itself and for older programs."""
    content = f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_after_the_paragraph_it_is_tied_to():
    body = [p("before", box(p("in the"), p("box")), " and after"), p("next")]
    assert texts(*body) == ["before and after", "in the", "box", "next"]


def test_text_boxes_count_their_lists_apart_from_the_text():
    document = doc(
        p("a", box(p("x", num=1)), num=1), p("b", box(p("y", num=1)), num=1), p(box(p("z", num=1))), numbering=LIST
    )

    assert [(block.label, block.text) for block in document.blocks] == [
        ("1.", "a"),
        ("1.", "x"),
        ("2.", "b"),
        ("2.", "y"),
        ("3.", "z"),
    ]


# ---------------------------------------------------------------- what is set aside


def test_notes_are_set_aside_at_their_place():
    document = doc(
        p("one"),
        p("two", to("footnote", 2), to("endnote", 3)),
        footnotes=note("footnote", 0, p("----"), more='w:type="separator"')
        + note("footnote", 2, p("See annex."), p("And map."))
        + note("footnote", 9, p("Left over.")),
        endnotes=note("endnote", 3, p("The end.")),
    )

    assert [block.text for block in document.blocks] == ["one", "two"]
    assert aside(document) == [
        ("footnote", "See annex.\nAnd map.", 2),
        ("endnote", "The end.", 2),
        ("footnote", "Left over.", None),
    ]


def test_notes_that_refer_to_each_other_are_read_once():
    notes = note("footnote", 2, p("a", to("footnote", 3))) + note("footnote", 3, p("b", to("footnote", 2)))
    assert aside(doc(p("x", to("footnote", 2)), footnotes=notes)) == [("footnote", "a", 1), ("footnote", "b", None)]


def test_comments_are_set_aside_and_reported():
    document = doc(
        p("one", to("comment", 0)), comments=note("comment", 0, p("Delete this?"), more='w:author="Delegate B"')
    )

    assert aside(document) == [("comment by Delegate B", "Delete this?", 1)]
    [finding] = document.findings
    assert (finding.rule, finding.severity, finding.message, finding.line, finding.quote) == (
        "comment",
        "none",
        "comment by Delegate B",
        1,
        "Delete this?",
    )


def test_headers_and_footers_are_set_aside():
    document = doc(p("text"), header=p("Draft of 20 November"), footer=p("Page ", field("PAGE", "1")))

    assert aside(document) == [("header", "Draft of 20 November", None), ("footer", "Page 1", None)]


def test_hidden_text_is_set_aside_and_reported():
    styles = style("Secret", run="<w:vanish/>") + style("Mute", run="<w:vanish/>", kind="character")
    document = doc(
        p("seen ", r("direct", "<w:vanish/>"), r(" shown", '<w:vanish w:val="0"/>')),
        p("style", r(" shown", '<w:vanish w:val="false"/>'), style="Secret"),
        p(r("character", '<w:rStyle w:val="Mute"/>')),
        styles=styles,
    )

    assert [block.text for block in document.blocks] == ["seen  shown", " shown"]
    assert aside(document) == [
        ("hidden text", "direct", 1),
        ("hidden text", "style", 2),
        ("hidden text", "character", 3),
    ]
    assert [(finding.rule, finding.line, finding.quote) for finding in document.findings] == [
        ("hidden-text", 1, "direct"),
        ("hidden-text", 2, "style"),
        ("hidden-text", 3, "character"),
    ]


def test_hidden_numbered_paragraphs_count_as_they_do_in_word():
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    document = doc(p("a", num=1), p(r("x", "<w:vanish/>"), num=1, props=hidden), p("b", num=1), numbering=LIST)

    assert [block.label for block in document.blocks] == ["1.", "3."]
    assert aside(document) == [("hidden text", "x", 2), ("number without text", "2.", 2)]


def test_the_table_of_contents_is_set_aside():
    document = doc(p("Article 1", "<w:r><w:tab/></w:r>", "3", style="TOC1"), p("x"), styles=style("TOC1", name="toc 1"))

    assert [block.text for block in document.blocks] == ["x"]
    assert aside(document) == [("table of contents", "Article 1\t3", 1)]


def test_reading_aids_above_words_are_set_aside():
    ruby = f"<w:r><w:ruby><w:rt>{r('heiwa')}</w:rt><w:rubyBase>{r('平和')}</w:rubyBase></w:ruby></w:r>"
    document = doc(p(ruby, "条約"))

    assert [block.text for block in document.blocks] == ["平和条約"]
    assert aside(document) == [("reading aid above the text", "heiwa", 1)]


def test_text_in_drawings_diagrams_and_charts_is_set_aside():
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    c = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    picture = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    body = p("x", picture, "y", f"<w:r><w:drawing><a:t {a}>map</a:t></w:drawing></w:r>")
    parts = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/diagrams/data1.xml": f"<d {a}><a:p><a:t>step one</a:t></a:p><a:t>step two</a:t></d>",
        "word/charts/chart1.xml": f"<c:chartSpace {c}><c:v>600</c:v></c:chartSpace>",
    }
    related = {"rId1": ("diagramData", "diagrams/data1.xml"), "rId2": ("chart", "/word/charts/chart1.xml")}

    assert aside(read(source(package(parts, related)))) == [
        ("text in a drawing", "DRAFT", 1),
        ("text in a drawing", "map", 1),
        ("text in a diagram", "step one\nstep two", None),
        ("text in a chart", "600", None),
    ]


def test_embedded_documents_are_warned_of():
    assert doc(p("x"), '<w:altChunk r:id="rId9"/>').warnings == (
        "documents embedded in it were not read, 1 in all: open it in Word and save it again",
    )


# ---------------------------------------------------------------- files


def test_what_lies_outside_the_file_is_not_looked_for():
    data = package(
        {"word/document.xml": f"<w:document {SPACES}><w:body>{p('x')}</w:body></w:document>"},
        {
            "rId1": ("styles", "http://127.0.0.1:9/styles.xml"),
            "rId2": ("numbering", "missing.xml"),
            "rId3": ("footnotes", "../../../../etc/passwd"),
            "rId4": ("header", "file:///etc/passwd"),
        },
    )
    assert [block.text for block in read(source(data)).blocks] == ["x"]


def test_strict_documents_are_read_like_others():
    strict = SPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    parts = {
        "word/document.xml": f"<w:document {strict}><w:body>{p('x', num=1)}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {strict}>{LIST}</w:numbering>",
    }
    [block] = read(source(package(parts, {"rId1": ("numbering", "numbering.xml")}))).blocks

    assert (block.label, block.text) == ("1.", "x")


def test_a_document_without_text_may_be_a_scan():
    with pytest.raises(ReadError, match=r"^plan\.docx: holds no text; is it a scan\?"):
        doc(p())


def test_a_document_whose_text_is_all_set_aside_says_where_it_is():
    with pytest.raises(
        ReadError, match=r"^plan\.docx: holds no text of its own but what is set aside \(footer, header"
    ):
        doc(p(), header=p("Plan"), footer=p("Page 1"))


def test_no_word_is_lost():
    words = "kept deleted moved hidden note comment header footer toc cell box formula".split()
    kept, deleted, moved, hidden, foot, comment, header, footer, toc, cell, boxed, formula = words
    document = doc(
        p(kept, tracked("del", deleted), r(hidden, "<w:vanish/>"), to("footnote", 2), to("comment", 0)),
        p(tracked("moveFrom", moved), props=mark("moveFrom")),
        p(toc, style="TOC1"),
        table([cell, p(box(p(boxed)))]),
        p(f"<m:oMath><m:r><m:t>{formula}</m:t></m:r></m:oMath>"),
        footnotes=note("footnote", 2, p(foot)),
        comments=note("comment", 0, p(comment)),
        header=p(header),
        footer=p(footer),
        styles=style("TOC1", name="toc 1"),
    )

    assert lost(" ".join(words), document) == []
