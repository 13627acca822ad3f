"""What a source is, told by its bytes: the formats that are read, those that are not, and packed bombs."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plandiff import sources
from plandiff.errors import SourceError

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: bytes, name: str = "plan") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def refusal(path: Path) -> str:
    """What is said of the file, without its name."""
    with pytest.raises(SourceError) as caught:
        sources.read(path)
    line = str(caught.value)
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>", "META-INF/manifest.xml": b"<m/>"}
EPUB = {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<c/>"}
XLSX = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}

READ = {
    "docx": packed(DOCX),
    "odt": packed(ODT),
    "epub": packed(EPUB),
    "xlsx": packed(XLSX),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\n",
    "rtf": b"{\\rtf1\\ansi Peace.}",
}


# ---------------------------------------------------------------- what is read


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("ending", ["{}", "txt", "v2", "doc", ""])
def test_the_bytes_decide_whatever_the_suffix_says(write, kind, ending):
    suffix = f".{ending.format(kind)}" if ending else ""

    source = sources.read(write(READ[kind], f"plan{suffix}"), revisions="reject")

    assert (source.media, source.text, source.encoding, source.data) == (kind, None, None, READ[kind])
    assert source.revisions == "reject"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf{\\rtf1 Peace.}", "rtf"),
        (b"\r\n {\\rtf1 Peace.}", "rtf"),
        (b"X-Header: 1\r\n\r\n%PDF-1.4\n1 0 obj\nstartxref\n9", "pdf"),
    ],
)
def test_a_beginning_that_is_not_at_the_beginning(write, data, kind):
    assert sources.read(write(data)).media == kind


def test_what_says_the_type_of_a_book_may_be_missing(write):
    assert sources.read(write(packed({"META-INF/container.xml": b"<c/>"}))).media == "epub"


@pytest.mark.parametrize(
    ("suffix", "kind", "said"),
    [
        (".txt", "docx", "its name ends in .txt, and it is a Word document: it was read as that"),
        (".docx", "odt", "its name ends in .docx, and it is an OpenDocument text: it was read as that"),
        (".PDF", "rtf", "its name ends in .pdf, and it is an RTF document: it was read as that"),
    ],
)
def test_a_suffix_that_is_wrong_is_said_and_not_used(write, suffix, kind, said):
    source = sources.read(write(READ[kind], f"plan{suffix}"))

    assert (source.suffix, source.warnings) == ("", (said,))


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".odt", ".rtf", ".xlsx", ".epub"])
def test_a_text_with_the_suffix_of_a_document(write, suffix):
    source = sources.read(write(b"1. Peace.", f"plan{suffix}"))

    assert (source.media, source.text, source.suffix) == ("text", "1. Peace.", "")
    assert source.warnings == (f"its name ends in {suffix}, and it is text: it was read as that",)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".eml", ".csv", ".xml", ".v2", ".draft", ""])
def test_a_text_is_what_its_suffix_says(write, suffix):
    source = sources.read(write(b"1. Peace.", f"plan{suffix}"))

    assert (source.media, source.suffix, source.warnings) == ("text", suffix, ())


def test_a_text_that_speaks_of_formats_is_text(write):
    assert sources.read(write(b"1. The file begins with %PDF- or PK.\n")).media == "text"


def test_a_suffix_that_is_given_does_not_decide_either(write):
    source = sources.read(write(READ["docx"], "plan.docx"), suffix=".md")

    assert (source.media, source.suffix) == ("docx", "")


# ---------------------------------------------------------------- what is not read


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        ("WordDocument", "is an old Word document (.doc): open it in Word or LibreOffice and save it as .docx"),
        ("Workbook", "is an old Excel workbook (.xls): open it in Excel or LibreOffice and save it as .xlsx"),
        ("PowerPoint Document", "is an old PowerPoint file (.ppt): save its text as .docx or as plain text"),
        ("EncryptedPackage", "is protected by a password: open it in its own program and save it without one"),
        ("__properties_version1.0", "is an Outlook message (.msg): save it as .eml or as plain text"),
        ("Contents", "is an old Office document: open it in its own program and save it as .docx"),
    ],
)
def test_old_office_files_are_refused_with_a_remedy(write, stream, said):
    assert refusal(write(OLE + stream.encode("utf-16-le") + bytes(60), "plan.doc")) == said


READS = (
    "plandiff reads .docx, .odt, .rtf, .pdf, .epub, .xlsx, .csv, .eml, HTML, Markdown, plain text, legal XML, "
    "and JSON or YAML point lists"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x1f\x8b\x08" + bytes(20), f"is a gzip archive: {READS}; unpack it first"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), f"is an image (PNG): {READS}; have its text typed or recognised first"),
        (packed({"plan.txt": b"Peace."}), f"is a zip archive: {READS}; unpack it first"),
        (b"PK\x05\x06" + bytes(18), f"is a zip archive: {READS}; unpack it first"),
        (packed({"ppt/presentation.xml": b""}), "is a PowerPoint file: save its text as .docx or as plain text"),
        (packed({"xl/workbook.bin": b""}), "is a binary Excel workbook: save it as .xlsx"),
        (packed({"Index/Document.iwa": b""}), "is a Pages document: export it as Word (.docx)"),
        (
            packed(ODT | {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "is an OpenDocument file that is no text: save its text as .odt or .docx",
        ),
        (b"\x28\xb5\x2f\xfd" + bytes(20), f"is a Zstandard archive: {READS}; unpack it first"),
        (b"AT&TFORM" + bytes(20), f"is a scan (DjVu): {READS}; have its text typed or recognised first"),
        (b"%!PS-Adobe-3.0\n", "is a PostScript file: make a PDF of it"),
        (
            b"\xffWPC" + bytes(20),
            "is a WordPerfect document: open it in its own program or LibreOffice and save it as .docx",
        ),
    ],
)
def test_other_binary_files_are_refused_with_a_remedy(write, data, said):
    assert refusal(write(data, "plan.docx")) == said


FLAT = '<?xml version="1.0"?>\n<office:document xmlns:office="o" office:mimetype="application/vnd.oasis.{}"/>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            FLAT.format("opendocument.spreadsheet"),
            "is an OpenDocument file that is no text: save its text as .odt or .docx",
        ),
        (
            '<?xml version="1.0"?>\n<w:wordDocument xmlns:w="w"/>',
            "is a Word document in one XML file: open it in Word and save it as .docx",
        ),
        (
            "% A plan\n\\documentclass{article}\n",
            "is a LaTeX source: save its text as .docx or as plain text, or make a PDF of it",
        ),
    ],
)
def test_documents_in_letters_that_are_no_plain_text_are_refused_with_a_remedy(write, text, said):
    assert refusal(write(text.encode(), "plan.txt")) == said


# ---------------------------------------------------------------- packed files that are damaged or hostile


@pytest.mark.parametrize("cut", [5, 30, 100])
def test_a_packed_file_that_is_cut_off(write, cut):
    assert refusal(write(READ["docx"][:-cut])) == "is a zip file that is damaged or cut off: copy or download it again"


def test_a_packed_file_that_is_only_a_beginning(write):
    assert "is damaged or cut off" in refusal(write(b"PK\x03\x04" + bytes(60)))


def test_a_packed_file_of_a_kind_to_come(write):
    future = bytearray(READ["docx"])
    future[future.index(b"PK\x01\x02") + 6] = 255

    assert "is damaged or cut off" in refusal(write(future))


def test_a_part_that_unpacks_to_far_more_than_it_is(write):
    bomb = packed(DOCX | {"word/media/a.bmp": bytes(2_000_000)})

    line = refusal(write(bomb))

    assert line.startswith("its part word/media/a.bmp unpacks to 2 MB from 2 kB; the limit is 100: ")
    assert line.endswith("if you trust the file, set PLANDIFF_LIMIT_ZIP_RATIO higher")


def test_a_ratio_that_the_user_trusts(write, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_RATIO", "2000")

    assert sources.read(write(packed(DOCX | {"word/a.bmp": bytes(2_000_000)}))).media == "docx"


def test_a_small_part_may_be_blank(write):
    assert sources.read(write(packed(DOCX | {"word/a.bmp": bytes(900_000)}))).media == "docx"


def test_fifty_thousand_plain_points_are_no_bomb(write):
    paragraph = "<w:p><w:pPr><w:pStyle w:val='Point'/></w:pPr><w:r><w:t>Article {} of the agreement</w:t></w:r></w:p>"
    body = "".join(paragraph.format(number) for number in range(50_000)).encode()

    assert sources.read(write(packed(DOCX | {"word/document.xml": body}))).media == "docx"


def test_a_part_that_is_too_large(write, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_PART_BYTES", "1000")

    assert refusal(write(packed(DOCX | {"word/styles.xml": b"<a/>" * 500}))).startswith(
        "its part word/styles.xml unpacks to 2 kB; the limit is 1 kB: "
    )


def test_parts_that_are_too_large_together(write, monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_TOTAL_BYTES", "10000")
    parts = {f"word/{number}.xml": b"<a/>" * 500 for number in range(6)}

    assert refusal(write(packed(DOCX | parts))).startswith("unpacks to 12 kB; the limit is 10 kB: ")


def test_too_many_parts(write):
    parts = {f"word/{number}.xml": b"" for number in range(2001)}

    assert refusal(write(packed(parts))).startswith("is packed from 2,001 parts; the limit is 2,000: ")


def test_sizes_are_those_that_are_declared(write):
    """What a part unpacks to beyond its declared size is never produced; its checksum then fails."""
    bomb = packed(DOCX | {"word/a.bmp": bytes(5_000_000)})
    honest, lie = struct.pack("<I", 5_000_000), struct.pack("<I", 10)

    assert sources.read(write(bomb.replace(honest, lie))).media == "docx"


@pytest.mark.parametrize("twin", ["word/document.xml", "word/Document.XML"])
def test_a_part_that_is_there_twice(write, twin):
    twins = packed(DOCX | {"word/documenu.xml": b"<w/>"}).replace(b"word/documenu.xml", twin.encode())

    assert refusal(write(twins)).endswith(" is there twice: open it in its own program and save it again")


@pytest.mark.parametrize("parts", [DOCX, EPUB])
def test_parts_that_are_encrypted(write, parts):
    locked = bytearray(packed(parts))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(write(locked)) == ("is protected by a password: open it in its own program and save it without one")


def test_an_open_document_that_is_encrypted(write):
    manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"

    assert refusal(write(packed(ODT | {"META-INF/manifest.xml": manifest}))).startswith("is protected by a password: ")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_parts_that_are_packed_as_no_office_program_does(write, method):
    assert refusal(write(packed(DOCX, method))) == (
        "its part [Content_Types].xml is packed in an unusual way: open it in its own program and save it again"
    )


def test_a_long_name_of_a_part_is_cut(write):
    line = refusal(write(packed(DOCX | {"word/" + "a" * 5000: bytes(2_000_000)})))

    assert len(line) < 300
