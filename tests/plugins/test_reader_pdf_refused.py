"""PDF files that are damaged, locked or made to do harm: each ends in one clear line."""

from __future__ import annotations

import io
import random
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff_readers.pdf import plandiff_read
from plandiff_readers.pdf.read import read as read_here
from tests.plugins.pdf_files import pdf, rows, shown, stream

PEACE = shown(40, 550, "1. Peace.")


def read(data: bytes) -> Document:
    return read_here(Source(name="plan.pdf", suffix=".pdf", data=data, media="pdf"))


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data)
    line = str(caught.value)
    assert line.startswith("plan.pdf: ")
    assert "\n" not in line
    return line.removeprefix("plan.pdf: ")


def packed(content: bytes, times: int = 1) -> bytes:
    """A file whose page has this content, deflated so many times."""
    for _ in range(times):
        content = zlib.compress(content)
    filters = "/FlateDecode " * times
    body = f"<< /Length {len(content)} /Filter [{filters}] >>\nstream\n".encode() + content + b"\nendstream"
    before, _, after = pdf("X").partition(stream("X").encode())
    return before + body + after


def test_damage_is_said():
    whole = pdf(PEACE)

    for data in (b"%PDF-1.7\n", whole[:300], b"%PDF-1.7\n" + random.Random(1).randbytes(20_000)):
        assert refusal(data) == "is damaged: open it in a PDF viewer and print it to a new PDF"


def test_a_page_tree_without_end():
    looped = pdf(PEACE).replace(b"/Kids [100 0 R]", b"/Kids [2 0 R]")

    assert refusal(looped) == "is damaged: open it in a PDF viewer and print it to a new PDF"


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_without_end(times):
    assert (
        refusal(packed(b" " * 100_000_000, times)) == "page 1 holds far more than a page of text: print it to a new PDF"
    )


def test_a_page_of_a_million_operations():
    assert refusal(pdf(f"BT /F1 10 Tf {'(a) Tj ' * 600_000} ET")).startswith(
        "page 1 holds far more than a page of text"
    )


def test_forms_that_draw_each_other_without_end():
    forms = [
        stream("/X Do " * 3, f"/Subtype /Form /Resources << /XObject << /X {11 + level} 0 R >> >>")
        for level in range(20)
    ]
    data = pdf(PEACE + " /X Do", resources="/XObject << /X 10 0 R >>", objects=[*forms, stream("", "/Subtype /Form")])

    assert refusal(data).startswith("page 1 holds far more than a page of text")


def test_arrays_nested_without_end():
    assert refusal(pdf("[" * 100_000)) == "page 1 is damaged: open it in a PDF viewer and print it to a new PDF"


def test_a_map_of_two_billion_signs():
    table = "begincmap 1 beginbfrange <0000> <7fffffff> <0041> endbfrange endcmap"
    font = "/Subtype /Type0 /Encoding /Identity-H /ToUnicode 10 0 R /DescendantFonts [<< /W [0 2000000000 500] >>]"

    assert refusal(pdf(PEACE, font=font, objects=[stream(table)])).startswith(
        "page 1 holds far more than a page of text"
    )


@pytest.mark.parametrize(
    "content",
    [
        f"q {f'{10**30} 0 0 {10**30} 0 0 cm ' * 20} BT /F1 10 Tf 1 1 Td (2. War.) Tj ET Q",
        "BT /F1 10 Tf 0 0 0 0 0 0 Tm (2. War.) Tj ET",
        "q 0 0 0 0 0 0 cm BT /F1 10 Tf (2. War.) Tj ET Q",
        "BT /F1 0 Tf (2. War.) Tj ET",
    ],
)
def test_text_drawn_nowhere_is_kept_and_reported(content):
    document = read(pdf(f"{PEACE} {content}"))

    assert sorted(block.text.strip() for block in document.blocks) == ["1. Peace.", "2. War."]
    assert [found.rule for found in document.findings] == ["hidden-text"]


@pytest.mark.parametrize(
    "content", ["Q Q EMC ET", "q " * 5_000, "/Span BMC " * 5_000, "(a) Tf [1] Tj /F9 1 Tf", "1 Tm cm Tj"]
)
def test_operations_that_make_no_sense_are_passed_over(content):
    assert [block.text for block in read(pdf(f"{content} {PEACE}")).blocks] == ["1. Peace."]


def test_too_many_pages(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_PDF_PAGES", "2")

    assert refusal(pdf(PEACE, PEACE, PEACE)).startswith("has 3 pages; the limit is 2: ")


def test_a_page_of_forty_thousand_cells():
    cells = "\n".join(rows(2 * (n % 200), 598, *[f"w{n}"] * 40, size=1, step=2) for n in range(200))

    assert "w7 w8" in " ".join(block.text for block in read(pdf(cells)).blocks)


def test_a_stream_that_had_to_be_guessed():
    assert read(pdf(PEACE).replace(b"/Length", b"/Longth")).warnings == (
        "the file is damaged in places, so text may be missing: print it to a new PDF",
    )


def test_content_that_is_missing():
    assert refusal(pdf(PEACE).replace(b"endstream\nendobj", b"end")).startswith("page 1 is damaged: ")


# ---------------------------------------------------------------- passwords


def locked(user: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PEACE))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_that_may_be_read_but_not_changed_is_read():
    assert [block.text for block in read(locked("")).blocks] == ["1. Peace."]


def test_a_file_with_a_password_is_refused():
    assert refusal(locked("secret")) == "needs a password: open it in a PDF viewer and save it without one"


# ---------------------------------------------------------------- in a process of its own


def test_trouble_in_the_other_process_is_one_line():
    with pytest.raises(ReadError, match=r"^plan\.pdf: is damaged: "):
        plandiff_read(Source(name="plan.pdf", suffix=".pdf", data=b"%PDF-1.7\n", media="pdf"))


def test_a_page_that_takes_too_long(monkeypatch):
    monkeypatch.setenv("PLANDIFF_LIMIT_READ_SECONDS", "1")
    slow = pdf(*["BT /F1 10 Tf " + "10 0 Td (a b) Tj " * 50_000 + " ET"] * 5)

    with pytest.raises(ReadError, match="PLANDIFF_LIMIT_READ_SECONDS"):
        plandiff_read(Source(name="plan.pdf", suffix=".pdf", data=slow, media="pdf"))
