"""Words: the running text in an element of a law, on one side of the changes marked in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plandiff.model import Revisions
from plandiff_readers.elements import RAISED
from plandiff_readers.legal_xml.vocabulary import ASIDE, BLOCKS, BREAKS, CELLS, DELETED, INSERTED, QUOTING

if TYPE_CHECKING:
    from lxml.etree import _Element

Omit = Callable[[str, str, "int | None"], None]
"""Takes a reason, a text and a line."""


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class Words:
    """Reads running text. `omit` gets what is set aside; `changes` counts the marked changes."""

    def __init__(self, revisions: Revisions, omit: Omit) -> None:
        gone = DELETED if revisions == "accept" else INSERTED
        self._gone = dict.fromkeys(gone, f"{'deleted' if gone is DELETED else 'inserted'} by a tracked change")
        self._omit = omit
        self.changes = 0

    def of(self, element: _Element) -> str:
        """The text in an element, its white space collapsed but for the line breaks that have an element."""
        lines = "".join(self._pieces(element)).split("\n")
        return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)

    def takes(self, element: _Element) -> bool:
        """Set an element aside when it is none of the text; whether it was."""
        name = local(element)
        self.changes += name in INSERTED or name in DELETED
        reason = ASIDE.get(name) or self._gone.get(name)
        if reason is None:
            return False
        text = " ".join(self.of(element).split())
        self._omit(reason, f"{element.get('marker', '')} {text}".strip(), element.sourceline)
        return True

    def _pieces(self, element: _Element) -> list[str]:
        pieces = [_on_one_line(element.text)]
        for child in element:
            if not self.takes(child):
                pieces += self._child(child)
            pieces.append(_on_one_line(child.tail))
        return pieces

    def _child(self, child: _Element) -> list[str]:
        name = local(child)
        if name in BREAKS:
            return ["\n"]
        if name == "img":
            self._omit("image description", child.get("alt", ""), child.sourceline)
        inside = self._pieces(child)
        if name in QUOTING:
            return [child.get("startQuote", ""), *inside, child.get("endQuote", "")]
        if name == "sup":
            return [piece.translate(RAISED) for piece in inside]
        apart = " " if name in BLOCKS or name in CELLS else ""
        return [apart, *inside, apart]


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")
