"""Shape: what the properties of a paragraph say of it, on the side of tracked changes that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plandiff_readers.docx.names import indent, name, switch, value, whole
from plandiff_readers.docx.revisions import Side

if TYPE_CHECKING:
    from lxml.etree import _Element

_VAL = name("w:val")
_STYLE, _NUMBERING, _OUTLINE = name("w:pStyle"), name("w:numPr"), name("w:outlineLvl")
_INDENT, _SECTION, _RUN = name("w:ind"), name("w:sectPr"), name("w:rPr")
_NUM, _LEVEL = name("w:numId"), name("w:ilvl")


class Shape(NamedTuple):
    """The properties of a paragraph: its style, the list and level it is numbered by, its level as a heading,
    how far it is indented.

    `section` tells that a section of the document ends with it. `gone` and `hidden` speak of the mark that ends
    the paragraph: without it the next paragraph goes on with this one. `language` is that of its number.
    """

    style: str | None = None
    num: int | None = None
    level: int | None = None
    outline: int | None = None
    indent: int | None = None
    section: bool = False
    gone: bool = False
    hidden: bool = False
    language: str | None = None


_PLAIN = Shape()


def shape(stored: _Element | None, side: Side) -> Shape:
    """The shape of a paragraph with these properties (w:pPr)."""
    if stored is None:
        return _PLAIN
    style: str | None = None
    num = level = outline = indented = None
    section = False
    for child in side.paragraph(stored):
        tag = child.tag
        if tag == _STYLE:
            style = child.get(_VAL)
        elif tag == _NUMBERING:
            num, level = _numbering(child, side)
        elif tag == _OUTLINE:
            outline = whole(child.get(_VAL))
        elif tag == _INDENT:
            indented = indent(child)
        elif tag == _SECTION:
            section = True
    # The mark's own properties are never part of a tracked change of the paragraph's.
    mark = stored.find(_RUN)
    if mark is None:
        return Shape(style, num, level, outline, indented, section)
    gone = side.why_gone(mark) is not None
    return Shape(
        style, num, level, outline, indented, section, gone, bool(switch(mark, "w:vanish")), value(mark, "w:lang")
    )


def _numbering(element: _Element, side: Side) -> tuple[int | None, int | None]:
    num = level = None
    for child in element:
        if child.tag == _NUM:
            num = whole(child.get(_VAL))
        elif child.tag == _LEVEL:
            level = whole(child.get(_VAL))
        elif child.tag in side.gone:
            return None, None
    return num, level
