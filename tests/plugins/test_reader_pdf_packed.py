"""Content streams of a PDF with their strings written as pypdf reads them fastest."""

from __future__ import annotations

import pytest

from plandiff_readers.pdf.packed import packed


@pytest.mark.parametrize(
    ("stream", "shorter"),
    [
        (b"BT <41420a28295c> Tj ET", b"BT (AB\\012\\050\\051\\134) Tj ET"),
        (b"[<0041>-3<00FF>]TJ", b"[(\x00A)-3(\x00\xff)]TJ"),
        (b"/P <</MCID 12>>BDC <41>Tj", b"/P <</MCID 12>>BDC (A)Tj"),
    ],
)
def test_hexadecimal_strings_become_literal_ones(stream, shorter):
    assert packed(stream) == shorter


@pytest.mark.parametrize(
    "stream",
    [
        b"(see <41>) Tj <42> Tj",
        b"% a remark <41>\n<42> Tj",
        b"BI /W 1 /H 1 ID <41> EI <42> Tj",
        b"<414> Tj",
        b"<4 1> Tj",
    ],
)
def test_what_could_mean_something_else_stays(stream):
    assert packed(stream) == stream
