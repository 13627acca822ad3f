"""The pages of a PDF, each read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf import PdfReader

from plandiff.model import Omission
from plandiff_readers.pdf.beside import Beside, beside
from plandiff_readers.pdf.glyphs import Glyphs
from plandiff_readers.pdf.line import Line
from plandiff_readers.pdf.lines import lines
from plandiff_readers.pdf.look_up import look_up
from plandiff_readers.pdf.opened import damage_told
from plandiff_readers.pdf.words import words


class Page(NamedTuple):
    """What a page holds: its lines in the order of reading, text on it that is no line, and what stands beside it.

    `coloured` and `pictured` are as in `words.Drawn`.
    """

    number: int
    lines: list[Line]
    apart: list[Omission]
    beside: list[Beside]
    coloured: bool
    pictured: bool


def pages(reader: PdfReader, name: str) -> Iterator[Page]:
    """The pages one after the other. Raises `ReadError`, which names the source and the page, on damage."""
    off = _layers_off(reader)
    fonts: dict[Any, Glyphs] = {}
    gutters: set[int] = set()
    count = 0
    for number in range(1, len(reader.pages) + 1):
        with damage_told(name, f"page {number}"):
            page = reader.pages[number - 1]
            drawn = words(page, fonts, off)
            found, apart = lines(drawn.words, number, count + 1, gutters)
            yield Page(number, found, apart, beside(page, number), drawn.coloured, drawn.pictured)
        count += len(found)


def _layers_off(reader: PdfReader) -> frozenset[int]:
    """The layers that are not shown when the file is opened, by the identity of their objects."""
    off = look_up(reader.trailer, "/Root", "/OCProperties", "/D", "/OFF")
    return frozenset(id(layer.get_object()) for layer in off) if isinstance(off, list) else frozenset()
