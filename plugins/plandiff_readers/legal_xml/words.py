"""Words: the running text in an element of a law, on one side of the changes marked in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from plandiff.model import Revisions
from plandiff_readers.elements import RAISED
from plandiff_readers.legal_xml.vocabulary import ASIDE, BLOCKS, BREAKS, CELLS, DELETED, INSERTED, QUOTING

if TYPE_CHECKING:
    from lxml.etree import _Element

Omit = Callable[[str, str, "int | None"], None]
"""Takes a reason, a text and a line."""

_BOUNDARY = "\u2029"
"""Parts two blocks in running text. It is white space, unless a sign that closes something follows."""
_CLOSED = re.compile(_BOUNDARY + r"{1,99}(?=[.,;:!?”’)\]])")


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def line_of(element: _Element) -> int | None:
    """The line in which an element begins."""
    return cast("int | None", element.sourceline)


def flat(text: str | None) -> str:
    """Text of the XML, in which line breaks are mere white space."""
    return (text or "").replace("\n", " ")


class Words:
    """Reads running text. `omit` gets what is set aside; `changes` counts the marked changes."""

    def __init__(self, revisions: Revisions, omit: Omit) -> None:
        gone = DELETED if revisions == "accept" else INSERTED
        self._gone = dict.fromkeys(gone, f"{'deleted' if gone is DELETED else 'inserted'} by a tracked change")
        self._omit = omit
        self.changes = 0

    def of(self, element: _Element) -> str:
        """The text in an element."""
        return self.joined(self._inside(element))

    @staticmethod
    def joined(pieces: list[str]) -> str:
        """Pieces of text as one, white space collapsed but for the line breaks that have an element."""
        text = _CLOSED.sub("", "".join(pieces))
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return "\n".join(line for line in lines if line)

    def takes(self, element: _Element) -> bool:
        """Set an element aside when it is none of the text; whether it was."""
        name = local(element)
        self.changes += name in INSERTED or name in DELETED
        reason = ASIDE.get(name) or self._gone.get(name)
        if reason is None:
            return False
        text = " ".join(self.of(element).split())
        self._omit(reason, f"{element.get('marker', '')} {text}".strip(), line_of(element))
        return True

    def pieces(self, element: _Element) -> list[str]:
        """The text of an element that stands in other text, piece by piece."""
        name = local(element)
        if name in BREAKS:
            return ["\n"]
        if name == "img":
            self._omit("image description", element.get("alt", ""), line_of(element))
        inside = self._inside(element)
        if name in QUOTING:
            return [element.get("startQuote", ""), "".join(inside).strip(), element.get("endQuote", "")]
        if name == "sup":
            return [piece.translate(RAISED) for piece in inside]
        apart = _BOUNDARY if name in BLOCKS or name in CELLS else ""
        return [apart, *inside, apart]

    def _inside(self, element: _Element) -> list[str]:
        pieces = [flat(element.text)]
        for child in element:
            if not self.takes(child):
                pieces += self.pieces(child)
            pieces.append(flat(child.tail))
        return pieces
