"""Item: a provision in the making, while the outline is being drawn."""

from __future__ import annotations

import re

from msgspec import Struct

from plandiff.engine.lines import Line
from plandiff.engine.numbering import Marker
from plandiff.model import Role

TITLE_WORDS = 12
"""A heading set as plain text has at most this many words and does not end like a sentence."""

STOPS = tuple(".;:,!?…。")
"""Ends of sentences and clauses."""

_ENDED = re.compile(r"[.;:!?…。]['\"’”»)\]]?$")


class Item(Struct):
    """A provision in the making: its lines and where it hangs."""

    line: Line
    marker: Marker | None
    texts: list[str] = []
    parent: Item | None = None
    role: Role = "point"

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def ending(self) -> str:
        """The last line of the text, which is found without putting all of them together."""
        return next((text for text in reversed(self.texts) if text), "")

    @property
    def number(self) -> str | None:
        """Its bare label by itself: "3" of "Article 3"."""
        return self.marker.label.values[-1] if self.marker is not None else self.line.label

    @property
    def numbered(self) -> bool:
        """Whether it has a label, printed in the text or given by the format."""
        return self.marker is not None or self.line.label is not None

    @property
    def ended(self) -> bool:
        """Whether its text ends as a sentence or clause does."""
        return _ENDED.search(self.ending) is not None

    @property
    def title(self) -> bool:
        """Whether it is a heading, by the format or by its looks."""
        text = self.text
        short = len(text.split()) <= TITLE_WORDS and not text.endswith(STOPS)
        return not self.numbered and (self.line.kind == "heading" or (short and self.line.kind == "paragraph"))
