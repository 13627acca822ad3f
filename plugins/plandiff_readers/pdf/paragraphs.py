"""The paragraphs that printed lines belong to."""

from __future__ import annotations

import re

from plandiff.engine.labels import Label, labels
from plandiff.model import Block
from plandiff_readers.pdf.hyphens import Hyphens
from plandiff_readers.pdf.line import Line
from plandiff_readers.pdf.setting import Setting

_NEXT = 1.2
"""A distance of so many usual ones between two lines ends a paragraph."""

_INDENT = 0.4
"""Lines that begin so many sizes apart are not aligned."""

_SAME_SIZE = 0.04

_COLUMN = 0.5
"""The width of a column in sizes of the font, when an indent is told in blanks."""

_LARGER = 1.12
"""A heading is set larger than the text by this."""

_MAX_HEADING = 300
_MAX_INDENT = 40

_ENDS = re.compile(r"[.;:!?…。؛؟][\"'’”»)\]]?$")
_BROKEN = re.compile("\\w[-\u2010\u00ad]$")
_BULLET = re.compile(r"[-–—•‣▪➢✓◦●○*·]\s")
_OPENS = "\"'«‹“„‘‚(["
_UNSPACED = re.compile("[\u3040-\u9fff\uff00-\uffef。、]")


def paragraphs(lines: list[Line], usual: float) -> list[Block]:
    """The lines joined to paragraphs; `usual` is the size of the text.

    Whether a line goes on with the one before is told by the distance between them, by where they begin, by
    whether its first word would still have fitted there, and by a label at its beginning. A larger line is a
    heading, its level told by its size. The blanks that a block begins with say how far it is indented.
    """
    setting = Setting(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, setting, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    hyphens = Hyphens(line.text for line in lines)
    sizes = sorted({_size(group[0]) for group in groups if group[0].size > _LARGER * usual}, reverse=True)
    return [_block(group, setting, hyphens, sizes) for group in groups]


def _goes_on(group: list[Line], line: Line, setting: Setting, usual: float) -> bool:
    """Whether the line belongs to the paragraph that the lines of the group begin."""
    first, before = group[0], group[-1]
    if abs(before.size - line.size) > _SAME_SIZE * before.size:
        return False
    if (before.page, before.column) == (line.page, line.column) and not (
        0 < line.down - before.down <= _NEXT * setting.step(line)
    ):
        return False
    aligned = _INDENT * line.size
    shift = setting.indent(line) - setting.indent(before)
    full = setting.is_full(before, line)
    ended = _ENDS.search(before.text) is not None
    if _BULLET.match(line.text):
        return False
    label = _label(line)
    outward = shift < -aligned and _begins(line, label)
    if label and (not full or ended or outward or _follows(_label(first), label)):
        return False
    if line.size > _LARGER * usual:
        return True
    # The first line of a paragraph may be indented or stand out; the others are aligned.
    if abs(shift) > aligned and len(group) > 1:
        return False
    return full or _BROKEN.search(before.text) is not None or (line.text[:1].islower() and not ended)


def _label(line: Line) -> Label | None:
    return next((label for label in labels(line.text) if label.firm), None)


def _begins(line: Line, label: Label | None) -> bool:
    """Whether a sentence begins behind the label: "64.5 % is paid" and "§ 4 of the Statute" go on with one."""
    after = line.text[label.end :][:1] if label else ""
    return after in _OPENS or (after.isalnum() and not after.islower())


def _follows(earlier: Label | None, label: Label) -> bool:
    """Whether the label is the next of the sequence of the earlier one."""
    return earlier is not None and (earlier.style, earlier.numbers[-1] + 1) == (label.style, label.numbers[-1])


def _block(group: list[Line], setting: Setting, hyphens: Hyphens, sizes: list[float]) -> Block:
    first = group[0]
    text = first.text
    for line in group[1:]:
        joined = hyphens.joined(text, line.text)
        text = joined if joined is not None else text + _joint(text, line.text) + line.text
    text = text.replace("\u00ad", "-")
    if _size(first) in sizes and len(text) <= _MAX_HEADING:
        return Block(text=text, kind="heading", level=sizes.index(_size(first)) + 1, line=first.number)
    indent = min(_MAX_INDENT, round(setting.indent(first) / (_COLUMN * first.size)))
    return Block(text=" " * indent + text, line=first.number)


def _joint(before: str, after: str) -> str:
    """A blank, but nothing between the signs of scripts that are written without blanks."""
    return "" if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after) else " "


def _size(line: Line) -> float:
    return round(line.size, 1)
