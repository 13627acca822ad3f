"""Paper: paragraphs put down one after the other, and what is set aside of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from plandiff.model import Block, Omission

_SURROGATE = re.compile("[\ud800-\udfff]")
_HOLLOW_BULLET = "o"
"""The bullet of the second level in Word, a letter of a typewriter font."""


class Paper:
    """Takes the running text of a document and makes blocks of it.

    `label` is what an automatic list prints before the paragraph that is being written, "" or blanks where it
    prints nothing, None outside of lists. `lines` counts paragraphs, those of text boxes included. What stands in
    a text box follows the paragraph that the box is tied to.
    """

    def __init__(self, lines: Iterator[int]) -> None:
        self.blocks: list[Block] = []
        self.omitted: list[Omission] = []
        self.label: str | None = None
        self._lines = lines
        self._line: int | None = None
        self._pieces: list[str] = []
        self._aside: list[tuple[str, list[str]]] = []
        self._boxes: list[Paper] = []
        self._row: list[list[Block]] = [[]]

    @property
    def line(self) -> int:
        """The number of the paragraph that is being written; it is counted when it is first asked for."""
        if self._line is None:
            self._line = next(self._lines)
        return self._line

    @property
    def has_text(self) -> bool:
        """Whether the paragraph that is being written has words."""
        return any(not piece.isspace() for piece in self._pieces)

    @property
    def unfinished(self) -> bool:
        """Whether a paragraph has been begun."""
        return bool(self._pieces or self._aside or self._boxes or self.label)

    def write(self, text: str, reason: str | None) -> None:
        """Add text to the paragraph, or set it aside for a reason."""
        if reason is None:
            self._pieces.append(text)
        elif self._aside and self._aside[-1][0] == reason:
            self._aside[-1][1].append(text)
        else:
            self._aside.append((reason, [text]))

    def set_aside(self, reason: str, text: str) -> None:
        """Add an omission at this place, if it has any words."""
        if words := whole(text).strip():
            self.omitted.append(Omission(reason=reason, text=words, line=self.line))

    def box(self) -> Paper:
        """Paper for a text box that is tied to this paragraph."""
        box = Paper(self._lines)
        self._line = self.line  # This paragraph is counted before those of the box.
        self._boxes.append(box)
        return box

    def end_paragraph(self, *, level: int | None, heading: int | None, in_table: bool) -> None:
        """Write the paragraph down; `level` is its depth as an item of a list, `heading` as a heading."""
        text, printed = whole("".join(self._pieces)).strip(), (self.label or "").strip()
        label = printed if any(sign.isalnum() for sign in printed) and printed != _HOLLOW_BULLET else None
        kind: Literal["heading", "item", "paragraph"] = "heading" if heading else "item" if printed else "paragraph"
        if not in_table:
            self.end_row(whole=False)
        line = self.line
        if text:
            self._row[-1].append(Block(text=text, kind=kind, label=label, level=heading or level, line=line))
        elif label:
            self.set_aside("number without text", label)
        for reason, pieces in self._aside:
            self.set_aside(reason, "".join(pieces))
        for box in self._boxes:
            self._row[-1] += box.blocks
            self.omitted += box.omitted
        if not in_table:
            self.end_row(whole=False)
        self._line = self.label = None
        self._pieces.clear()
        self._aside.clear()
        self._boxes.clear()

    def end_cell(self) -> None:
        """Begin the next cell of the table row."""
        self._row.append([])

    def end_row(self, *, whole: bool = True) -> None:
        """Make one block of a whole row, unless it only lays out a page: one cell, or headings and items in it."""
        cells, self._row = self._row, [[]]
        inside = [block for cell in cells for block in cell]
        # After the last cell another was begun.
        if whole and inside and len(cells) > 2 and all(block.kind == "paragraph" for block in inside):
            text = " | ".join("\n".join(block.text for block in cell) for cell in cells[:-1])
            inside = [Block(text=text, line=inside[0].line)]
        self.blocks += inside


def whole(text: str) -> str:
    """The text with its surrogate pairs, which RTF writes one half at a time, made whole."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
