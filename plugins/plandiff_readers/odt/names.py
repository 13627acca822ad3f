"""Names of OpenDocument: its elements and attributes are written here as documents write them, "text:p"."""

from __future__ import annotations

_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_DOCUMENT}office:1.0",
    "style": f"{_DOCUMENT}style:1.0",
    "text": f"{_DOCUMENT}text:1.0",
    "table": f"{_DOCUMENT}table:1.0",
    "draw": f"{_DOCUMENT}drawing:1.0",
    "fo": f"{_DOCUMENT}xsl-fo-compatible:1.0",
    "svg": f"{_DOCUMENT}svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_DIGITS = 9


def name(short: str) -> str:
    """The name of an element or attribute as lxml writes it, of one written "text:p"."""
    prefix, _, local = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def names(short: str) -> tuple[str, ...]:
    """The names of several, written "text:p text:h"."""
    return tuple(map(name, short.split()))


def whole(text: str | None) -> int | None:
    """The value of an attribute as a number from 0 up; None where it is none of a sane size."""
    digits = (text or "").strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS else None
