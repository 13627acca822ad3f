"""XML that is not trusted: a tree, or one clear line, and nothing fetched."""

from __future__ import annotations

import io
import socket
import sys
import zipfile

import pytest

from plandiff.errors import ReadError
from plandiff.model import Source
from plandiff_readers.docx import plandiff_read
from plandiff_readers.xml_tree import xml_tree


def text(data: bytes) -> str:
    return "".join(xml_tree("plan.docx", "a.xml", data).itertext())


def refusal(data: bytes, part: str = "a.xml") -> str:
    with pytest.raises(ReadError) as caught:
        xml_tree("plan.docx", part, data)
    line = str(caught.value)
    assert "\n" not in line
    assert "secret" not in line
    return line


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"Peace." + b"</a>" * depth


def test_a_tree():
    root = xml_tree("plan.docx", "a.xml", '<w:a xmlns:w="urn:w">Мир <w:b>і</w:b> &#x41F;</w:a>'.encode())

    assert root.tag == "{urn:w}a"
    assert "".join(root.itertext()) == "Мир і П"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_the_encoding_that_is_declared(encoding):
    assert text(f'<?xml version="1.0" encoding="{encoding}"?><a>Мир</a>'.encode(encoding)) == "Мир"


def test_comments_and_instructions_do_not_cut_the_text():
    root = xml_tree("plan.docx", "a.xml", b"<a>One <!-- note -->two <?do it?>three <![CDATA[<four>]]></a>")

    assert root.text == "One two three <four>"
    assert len(root) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"secret",
        b"<a>secret",
        b"<a>secret</b>",
        b"<a>&secret;</a>",
        b"<a>\x00</a>",
        b"<a>\xff secret</a>",
        b"<a secret='1' secret='2'/>",
        b"<a/>secret",
        b"<a><w:secret/></a>",
        b'<?xml version="1.0" encoding="no-such"?><a>secret</a>',
    ],
)
def test_what_is_not_well_formed(data):
    assert refusal(data) == (
        "plan.docx: its part a.xml is not XML that can be read (line 1): open it in its own program and save it again"
    )


def test_an_error_names_the_line():
    assert "cannot be read" not in refusal(b"<a>\n\n</b>")
    assert "(line 3)" in refusal(b"<a>\n\n</b>")


def test_a_source_that_is_xml_itself():
    assert refusal(b"<a>", part="").startswith("plan.docx: it is not XML that can be read (line 1)")


BOMB = b'<!DOCTYPE a [<!ENTITY x "%s">%s]><a>&x9;</a>' % (
    b"secret" * 10,
    b"".join(b'<!ENTITY x%d "%s">' % (n, b"&x%s;" % (str(n - 1).encode() if n else b"") * 10) for n in range(10)),
)


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "http://island.example/a.dtd"><a/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY x "secret">]><a>&x;</a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="utf-32"?><!DOCTYPE a><a/>'.encode("utf-32"),
    ],
)
def test_a_document_type_is_refused(data):
    assert refusal(data) == (
        "plan.docx: its part a.xml declares a document type, which can hide text: take the <!DOCTYPE ...> out"
    )


def test_nothing_is_fetched(monkeypatch):
    def denied(*arguments: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", denied)
    data = b"""<?xml-stylesheet href="http://island.example/a.xsl"?>
    <a xmlns:i="http://www.w3.org/2001/XInclude" xmlns:x="http://www.w3.org/2001/XMLSchema-instance"
    x:schemaLocation="http://island.example/ http://island.example/a.xsd">Peace<i:include href="/etc/hostname"/></a>"""

    assert text(data) == "Peace"


@pytest.mark.parametrize("depth", [257, 20_000])
def test_elements_nested_too_deeply(depth):
    assert refusal(nested(depth)) == (
        "plan.docx: its part a.xml nests its elements too deeply; the limit is 256: if you trust the file, "
        "set PLANDIFF_LIMIT_XML_DEPTH higher"
    )


def test_elements_nested_as_deeply_as_is_allowed():
    assert text(nested(256)) == "Peace."


@pytest.mark.parametrize("limit", [5, 300])
def test_another_depth(monkeypatch, limit):
    monkeypatch.setenv("PLANDIFF_LIMIT_XML_DEPTH", str(limit))

    assert text(nested(limit)) == "Peace."
    assert f"the limit is {limit}" in refusal(nested(limit + 1))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere memory is not limited")
def test_a_tree_that_memory_does_not_hold(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_READ_MEMORY_BYTES", "100000000")
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{"<w:p/>" * 2_000_000}'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{body}</w:document>")
    source = Source(name="plan.docx", suffix=".docx", data=data.getvalue(), media="docx")

    with pytest.raises(ReadError, match=r"^plan\.docx: takes too much memory to read; the limit is 100 MB: "):
        plandiff_read(source)
