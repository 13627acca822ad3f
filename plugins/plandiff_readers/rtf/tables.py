"""The tables at the head of an RTF text: which encoding a font has, which outline level a style has."""

from __future__ import annotations

import codecs
import re

SYMBOL = "symbol"
"""A font of signs: its bytes are no letters, and stand for signs of the private use area, as in Word."""

DEFAULT = "cp1252"

_CHARSETS = {
    0: "cp1252",
    2: SYMBOL,
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Encodings by the number of their Windows character set (RTF 1.9.1, \\fcharset)."""

_FONT = re.compile(r"\\f(\d{1,5})(?!\d)|\\fcharset(\d{1,3})(?!\d)|\\cpg(\d{1,5})(?!\d)")
# A first level that is the default of a style goes unsaid, and the names of the heading styles are never translated.
_STYLE = re.compile(r"\\s(\d{1,5})(?!\d)|\\outlinelevel([0-8])(?!\d)|[Hh]eading ([1-9]);|[{}]")


def code_page(number: int) -> str:
    """The encoding of a Windows code page, that of Western Europe where the number is unknown."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return DEFAULT


def fonts(table: str) -> dict[int, str]:
    """The encodings of the fonts of a font table that state one, by the number of the font."""
    found: dict[int, str] = {}
    font = 0
    for number, charset, page in _FONT.findall(table):
        if number:
            font = int(number)
        elif charset and int(charset) in _CHARSETS:
            found[font] = _CHARSETS[int(charset)]
        elif page:
            found[font] = code_page(int(page))
    return found


def outline_levels(stylesheet: str) -> dict[int, int]:
    """The outline level of the paragraph styles that have one, 1 for the first, by the number of the style."""
    found: dict[int, int] = {}
    style = None
    for number, level, heading in _STYLE.findall(stylesheet):
        if number:
            style = int(number)
        elif style is not None and (level or heading):
            found.setdefault(style, int(level) + 1 if level else int(heading))
        else:
            style = None
    return found


def decode(data: bytes, encoding: str) -> str:
    """The text of bytes; what is no character of the encoding becomes \ufffd."""
    if encoding == SYMBOL:
        return "".join(chr(byte if byte <= 0x20 else 0xF000 + byte) for byte in data)
    return data.decode(encoding, "replace")
