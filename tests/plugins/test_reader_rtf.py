"""RTF: paragraphs with the labels that the file stores, and an omission for everything that does not run on."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandiff import sources
from plandiff.errors import ReadError
from plandiff.model import Block, Document, Finding, Omission, Revisions, Source
from plandiff_readers.rtf import plandiff_read
from plandiff_readers.rtf.read import read

FILES = Path(__file__).parent / "files"


def rtf(inside: str, revisions: Revisions = "accept") -> Document:
    """The document that an RTF text with this between its outer braces is read as."""
    data = ("{\\rtf1\\ansi " + inside + "}").encode("latin-1")
    return read(Source(name="plan.rtf", suffix=".rtf", data=data, media="rtf", revisions=revisions))


def texts(inside: str) -> list[str]:
    return [block.text for block in rtf(inside).blocks]


def labelled(document: Document) -> list[tuple[str | None, int | None, str]]:
    return [(block.label, block.level, block.text) for block in document.blocks]


def aside(document: Document) -> list[tuple[str, str]]:
    return [(omission.reason, omission.text) for omission in document.omitted]


# ---------------------------------------------------------------- whole files


@pytest.mark.parametrize("name", ["libreoffice.rtf", "pandoc.rtf"])
def test_a_file_of_a_word_processor(name):
    document = plandiff_read(sources.read(FILES / name))

    assert document is not None
    assert document.format == "RTF document"
    assert [(block.kind, block.level, block.text) for block in document.blocks if block.kind == "heading"] == [
        ("heading", 1, "Peace plan"),
        ("heading", 2, "Second part"),
    ]
    assert aside(document) == [("footnote", "A footnote text.")]
    assert [block.text for block in document.blocks[-3:]] == ["Article | Text", "1 | Forces", "2 | Borders"]
    assert document.warnings == ()


def test_the_labels_that_libreoffice_prints():
    document = read(sources.read(FILES / "libreoffice.rtf"))

    assert labelled(document)[2:8] == [
        ("1.", 1, "The island is sovereign."),
        ("2.", 1, "Elections are held:"),
        ("a.", 2, "in 100 days;"),
        ("b.", 2, "or later – as agreed."),
        (None, 1, "A paragraph that goes on in point 2."),
        ("3.", 1, "Острів є незалежним. Das Übergangsrecht. 停火。"),
    ]


def test_the_labels_that_pandoc_types_stay_in_the_text():
    document = read(sources.read(FILES / "pandoc.rtf"))

    assert labelled(document)[2] == (None, None, "1.\tThe island is sovereign.")


def test_other_media_are_left_alone():
    assert plandiff_read(Source(name="plan.txt", suffix=".rtf", data=b"Peace.", text="Peace.")) is None


# ---------------------------------------------------------------- labels and paragraphs


def test_paragraphs_are_counted():
    document = rtf("One.\\par\\par Three.\\par")

    assert document.blocks == (Block(text="One.", line=1), Block(text="Three.", line=3))


def test_the_label_of_an_automatic_list():
    assert rtf("{\\listtext\\pard\\plain (a)\\tab}\\ilvl1\\ls2 Peace.\\par").blocks == (
        Block(text="Peace.", kind="item", label="(a)", level=2, line=1),
    )


def test_the_label_of_a_list_in_the_old_way():
    inside = "\\pard{\\pntext\\f0 IV.\\tab}{\\*\\pn\\pnlvlbody\\pnucrm{\\pntxta.}}Peace.\\par"

    assert labelled(rtf(inside)) == [("IV.", None, "Peace.")]


@pytest.mark.parametrize("bullet", ["\\u8226?", "\\'b7", "o", "-"])
def test_a_bullet_is_no_label(bullet):
    inside = f"{{\\fonttbl{{\\f1\\fcharset2 Symbol;}}}}{{\\listtext\\f1 {bullet}\\tab}}\\ls1 Peace.\\par"

    assert rtf(inside).blocks == (Block(text="Peace.", kind="item", line=1),)


def test_a_paragraph_in_a_list_without_a_label_goes_on():
    assert rtf("{\\listtext  \\tab}\\ilvl0\\ls1 Peace.\\par").blocks == (Block(text="Peace.", level=1, line=1),)


def test_a_list_whose_labels_are_not_stored_is_said():
    document = rtf("\\pard\\ilvl0\\ls1 Peace.\\par\\pard Then.\\par")

    assert document.warnings == ("items of automatic lists whose printed label the file does not hold: 1",)


def test_a_label_without_text_is_set_aside():
    assert aside(rtf("{\\listtext 7.\\tab}\\ls1\\par\\pard Peace.")) == [("number without text", "7.")]


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ("\\s3\\outlinelevel1 Title;", 2),
        ("\\s3\\b heading 1;", 1),
        ("\\s3\\outlinelevel2\\b heading 3;", 3),
        ("\\s3 Body;", None),
    ],
)
def test_a_heading_by_its_style(style, level):
    block = rtf(f"{{\\stylesheet{{\\s0 Normal;}}{{{style}}}}}\\pard\\s3 Borders\\par").blocks[0]

    assert (block.kind, block.level) == ("heading" if level else "paragraph", level)


def test_a_heading_ends_with_its_paragraph():
    blocks = rtf("\\pard\\outlinelevel0 Borders\\par\\pard Peace.\\par").blocks

    assert [(block.kind, block.level) for block in blocks] == [("heading", 1), ("paragraph", None)]


def test_a_row_is_a_block():
    assert texts("\\trowd\\intbl Force\\cell 600\\cell\\row\\trowd\\intbl Ships\\cell\\cell\\row") == [
        "Force | 600",
        "Ships | ",
    ]


def test_cells_with_labels_are_points_of_their_own():
    inside = "\\intbl{\\listtext 1.\\tab}\\ls1 Old.\\cell{\\listtext 2.\\tab}New.\\cell\\row"

    assert [(block.label, block.text) for block in rtf(inside).blocks] == [("1.", "Old."), ("2.", "New.")]


def test_a_cell_alone_only_frames_its_text():
    assert texts("\\intbl One.\\par Two.\\cell\\row\\pard Three.") == ["One.", "Two.", "Three."]


# ---------------------------------------------------------------- characters


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("\\u1052?\\u1080?\\u1088?", "Мир"),
        ("\\u1052\\'cc\\u1080\\'e8\\u1088\\'f0.", "Мир."),
        ("{\\uc0 \\u1052\\u1080\\u1088 }", "Мир"),
        ("{\\uc2 \\u1052ab\\u1080\\'61\\'62}", "Ми"),
        ("\\u-10179?\\u-8704? and \\u55357?\\u56832?", "😀 and 😀"),
        ("half \\u-10179? here", "half \ufffd here"),
        ("\\u0? \\u99999999?", "\ufffd \ufffd"),
        ("\\u8209\\_x", "\u2011x"),
        ("\\'93Peace\\'94 \\'96 caf\\'e9", "“Peace” – café"),
        ("a\\~b\\-c\\_d\\{\\}\\\\", "a\u00a0b\u00adc\u2011d{}\\"),
        ("a\\tab b\\line c\\emdash d\\lquote e\\rquote", "a\tb\nc—d‘e’"),
        ("five\r\n hund\nred", "five hundred"),
        ("on\\bin4 {}\\{e", "one"),
    ],
)
def test_characters(written, read_as):
    assert texts(written) == [read_as]


def test_half_a_character_is_replaced_wherever_it_stands():
    document = rtf("{\\*\\atnauthor \\u-10179?}{\\*\\annotation \\u-10179?}{\\listtext \\u-10179?1.}Peace.")

    assert document.blocks[0].label == "\ufffd1."
    assert aside(document) == [("comment by \ufffd", "\ufffd")]


@pytest.mark.parametrize(
    ("font", "written", "read_as"),
    [
        ("\\fcharset204", "\\'ec\\'e8\\'f0", "мир"),
        ("\\fcharset161", "\\'e5\\'e9\\'f1", "ειρ"),
        ("\\fcharset128", "\\'93\\'fa\\'96\\'7b", "日本"),
        ("\\fcharset0\\cpg1250", "\\'b9", "ą"),
    ],
)
def test_bytes_are_read_in_the_encoding_of_their_font(font, written, read_as):
    assert texts(f"{{\\fonttbl{{\\f0\\fcharset0 A;}}{{\\f7\\froman{font} B;}}}}caf\\'e9 {{\\f7 {written}}}") == [
        f"café {read_as}"
    ]


def test_the_code_page_of_the_document_is_that_of_fonts_without_one():
    assert texts("\\ansicpg1251{\\fonttbl{\\f0 A;}}\\f0 \\'ec\\'e8\\'f0") == ["мир"]


def test_a_code_page_that_nobody_knows_is_western():
    assert texts("\\ansicpg99999 caf\\'e9") == ["café"]


def test_bytes_that_are_no_character_are_said():
    document = rtf("\\ansicpg932 war \\'93 peace")

    assert document.blocks[0].text == "war \ufffd peace"
    assert document.warnings == ("characters that their encoding does not know, replaced by \ufffd: 1",)


# ---------------------------------------------------------------- what does not run on


@pytest.mark.parametrize(
    ("group", "reason", "text"),
    [
        ("{\\footnote{\\super\\chftn} See\\par below.}", "footnote", "See\nbelow."),
        ("{\\*\\footnote\\ftnalt See below.}", "endnote", "See below."),
        ("{\\headerl Draft}", "header", "Draft"),
        ("{\\footer Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}", "footer", "Page 1"),
        ("{\\*\\annotation{\\*\\atndate 5} Really?}", "comment", "Really?"),
        ("{\\*\\atnauthor A. Nn}\\chatn{\\*\\annotation Really?}", "comment by A. Nn", "Really?"),
        ("{\\info{\\title The plan}{\\creatim\\yr2026}}", "properties of the file", "The plan"),
        ("{\\xe Peace}", "index entry", "Peace"),
        ("{\\v not shown}", "hidden text", "not shown"),
    ],
)
def test_what_is_set_aside(group, reason, text):
    document = rtf(f"One{group} two.\\par")

    assert [block.text for block in document.blocks] == ["One two."]
    assert aside(document) == [(reason, text)]


def test_what_is_set_aside_has_its_place():
    assert rtf("One.\\par Two.{\\footnote See.}\\par").omitted == (Omission(reason="footnote", text="See.", line=2),)


def test_a_text_box_follows_the_paragraph_it_is_tied_to():
    box = (
        "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt Boxed.\\par {\\listtext 2.}Point.\\par}}{\\shprslt twice}}"
    )

    assert rtf(f"One{box} two.\\par Three.\\par").blocks == (
        Block(text="One two.", line=1),
        Block(text="Boxed.", line=2),
        Block(text="Point.", kind="item", label="2.", line=3),
        Block(text="Three.", line=4),
    )


def test_a_text_box_in_a_header_is_part_of_it():
    assert aside(rtf("{\\header Top {\\shp{\\*\\shpinst{\\shptxt boxed}}}}Peace.")) == [("header", "Top boxed")]


def test_the_last_paragraph_may_lack_an_end():
    assert labelled(rtf("{\\listtext (b)}\\ilvl1\\ls1 Peace.")) == [("(b)", 2, "Peace.")]


@pytest.mark.parametrize(
    "group",
    [
        "{\\*\\generator Word}",
        "{\\pict\\wmetafile8 0102030405}",
        "{\\pict\\bin8 }}}}{{{{}",
        "{\\*\\listtable{\\list{\\listlevel{\\leveltext\\'02\\'00.;}}}}",
        "{\\*\\invented words that no one may show}",
        '{\\field{\\*\\fldinst HYPERLINK "http://island.example"}{\\fldrslt }}',
        "{\\upr{}{\\*\\ud{}}}",
    ],
)
def test_what_is_no_text(group):
    document = rtf(f"One{group} two.")

    assert [block.text for block in document.blocks] == ["One two."]
    assert document.omitted == ()


def test_the_better_of_two_spellings_is_read():
    assert texts("{\\upr{M?p}{\\*\\ud{\\u1052?\\u1080?\\u1088?}}}") == ["Мир"]


def test_the_text_of_a_link_is_read():
    assert texts('{\\field{\\*\\fldinst{HYPERLINK "http://island.example"}}{\\fldrslt{\\ul the treaty}}}.') == [
        "the treaty."
    ]


def test_hidden_text_and_comments_are_findings():
    document = rtf("One {\\v but not two} {\\*\\annotation Why?}.")

    assert document.findings == (
        Finding(rule="comment", severity="none", message="comment", line=1, quote="Why?"),
        Finding(
            rule="hidden-text",
            severity="substantive",
            message="text that is formatted as hidden, and not printed",
            line=1,
            quote="but not two",
        ),
    )


# ---------------------------------------------------------------- tracked changes

TRACKED = (
    "{\\*\\revtbl{Unknown;}{A. Nn;}{B\\'e9;}}The guard has "
    "{\\deleted\\revauthdel1 600}{\\revised\\revauth2 800} men.\\par "
    "{\\deleted\\revauthdel1 All go.\\par}Peace.\\par"
)


def test_tracked_changes_accepted():
    document = rtf(TRACKED)

    assert [block.text for block in document.blocks] == ["The guard has 800 men.", "Peace."]
    assert aside(document) == [("deleted by a tracked change", "600"), ("deleted by a tracked change", "All go.")]
    assert document.warnings == ("tracked changes by A. Nn, Bé, 3 in all, read as accepted",)


def test_tracked_changes_rejected():
    document = rtf(TRACKED, "reject")

    assert [block.text for block in document.blocks] == ["The guard has 600 men.", "All go.", "Peace."]
    assert aside(document) == [("inserted by a tracked change", "800")]
    assert document.warnings == ("tracked changes by A. Nn, Bé, 3 in all, read as rejected",)


def test_a_deleted_end_of_a_paragraph_joins_two():
    assert texts("One {\\deleted\\par}two.\\par") == ["One two."]


def test_an_inserted_end_of_a_paragraph_joins_two_when_rejected():
    assert [block.text for block in rtf("One {\\revised\\par}two.\\par", "reject").blocks] == ["One two."]


# ---------------------------------------------------------------- damaged and hostile


@pytest.mark.parametrize("inside", ["", "\\par\\par", "{\\pict 0102}", "{" * 1000])
def test_a_file_without_text(inside):
    with pytest.raises(ReadError, match=r"^plan\.rtf: holds no text; is it a scan\?"):
        rtf(inside)


def test_a_file_whose_text_is_all_set_aside():
    with pytest.raises(ReadError, match=r"^plan\.rtf: holds no text of its own but what is set aside \(footnote\): "):
        rtf("{\\footnote See.}")


def test_a_file_that_breaks_off_is_said():
    data = b"{\\rtf1 One.\\par {\\b Two"
    document = read(Source(name="plan.rtf", suffix=".rtf", data=data, media="rtf"))

    assert [block.text for block in document.blocks] == ["One.", "Two"]
    assert document.warnings == ("the file breaks off: its end is missing",)


@pytest.mark.parametrize("data", [b"{\\rtf1 One.\\", b"{\\rtf1 One.{\\pict\\bin99999 x", b"{\\rtf1 One.{\\*\\x"])
def test_a_file_that_breaks_off_inside_a_word(data):
    document = read(Source(name="plan.rtf", suffix=".rtf", data=data, media="rtf"))

    assert [block.text for block in document.blocks] == ["One."]
    assert document.omitted == ()
    assert document.warnings == ("the file breaks off: its end is missing",)


def test_what_a_broken_off_note_holds_is_not_lost():
    data = b"{\\rtf1 One.{\\footnote See"
    document = read(Source(name="plan.rtf", suffix=".rtf", data=data, media="rtf"))

    assert aside(document) == [("footnote", "See")]


def test_what_follows_the_document_is_set_aside():
    data = b"{\\rtf1 One.}\0\r\n and {more}"
    document = read(Source(name="plan.rtf", suffix=".rtf", data=data, media="rtf"))

    assert aside(document) == [("text after the end of the document", "and {more}")]


def test_few_signs_may_be_passed_over_after_a_number():
    assert texts("\\uc99999 \\u65 12345678The war goes on.") == ["AThe war goes on."]


def test_a_million_braces():
    assert texts("a" + "{" * 1_000_000 + "b" + "}" * 1_000_000) == ["ab"]


def test_numbers_without_measure():
    assert texts("\\bin-9999999999 a\\ilvl9999999999\\ls-1\\outlinelevel-7\\f9999999999\\s-1 b\\par") == ["ab"]
