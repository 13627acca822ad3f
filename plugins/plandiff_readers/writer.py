"""Running text put into blocks as a browser sets it: blanks collapsed, line breaks where they are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plandiff.model import Block

if TYPE_CHECKING:
    from plandiff_readers.open_element import Open

BLANKS = " \t\n\r\f"
"""What HTML calls white space: the no-break space is a character."""

_RUN = re.compile(f"[{BLANKS}]+")


@dataclass
class Draft:
    """A block that may still change: an item gets its label when its list ends.

    `linked` is how many of its characters are links, `around` the element it stands in.
    """

    text: str
    kind: Literal["paragraph", "heading", "item"]
    level: int | None
    line: int
    label: str | None = None
    linked: int = 0
    around: Open | None = None

    @property
    def printed(self) -> str:
        """The text with its label before it."""
        return f"{self.label or ''} {self.text}".strip()

    def block(self) -> Block:
        return Block(text=self.text, kind=self.kind, label=self.label, level=self.level, line=self.line)


class Writer:
    """Takes text piece by piece and puts it into `drafts`.

    The next text becomes the text of `item` where an item has been begun, else a heading where `heading` is
    its level, else a paragraph at the list depth `level`. `in_link` tells that it is that of a link.
    """

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.item: Draft | None = None
        self.heading: int | None = None
        self.level: int | None = None
        self.in_link = False
        self._linked = 0
        self._pieces: list[str] = []
        self._line = 0
        self._row_begun = False

    def begin_item(self, level: int, line: int, around: Open | None = None) -> Draft:
        """A list item, empty until text follows."""
        self.item = Draft("", "item", level, line, around=around)
        self.drafts.append(self.item)
        return self.item

    def write(self, text: str, line: int) -> None:
        """Add text that begins in the given line of the source; its white space is collapsed."""
        line += text.count("\n", 0, len(text) - len(text.lstrip(BLANKS)))
        text = _RUN.sub(" ", text)
        if not self._pieces or self._pieces[-1][-1] in " \n":
            text = text.removeprefix(" ")
        self._add(text, line)

    def write_as_is(self, text: str, line: int) -> None:
        """Add text whose blanks and line breaks are meant."""
        for offset, row in enumerate(text.split("\n")):
            if offset:
                self.break_line()
            self._add(row, line + offset)

    def break_line(self) -> None:
        """Begin a new line; a second break with nothing between ends the block, as a blank line does."""
        if self._row_begun:
            self._pieces.append("\n")
            self._row_begun = False
        else:
            self.end_block()

    def mark(self) -> tuple[int, int]:
        """The place reached, for `since`."""
        return len(self.drafts), len(self._pieces)

    def since(self, mark: tuple[int, int]) -> str:
        """What was added since that place; nothing where a block has ended since."""
        return "".join(self._pieces[mark[1] :]) if mark[0] == len(self.drafts) else ""

    def take_back(self, mark: tuple[int, int]) -> None:
        """Take back what `since` gives."""
        del self._pieces[mark[1] :]

    def end_block(self, around: Open | None = None) -> None:
        """Write down the block if there is text for one; `around` is the element it stands in."""
        text = "\n".join(row.rstrip(BLANKS) for row in "".join(self._pieces).split("\n")).rstrip("\n")
        linked, self._linked = self._linked, 0
        self._pieces.clear()
        self._row_begun = False
        if not text.strip():
            return
        if self.item:
            self.item.text, self.item.line, self.item.linked = text, self._line, linked
            self.item = None
        else:
            kind: Literal["heading", "paragraph"] = "heading" if self.heading else "paragraph"
            self.drafts.append(Draft(text, kind, self.heading or self.level, self._line, linked=linked, around=around))

    def _add(self, text: str, line: int) -> None:
        if not text:
            return
        if not self._pieces:
            self._line = line
        self._pieces.append(text)
        if self.in_link:
            self._linked += len(text)
        self._row_begun = self._row_begun or not text.isspace()
