"""Pen: writes words into the XML of a Word document, tracked or not."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

from plandiff.render.escape_xml import escape_xml

Mark = Literal["ins", "del", "moveFrom", "moveTo"]

_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Pen:
    """Writes tracked changes and comments, all by one author and of one date, or of none."""

    def __init__(self, author: str, date: datetime | None) -> None:
        self.by = f'w:author="{escape_xml(author)}"'
        if date is not None:
            self.by += f' w:date="{date:%Y-%m-%dT%H:%M:%S}Z"'
        self._last = 0

    def tracked(self, mark: Mark, inside: str) -> str:
        """Runs inside a tracked change; nothing for nothing."""
        return f"<w:{mark} {self._signed()}>{inside}</w:{mark}>" if inside else ""

    def end(self, mark: Mark) -> str:
        """The property of a paragraph that tracks its end."""
        return f"<w:rPr><w:{mark} {self._signed()}/></w:rPr>"

    def move(self, mark: Mark, number: int) -> tuple[str, str]:
        """What begins and what ends one place of a move; its number is the same at both places."""
        begin = f'<w:{mark}RangeStart {self._signed()} w:name="move{number}"/>'
        return begin, f'<w:{mark}RangeEnd w:id="{self._last}"/>'

    def _signed(self) -> str:
        self._last += 1
        return f'w:id="{self._last}" {self.by}'


def run(text: str, *, rtl: bool = False, deleted: bool = False) -> str:
    """A run; line breaks and tabs of the text are those of Word. Nothing for nothing."""
    tag = "w:delText" if deleted else "w:t"
    pieces = (
        _SIGNS.get(piece) or f'<{tag} xml:space="preserve">{escape_xml(piece)}</{tag}>'
        for piece in re.split(r"([\n\t])", text)
        if piece
    )
    return f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if rtl else ''}{''.join(pieces)}</w:r>" if text else ""


def paragraph(style: str, text: str) -> str:
    """A paragraph without tracked changes, of a style by its name."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'
