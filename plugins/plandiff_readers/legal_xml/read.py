"""Read: from the XML of a law to its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Omission, Source
from plandiff_readers.legal_xml.vocabulary import BLOCKS, CELLS, HEADINGS, ITEM, NUMBER, PROVISIONS, ROWS
from plandiff_readers.legal_xml.words import Words, local
from plandiff_readers.xml_tree import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\s{0,99}<\?xml\s[^>]{0,200}\?>")


def read(source: Source) -> Document:
    """The document that a law in XML holds, on the side of its marked changes that `source.revisions` names.

    Raises `ReadError` when the XML is malformed or holds no text to compare.
    """
    # The gate has decoded the text already, whatever its declaration says.
    data = _DECLARATION.sub("", (source.text or "").removeprefix("\ufeff"), count=1).encode()
    root = xml_tree(source.name, "", data)
    walk = _Walk(source)
    walk.inside(root, 0)
    walk.finish()
    if not walk.blocks:
        raise ReadError(f"{source.name}: holds no text of its own: check that it is the file you meant")
    warnings = []
    if walk.words.changes:
        warnings.append(f"changes marked in the text, {walk.words.changes:,} in all, read as {source.revisions}ed")
    return Document(
        format="USLM" if "uslm" in root.tag else "Akoma Ntoso",
        blocks=tuple(walk.blocks),
        omitted=tuple(walk.omitted),
        warnings=tuple(warnings),
    )


@dataclass
class _Open:
    """A provision that still takes text: its number, level and line, its headings and its paragraphs."""

    label: str | None
    level: int
    line: int | None
    headings: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


class _Walk:
    """Goes through a law and puts its text into blocks.

    What stands in a provision before the provisions inside it is one block; what stands behind them, or in no
    numbered provision, is a block each.
    """

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self.omitted: list[Omission] = []
        self.words = Words(source.revisions, self._omit)
        self._open: _Open | None = None

    def inside(self, parent: _Element, level: int) -> None:
        """Read what stands in an element; `level` is that of the provision around it, 0 outside of all."""
        if not any(local(child) in BLOCKS or local(child) in PROVISIONS for child in parent):
            ...

    def finish(self) -> None:
        """Make a block of the open provision."""

    def _omit(self, reason: str, text: str, line: int | None) -> None:
        if text.strip():
            self.omitted.append(Omission(reason=reason, text=text.strip(), line=line))
