"""PDF files made to harm."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.hostile.case import MARK, Case
from tests.plugins.pdf_files import pdf, rows, shown, stream

_GOOD = rows(20, 500, "1. The border is open.", f"2. The {MARK} is on guard.")


def pdfs() -> Iterator[Case]:
    yield from _damaged()
    yield from _bombs()
    yield from _loops()
    yield from _odd()


def _damaged() -> Iterator[Case]:
    good = pdf(_GOOD)
    for share in (2, 25, 50, 75, 95):
        yield Case(f"cut-{share}.pdf", "cut off", good[: len(good) * share // 100], holds="")
    xref = good.rindex(b"startxref")
    for name, data in {
        "xref-wrong": good[:xref] + b"startxref\n7\n%%EOF\n",
        "xref-huge": good[:xref] + b"startxref\n99999999999999999999\n%%EOF\n",
        "no-root": good.replace(b"/Root 1 0 R", b"/Rope 1 0 R"),
        "root-nothing": good.replace(b"/Root 1 0 R", b"/Root 9 0 R"),
        "no-pages": good.replace(b"/Kids [100 0 R]", b"/Kids [       ]"),
        "size-huge": good.replace(b"/Size ", b"/Size 99999999"),
        "length-wrong": good.replace(b"/Length ", b"/Length 9"),
        "mixed-up": good.replace(b"/Page ", b"/Font "),
        "zeros": good.replace(b"endobj", b"\0\0\0\0\0\0"),
        "header-only": b"%PDF-1.7\n",
        "twice": good + good,
    }.items():
        yield Case(f"{name}.pdf", "damaged", data, holds="")


def _packed(content: bytes, times: int = 1) -> str:
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = "/FlateDecode " * times
    return f"<< /Length {len(content)} /Filter [{filters}] >>\nstream\n{content.decode('latin-1')}\nendstream"


def _page_of(packed: str, more: str = "") -> bytes:
    """A file whose page shows its own text and then a form."""
    return pdf(f"{_GOOD} /X Do {more}", resources="/XObject << /X 10 0 R >>", objects=[packed])


def _bombs() -> Iterator[Case]:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 400 600] "
    spaces = _packed(b" " * 100_000_000, 2).replace("<< ", f"<< {form}", 1)
    yield Case("form-bomb.pdf", "bomb", _page_of(spaces))
    filters = _packed(b"q Q " * 100, 60).replace("<< ", f"<< {form}", 1)
    yield Case("filters-60.pdf", "bomb", _page_of(filters))
    yield Case("operators.pdf", "many operators", pdf("q Q " * 300_000 + _GOOD))
    yield Case("letters.pdf", "many letters", pdf(shown(20, 550, "word " * 40_000, 1) + _GOOD))
    yield Case(
        "words.pdf", "many words", pdf("\n".join(shown(n % 350, n % 550, "x", 2) for n in range(20_000)) + _GOOD)
    )
    yield Case("pages.pdf", "2,500 pages", pdf(*[_GOOD] * 2_500), "refused")
    yield Case("arrays-deep.pdf", "deep nesting", pdf("[" * 100_000 + _GOOD))
    yield Case("states-deep.pdf", "deep nesting", pdf("q " * 100_000 + _GOOD))
    yield Case("values-deep.pdf", "deep nesting", pdf(_GOOD, catalog="/A " + "<< /A " * 3_000 + "1" + " >>" * 3_000))
    fake = b"".join(b"%d 0 obj\nnull\nendobj\n" % number for number in range(1_000, 60_000))
    yield Case("objects.pdf", "60,000 objects", pdf(_GOOD).replace(b"xref\n0", fake + b"xref\n0", 1), holds="")
    mapped = stream(
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange "
        "<00000000> <7FFFFFFF> <0041> endbfrange endcmap"
    )
    font = "/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R"
    yield Case("mapping-range.pdf", "bomb", pdf(_GOOD, objects=[mapped], font=font), holds="")
    widths = "/Subtype /Type1 /BaseFont /X /FirstChar -5 /LastChar 2000000000 /Widths [1e308 -1e308 0 (x)]"
    yield Case("widths.pdf", "odd font", pdf(_GOOD, font=widths), holds="")


def _loops() -> Iterator[Case]:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /XObject << /X 10 0 R >> >>"
    yield Case("form-in-itself.pdf", "loop", _page_of(stream("/X Do /X Do", form)))
    chain = [
        stream(
            f"/X Do /X Do /X Do {_GOOD if n == 14 else ''}",
            "/Type /XObject /Subtype /Form /BBox [0 0 400 600] "
            f"/Resources << /Font << /F1 3 0 R >> /XObject << /X {11 + n} 0 R >> >>",
        )
        for n in range(15)
    ]
    yield Case(
        "forms-doubling.pdf",
        "3 to the 15th forms",
        pdf(f"{_GOOD} /X Do", resources="/XObject << /X 10 0 R >>", objects=[*chain, stream("", "")]),
    )
    good = pdf(_GOOD)
    for name, data in {
        "pages-loop": good.replace(b"/Kids [100 0 R]", b"/Kids [2 0 R  ]"),
        "parent-loop": good.replace(b"/Parent 2 0 R", b"/Parent 100 0 R"),
        "xref-loop": good.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % good.rindex(b"xref\n0")),
        "object-itself": pdf(_GOOD, catalog="/A 10 0 R", objects=["10 0 R"]),
        "contents-itself": good.replace(b"/Contents 101 0 R", b"/Contents 100 0 R"),
        "length-itself": good.replace(b"/Length ", b"/Length 101 0 R %"),
        "outline-loop": pdf(_GOOD, catalog="/Outlines 10 0 R", objects=["<< /First 10 0 R /Next 10 0 R >>"]),
    }.items():
        yield Case(f"{name}.pdf", "loop", data, holds="")


def _odd() -> Iterator[Case]:
    for name, page in {
        "empty": "",
        "image-only": "q 400 0 0 600 0 0 cm Q",
    }.items():
        yield Case(f"{name}.pdf", "nothing in it", pdf(page), "refused")
    for name, page in {
        "matrix-zero": "0 0 0 0 0 0 cm ",
        "matrix-huge": "1e30 0 0 1e30 1e30 1e30 cm ",
        "size-zero": "BT /F1 0 Tf (a) Tj ET ",
        "operands": "Tj (a) BT Tf /F1 (x) TJ ET cm Q Q Q ",
        "inline-image": "BI /W 9999999 /H 9999999 ID abc EI ",
        "font-none": "BT /F9 10 Tf (a) Tj ET ",
        "numbers": "99999999999999999999999999999999999 -.-5 +-+ 1e5 cm ",
    }.items():
        yield Case(f"{name}.pdf", "odd page", pdf(page + _GOOD), holds="")
    yield Case("white.pdf", "unseen text", pdf(f"1 g {_GOOD}"))
    yield Case("off-page.pdf", "unseen text", pdf(rows(20, 500, "1. The border is open.") + shown(5_000, 5_000, MARK)))
    yield Case("rotated.pdf", "odd page", pdf(_GOOD, page="/Rotate 1e99"), holds="")
    yield Case(
        "script.pdf",
        "attacks on the reader",
        pdf(_GOOD, catalog="/OpenAction << /S /JavaScript /JS (app.alert(1)) >> /A << /S /Launch /F (/bin/sh) >>"),
        "read",
    )
