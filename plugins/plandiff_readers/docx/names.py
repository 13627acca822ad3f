"""Names of WordprocessingML: its elements are written here as Word documents write them, `w("p")` for w:p."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
}

STRICT = {
    b'"http://purl.oclc.org/ooxml/wordprocessingml/main"': f'"{_SPACES["w"]}"'.encode(),
    b'"http://purl.oclc.org/ooxml/officeDocument/relationships"': f'"{_SPACES["r"]}"'.encode(),
    b'"http://purl.oclc.org/ooxml/officeDocument/math"': f'"{_SPACES["m"]}"'.encode(),
    b'"http://purl.oclc.org/ooxml/drawingml/main"': f'"{_SPACES["a"]}"'.encode(),
}
"""The names of "strict" documents (ISO/IEC 29500-1), and those of all others for the same things."""

_HIGHEST = 2**31 - 1


@cache
def name(short: str) -> str:
    """The name of an element or attribute as lxml writes it, of one written "w:p"."""
    prefix, _, local = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def names(short: str) -> frozenset[str]:
    """The names of several, written "w:ins w:del"."""
    return frozenset(map(name, short.split()))


_VAL = name("w:val")


def value(parent: _Element | None, short: str) -> str | None:
    """The value of a child, such as "Heading1" of `<w:pStyle w:val="Heading1"/>`; None where there is none."""
    child = None if parent is None else parent.find(name(short))
    return None if child is None else child.get(_VAL)


def number(parent: _Element | None, short: str) -> int | None:
    """The value of a child as a number from 0 up; None where there is none, or none that Word would read."""
    return whole(value(parent, short))


def whole(text: str | None) -> int | None:
    """A text as a number from 0 up, None where it is none."""
    digits = (text or "").strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 10):
        return None
    return min(int(digits), _HIGHEST)


def switch(parent: _Element | None, short: str) -> bool | None:
    """Whether a child such as `<w:vanish/>` turns something on; None where it is missing."""
    child = None if parent is None else parent.find(name(short))
    return None if child is None else is_on(child)


def is_on(element: _Element) -> bool:
    """Whether an element such as `<w:vanish w:val="0"/>` turns on what it names."""
    return element.get(_VAL) not in ("0", "false", "off")


def indent(element: _Element | None) -> int | None:
    """How far a paragraph with this `w:ind` is indented at its beginning, in twentieths of a point."""
    if element is None:
        return None
    left = element.get(name("w:left"), element.get(name("w:start")))
    return whole(left)
