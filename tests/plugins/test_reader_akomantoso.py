"""Akoma Ntoso: provisions with their numbers and nesting, quoted provisions as words, one side of marked changes."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Revisions, Source
from plandiff.sources import from_text
from plandiff_readers.legal_xml import plandiff_read
from plandiff_readers.legal_xml.read import read as read_here
from tests.plugins.ledger import lost

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def law(body: str, *, space: str = AKN) -> str:
    return f'<?xml version="1.0" encoding="windows-1251"?>\n<akomaNtoso xmlns="{space}"><act>{body}</act></akomaNtoso>'


def read(body: str, revisions: Revisions = "accept") -> Document:
    return read_here(Source(name="law.xml", suffix=".xml", data=b"", text=law(body), revisions=revisions))


def shape(body: str) -> list[tuple[int | None, str | None, str]]:
    return [(block.level, block.label, block.text) for block in read(body).blocks]


def set_aside(body: str, revisions: Revisions = "accept") -> list[tuple[str, str]]:
    return [(left.reason, left.text) for left in read(body, revisions).omitted]


# ---------------------------------------------------------------- recognition


@pytest.mark.parametrize(
    "text",
    [
        law("<body><p>Мир.</p></body>"),
        law("<body><p>Мир.</p></body>", space="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"),
        law("<body><p>Мир.</p></body>", space="http://www.akomantoso.org/2.0"),
        f'<!-- a law -->\n<?xml-stylesheet href="x"?>\n<bill xmlns="{AKN}"><body><p>Мир.</p></body></bill>',
        f'<an:akomaNtoso xmlns:an="{AKN}"><an:act><an:body><an:p>Мир.</an:p></an:body></an:act></an:akomaNtoso>',
    ],
)
def test_a_law_is_known_by_its_root_whatever_the_version(text):
    document = plandiff_read(from_text(text))

    assert document is not None
    assert (document.format, [block.text for block in document.blocks]) == ("Akoma Ntoso", ["Мир."])


@pytest.mark.parametrize("text", ["1. Peace.", "<p>akomaNtoso</p>", "<html><body>x</body></html>", '<x xmlns="y"/>'])
def test_other_texts_are_left_to_others(text):
    assert plandiff_read(from_text(text)) is None


def test_a_page_about_a_law_is_no_law():
    assert plandiff_read(Source(name="a.html", suffix=".html", data=b"", text=law("<body/>"))) is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<body><p> </p></body>", r"law\.xml: holds no text of its own"),
        ("<body><p></body>", "it is not XML that can be read"),
        ("<x>" * 300, "is not XML|nests its elements too deeply"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(body, message):
    with pytest.raises(ReadError, match=message):
        read(body)


# ---------------------------------------------------------------- structure


def test_numbers_are_labels_and_nesting_is_the_level():
    assert shape("""<body><chapter><num>CHAPTER I</num><heading>Security</heading>
        <article><num>Article 1</num><heading>Forces</heading>
          <paragraph><num>1.</num><list><intro><p>The parties limit:</p></intro>
            <point><num>(a)</num><content><p>the guard to 600 men;</p></content></point>
            <point><num>(b)</num><content><p>ships to 40,</p></content></point>
            <wrapUp><p>within 100 days.</p></wrapUp></list></paragraph>
          <paragraph><num>2.</num><content><p>First.</p><p>Second <b>bo</b>ld.</p></content></paragraph>
        </article></chapter></body>""") == [
        (1, "CHAPTER I", "Security"),
        (2, "Article 1", "Forces"),
        (3, "1.", "The parties limit:"),
        (4, "(a)", "the guard to 600 men;"),
        (4, "(b)", "ships to 40,"),
        (None, None, "within 100 days."),
        (3, "2.", "First.\nSecond bold."),
    ]


def test_a_heading_stands_before_the_text_of_its_provision():
    headings = "<heading>Title</heading><subheading>More</subheading>"

    assert shape(f"<section><num>1</num>{headings}<content><p>Text.</p></content></section>") == [
        (1, "1", "Title\nMore\nText.")
    ]


def test_provisions_without_number_belong_to_the_one_around_them():
    inside = "<alinea><content><p>One.</p></content></alinea><alinea><p>Two.</p></alinea>"

    assert shape(f"<body><paragraph><num>1</num>{inside}</paragraph></body>") == [(1, "1", "One.\nTwo.")]


def test_headings_without_number():
    document = read("<body><hcontainer><heading>Scope</heading><content><p>One.</p></content></hcontainer></body>")

    assert [(block.kind, block.text) for block in document.blocks] == [("heading", "Scope"), ("paragraph", "One.")]


def test_a_number_without_text_is_kept():
    body = (
        "<body><section><num>1</num><subsection><num>(a)</num><content><p>x</p></content></subsection></section></body>"
    )

    assert shape(body) == [(1, "1", ""), (2, "(a)", "x")]


def test_what_stands_before_and_behind_the_body():
    assert shape("""<preface><longTitle><p>An Act on the <docTitle>Island</docTitle></p></longTitle></preface>
        <preamble><recitals><recital><num>(1)</num><p>Peace is wanted.</p></recital></recitals>
        <formula><p>Have agreed:</p></formula></preamble><body><p>Text.</p></body>
        <conclusions><p>Done at sea.</p></conclusions>
        <attachments><attachment><doc><mainBody><p>Map.</p></mainBody></doc></attachment></attachments>""") == [
        (None, None, "An Act on the Island"),
        (1, "(1)", "Peace is wanted."),
        (None, None, "Have agreed:"),
        (None, None, "Text."),
        (None, None, "Done at sea."),
        (None, None, "Map."),
    ]


def test_lists_of_a_document():
    assert shape("""<mainBody><blockList><listIntroduction>Points:</listIntroduction>
        <item><num>1)</num><p>One.</p></item>
        <listWrapUp>Done.</listWrapUp></blockList><ul><li value="i.">Two.</li><li>Three.</li></ul></mainBody>""") == [
        (None, None, "Points:"),
        (1, "1)", "One."),
        (None, None, "Done."),
        (1, "i.", "Two."),
        (None, None, "Three."),
    ]


def test_a_quoted_provision_is_words_of_the_one_that_quotes_it():
    assert shape("""<body><article><num>Article 2</num><content><p>After section 4 insert <mod><quotedStructure
        startQuote="“" endQuote="”"><section><num>4A</num><heading>Ports</heading><subsection><num>(1)</num>
        <content><p>Ports are open.</p></content></subsection></section></quotedStructure></mod>; and
        <mod>for <quotedText startQuote="‘" endQuote="’">ten</quotedText></mod> read twelve.</p></content></article>
        </body>""") == [
        (1, "Article 2", "After section 4 insert “4A Ports (1) Ports are open.”; and for ‘ten’ read twelve.")
    ]


def test_a_table_row_is_a_paragraph():
    rows = "<tr><th><p>Year</p></th><th><p>Quota</p></th></tr><tr><td>2026</td><td>10</td></tr>"

    assert shape(f"<body><table>{rows}</table></body>") == [(None, None, "Year | Quota"), (None, None, "2026 | 10")]


def test_breaks_and_raised_figures():
    assert shape("<body><p>600 km<sup>2</sup><br/>of\nsea</p></body>") == [(None, None, "600 km²\nof sea")]


def test_lines_are_those_of_the_file():
    assert [block.line for block in read("\n<body>\n<p>One.</p>\n<p>Two.</p></body>").blocks] == [4, 5]


# ---------------------------------------------------------------- what is set aside


def test_metadata_cover_notes_and_remarks():
    body = """<meta><notes><note><p>See there.</p></note></notes></meta><coverPage><p>Cover</p></coverPage>
        <preface><toc><tocItem>Article 1</tocItem></toc></preface>
        <body><p>Peace<authorialNote marker="1"><p>As agreed.</p></authorialNote>. <remark>[Applause]</remark>
        <img alt="map"/></p></body>"""

    assert set_aside(body) == [
        ("editorial note", "See there."),
        ("cover page", "Cover"),
        ("table of contents", "Article 1"),
        ("footnote", "1 As agreed."),
        ("editorial remark", "[Applause]"),
        ("image description", "map"),
    ]


def test_marked_changes_are_read_on_one_side():
    body = "<body><p>limited to <del>600</del><ins>800</ins> men</p></body>"

    assert [block.text for block in read(body).blocks] == ["limited to 800 men"]
    assert [block.text for block in read(body, "reject").blocks] == ["limited to 600 men"]
    assert set_aside(body) == [("deleted by a tracked change", "600")]
    assert set_aside(body, "reject") == [("inserted by a tracked change", "800")]
    assert read(body, "reject").warnings == ("changes marked in the text, 2 in all, read as rejected",)


def test_every_word_is_accounted_for():
    body = """loose <body>words <article><num>Article 1</num> between <heading>Title</heading>
        <content>bare <b>bold</b> text
        <p>One <unheardOf>two</unheardOf> <mod><quotedStructure><section><num>4A</num>quoted</section>after
        </quotedStructure></mod></p>tail</content></article><unheardOf><p>inner</p> outer</unheardOf></body> end"""
    written = "loose words Article 1 between Title bare bold text One two 4A quoted after tail inner outer end"

    assert lost(written, read(body)) == []
