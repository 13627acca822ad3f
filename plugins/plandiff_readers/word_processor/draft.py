"""Drafts: paragraphs and table rows on their way to becoming blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple


class Place(NamedTuple):
    """Where a numbered paragraph stands: its list, its level and number there, its level as a heading (None for
    none), and how far it is indented, in twentieths of a point."""

    counter: int
    depth: int
    number: int
    outline: int | None
    indent: int


@dataclass(slots=True)
class Draft:
    """A block that may still change; its text may be empty where only a number is printed."""

    text: str
    line: int | None
    kind: Literal["paragraph", "heading", "item"] = "paragraph"
    label: str | None = None
    level: int | None = None
    place: Place | None = None

    @property
    def printed(self) -> str:
        """The text with its label before it, as a reader of the page sees it."""
        return f"{self.label or ''} {self.text}".strip()


@dataclass(slots=True)
class Gathered:
    """What stands in a paragraph: its text in pieces, what is set aside of it, and the text boxes tied to it.

    `line` is the paragraph being read, `begin` the one in which the text begins: paragraphs whose mark is gone
    are joined. What is set aside is (line, reason, pieces); pieces of one reason with nothing between them are one.
    """

    line: int | None = None
    begin: int | None = None
    pieces: list[str] = field(default_factory=list)
    aside: list[tuple[int | None, str, list[str]]] = field(default_factory=list)
    boxes: list[Draft] = field(default_factory=list)
    _goes_on: bool = False

    def add(self, text: str, reason: str | None) -> None:
        if reason is None:
            self.pieces.append(text)
            self._goes_on = False
            if self.begin is None:
                self.begin = self.line
        elif self._goes_on and self.aside[-1][:2] == (self.line, reason):
            self.aside[-1][2].append(text)
        else:
            self.aside.append((self.line, reason, [text]))
            self._goes_on = True

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip("\n").rstrip()


def join_row(drafts: list[Draft], cells: Sequence[int]) -> None:
    """Make one block of a table row whose cells begin at these places of `drafts`.

    A row stays as it is where it only lays out a page: one cell, headings, or a list that does not begin it. A
    number that stands in a cell of its own becomes the label of the row.
    """
    begin = cells[0] if cells else len(drafts)
    inside = drafts[begin:]
    if len(cells) < 2 or not inside or any(draft.kind == "heading" for draft in inside):
        return
    if any(draft.kind == "item" for draft in inside[1:]):
        return
    filled = [
        "\n".join(draft.text for draft in drafts[start:end] if draft.text)
        for start, end in pairwise([*cells, len(drafts)])
    ]
    inside[0].text = " | ".join(text for text in filled if text)
    drafts[begin:] = inside[:1]
