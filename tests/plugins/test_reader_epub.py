"""EPUB: the pages of a book in their order, and an omission for what stands beside the text."""

from __future__ import annotations

import pytest

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff.sources import from_text
from plandiff_readers.epub import plandiff_read
from plandiff_readers.epub.read import read as read_here
from tests.plugins.ledger import lost
from tests.plugins.odt_files import zipped

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""


def page(body: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head>
        <body>{body}</body></html>"""


def book(**pages: str) -> dict[str, str]:
    """The parts of a book with these pages; one called nav is its table of contents."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" {"properties=" + chr(34) + "nav" + chr(34) if name == "nav" else ""}/>'
        for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
        **{f"OEBPS/{name}.xhtml": page(body) for name, body in pages.items()},
    }


def source(parts: dict[str, str]) -> Source:
    return Source(name="plan.epub", suffix=".epub", data=zipped(parts), media="epub")


def read(**pages: str) -> Document:
    return read_here(source(book(**pages)))


def test_a_book_is_read_in_a_process_of_its_own():
    document = plandiff_read(source(book(one="<p>Peace.</p>")))

    assert document is not None
    assert (document.format, [block.text for block in document.blocks]) == ("EPUB book", ["Peace."])


def test_other_files_are_left_to_others():
    assert plandiff_read(from_text("1. Peace.")) is None


def test_pages_come_in_the_order_of_the_spine():
    document = read(z="<h1>The plan</h1><ol><li>Peace.</li></ol>", a='<ol start="2"><li>Trade.<ol type="a"><li>Ports.')

    assert [(block.line, block.kind, block.label, block.level, block.text) for block in document.blocks] == [
        (1, "heading", None, 1, "The plan"),
        (2, "item", "1.", 1, "Peace."),
        (3, "item", "2.", 1, "Trade."),
        (4, "item", "a.", 2, "Ports."),
    ]


def test_contents_titles_and_notes_are_set_aside():
    mark = "<a epub:type='noteref' href='#n'>1</a>"
    note = '<aside epub:type="footnote" id="n"><p>As agreed.</p></aside>'
    document = read(
        nav="<nav><ol><li><a href='one.xhtml'>Plan</a></li></ol></nav><h2>Contents</h2>",
        one=f"<section><header><h1>Plan</h1></header><p>Peace{mark}.</p>{note}</section>",
    )

    assert [block.text for block in document.blocks] == ["Plan", "Peace."]
    assert [(left.reason, left.text) for left in document.omitted] == [
        ("page title", "T"),
        ("navigation", "Plan"),
        ("table of contents", "Contents"),
        ("page title", "T"),
        ("mark of a note", "1"),
        ("footnote", "As agreed."),
    ]
    assert lost("Plan Contents Plan Peace 1 As agreed", document) == []


def test_hidden_text_is_a_finding_and_said():
    document = read(one="<p>Peace <span hidden='hidden'>until 2030</span>.</p>")

    assert document.warnings == ("hidden text is not compared (line 3), in OEBPS/one.xhtml",)
    assert [finding.rule for finding in document.findings] == ["hidden-text"]


def test_addresses_are_escaped_and_relative():
    parts = book(one="<p>Peace.</p>")
    parts["OEBPS/book.opf"] = parts["OEBPS/book.opf"].replace('href="one.xhtml"', 'href="../text/a%20b.xhtml#top"')
    parts["text/a b.xhtml"] = parts.pop("OEBPS/one.xhtml")

    assert [block.text for block in read_here(source(parts)).blocks] == ["Peace."]


def test_fonts_may_be_encrypted_and_pages_may_not():
    def encrypted(algorithm: str) -> dict[str, str]:
        method = f'<EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData>'
        return {**book(one="<p>Peace.</p>"), "META-INF/encryption.xml": f"<encryption>{method}</encryption>"}

    assert read_here(source(encrypted("http://www.idpf.org/2008/embedding"))).blocks
    with pytest.raises(ReadError, match=r"plan\.epub: is protected against copying \(DRM\)"):
        read_here(source(encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"META-INF/container.xml": "<container/>"}, "a book without pages"),
        ({"OEBPS/book.opf": "<package/>"}, "a book without pages"),
        ({"OEBPS/book.opf": "<package>"}, "is not XML that can be read"),
        ({"OEBPS/one.xhtml": page("<img/>")}, "holds no text; are its pages pictures"),
        ({"OEBPS/one.xhtml": page("x").replace('"utf-8"', '"unheard-of"')}, "is not unheard-of, as it says"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(change, message):
    with pytest.raises(ReadError, match=message):
        read_here(source({**book(one="<p>Peace.</p>"), **change}))


def test_a_page_that_is_missing():
    parts = book(one="<p>Peace.</p>")
    del parts["OEBPS/one.xhtml"]

    with pytest.raises(ReadError, match=r"its part OEBPS/one\.xhtml is missing"):
        read_here(source(parts))
