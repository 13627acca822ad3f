"""The signs that a font of a PDF writes for the bytes of a string, and how wide they are."""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

from pypdf.errors import PdfReadError
from pypdf.generic import DictionaryObject, NameObject
from pypdf.generic._font import Font  # pypdf's public functions give no places of signs

UNKNOWN = "\ufffd"
"""A sign that the file does not say the meaning of."""

_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}
"""Bullets of Symbol and Wingdings, whose signs stand in the private area."""

_HELVETICA = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}


class Glyph(NamedTuple):
    """A sign, its width in sizes of the font, and whether word spacing is added to it.

    `text` may be several characters, as of a ligature; those of right-to-left scripts are given in the order in
    which they are seen.
    """

    text: str
    width: float
    spaced: bool


class Glyphs(dict[str, Glyph]):
    """A font: its glyphs by code."""

    def __init__(self, resource: Any) -> None:
        super().__init__()
        self.resource = resource
        try:
            self._font = Font.from_font_resource(resource)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, PdfReadError):
            # No such font, or a damaged one: viewers take one of their own.
            standard = {NameObject(key): NameObject(value) for key, value in _HELVETICA.items()}
            self._font = Font.from_font_resource(DictionaryObject(standard))
            resource = {}
        self._codes = self._font.encoding if isinstance(self._font.encoding, str) else ""
        self._unit = _unit(resource) if self._font.sub_type == "Type3" else 0.001
        # With such an encoding the codes are numbers of shapes, and only the map tells their meaning.
        self._numbers = bool(self._codes) and str(resource.get("/Encoding")).startswith("/Identity")

    def read(self, data: bytes) -> list[Glyph]:
        """The glyphs of a string."""
        raw = _decoded(data, self._codes) if self._codes else data.decode("latin-1")
        return [self[code] for code in raw]

    def __missing__(self, code: str) -> Glyph:
        font = self._font
        sign = code if isinstance(font.encoding, str) else font.encoding.get(ord(code), code)
        meaning = font.character_map.get(sign)
        if meaning is None:
            named = len(sign) > 1 and sign.startswith("/")  # a shape with a name of the file's own
            meaning = UNKNOWN if self._numbers or named or not font.interpretable else sign
        width = font.character_widths.get(code)
        if width is None:
            width = font.space_width if code == font.space_char else font.character_widths["default"]
        glyph = Glyph(as_seen(str(meaning)), float(width) * self._unit, not self._codes and code == " ")
        self[code] = glyph
        return glyph


def is_rtl(sign: str) -> bool:
    """Whether the character belongs to a script that is written from right to left."""
    return sign > "\u0590" and unicodedata.bidirectional(sign) in ("R", "AL")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "surrogatepass")
    except (UnicodeDecodeError, LookupError):
        return data.decode("utf-16-be", "replace")


def _unit(resource: Any) -> float:
    """How many sizes of the font one unit of its widths is, in a font that is drawn by the file itself."""
    try:
        return abs(float(resource["/FontMatrix"][0])) or 0.001
    except (IndexError, KeyError, TypeError, ValueError):
        return 0.001


def as_seen(meaning: str) -> str:
    """What a sign means, without control characters and lone surrogates; letters that are written from right to
    left in the order in which they are seen."""
    if meaning.isascii() and meaning.isprintable():
        return meaning
    meaning = meaning.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    meaning = "".join(
        _BULLETS.get(sign, sign) if sign in "\t\n\r" or unicodedata.category(sign) != "Cc" else UNKNOWN
        for sign in meaning
    )
    return meaning[::-1] if len(meaning) > 1 and any(map(is_rtl, meaning)) else meaning
