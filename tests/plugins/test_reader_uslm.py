"""USLM, in which bills and laws of the United States are published."""

from __future__ import annotations

import pytest

from plandiff.model import Document, Revisions, Source
from plandiff.sources import from_text
from plandiff_readers.legal_xml import plandiff_read
from plandiff_readers.legal_xml.read import read as read_here
from tests.plugins.ledger import lost

GPO = "http://schemas.gpo.gov/xml/uslm"


def bill(main: str, space: str = GPO) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><bill xmlns="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">{main}</bill>'


def read(main: str, revisions: Revisions = "accept") -> Document:
    return read_here(Source(name="bill.xml", suffix=".xml", data=b"", text=bill(main), revisions=revisions))


def shape(main: str) -> list[tuple[int | None, str | None, str]]:
    return [(block.level, block.label, block.text) for block in read(main).blocks]


@pytest.mark.parametrize("space", [GPO, "http://xml.house.gov/schemas/uslm/1.0"])
def test_a_bill_is_known_by_its_namespace_whatever_the_version(space):
    document = plandiff_read(
        from_text(bill("<main><section><num>1.</num><content>Peace.</content></section></main>", space))
    )

    assert document is not None
    assert (document.format, [block.label for block in document.blocks]) == ("USLM", ["1."])


SECTIONS = """<main><enactingFormula>Be it enacted,</enactingFormula>
    <section><num value="1">SECTION 1. </num><heading>Short title.</heading>
      <content>This Act may be cited as the “<shortTitle>Island Act</shortTitle>”.</content></section>
    <section><num value="2">SEC. 2. </num><heading>Ports.</heading>
      <subsection><num value="a">(a) </num><heading><inline>In general</inline>.—</heading>
        <chapeau>The Secretary shall—</chapeau>
        <paragraph><num value="1">(1) </num><content>open the ports; and</content></paragraph>
        <paragraph><num value="2">(2) </num><content>publish fees,</content></paragraph>
        <continuation>within 100 days.</continuation></subsection>
      <subsection><num value="b">(b) </num><chapeau>Section 5 is amended by adding at the end:</chapeau>
        <quotedContent><subsection><num value="f">“(f) </num><content>Ports stay open.”</content></subsection>
        <inline>.</inline></quotedContent></subsection></section></main>"""


def test_sections_and_what_is_in_them():
    assert shape(SECTIONS) == [
        (None, None, "Be it enacted,"),
        (1, "SECTION 1.", "Short title.\nThis Act may be cited as the “Island Act”."),
        (1, "SEC. 2.", "Ports."),
        (2, "(a)", "In general.—\nThe Secretary shall—"),
        (3, "(1)", "open the ports; and"),
        (3, "(2)", "publish fees,"),
        (None, None, "within 100 days."),
        (2, "(b)", "Section 5 is amended by adding at the end:\n“(f) Ports stay open.” ."),
    ]


def test_a_number_that_is_only_a_value():
    assert shape('<main><section><num value="7"/><content>x</content></section></main>') == [(1, "7", "x")]


def test_lines_of_the_preface_and_what_is_set_aside():
    document = read("""<meta><dc:title>Island Act</dc:title></meta>
        <preface><slugLine>119 HR 1 IH</slugLine><page>I</page><dc:type>A BILL</dc:type></preface>
        <main><section><num>1.</num><content>x<footnote><num>1</num>So in original.</footnote></content>
        <sourceCredit>(Pub. L. 1)</sourceCredit></section><toc><referenceItem>Sec. 1</referenceItem></toc></main>""")

    assert [block.text for block in document.blocks] == ["119 HR 1 IH", "A BILL", "x"]
    assert [(left.reason, left.text) for left in document.omitted] == [
        ("metadata", "Island Act"),
        ("page number", "I"),
        ("footnote", "1 So in original."),
        ("editorial note", "(Pub. L. 1)"),
        ("table of contents", "Sec. 1"),
    ]


def test_added_and_deleted_text():
    main = "<main><p>publish <deletedText>tariffs</deletedText><addedText>fees</addedText></p></main>"

    assert [block.text for block in read(main).blocks] == ["publish fees"]
    assert [block.text for block in read(main, "reject").blocks] == ["publish tariffs"]


def test_every_word_is_accounted_for():
    written = """Be it enacted SECTION 1 Short title This Act may be cited as the Island Act SEC 2 Ports a In general
        The Secretary shall 1 open the ports and 2 publish fees within 100 days b Section 5 is amended by adding at the
        end f Ports stay open"""

    assert lost(written, read(SECTIONS)) == []
