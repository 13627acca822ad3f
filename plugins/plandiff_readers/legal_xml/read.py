"""Read: from the XML of a law to its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Omission, Source
from plandiff_readers.legal_xml.vocabulary import (
    BLOCKS,
    CELLS,
    FRONT,
    HEADINGS,
    NUMBER,
    PROVISIONS,
    QUOTING,
    ROWS,
    WHOLE,
)
from plandiff_readers.legal_xml.words import Words, flat, line_of, local
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

    label: str
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

    def inside(self, parent: _Element, level: int, number: _Element | None = None) -> None:
        """Read what stands in an element but its number; `level` is that of the provision around it, 0 for none."""
        front = local(parent) == FRONT
        run = [flat(parent.text)]
        for child in parent:
            name = local(child)
            if child is number or self.words.takes(child):
                pass
            elif name in BLOCKS or front or (name not in QUOTING and any(local(inner) in BLOCKS for inner in child)):
                self._add(run, parent)
                self._block(child, name, level)
                run = []
            else:
                run += self.words.pieces(child)
            run.append(flat(child.tail))
        self._add(run, parent)

    def finish(self) -> None:
        """Make a block of the open provision."""
        ended, self._open = self._open, None
        if ended is not None:
            self.blocks.append(
                Block(
                    text="\n".join([*ended.headings, *ended.paragraphs]),
                    kind="heading" if ended.headings and not ended.paragraphs else "paragraph",
                    label=ended.label,
                    level=ended.level,
                    line=ended.line,
                )
            )

    def _block(self, element: _Element, name: str, level: int) -> None:
        if name in PROVISIONS:
            self._provision(element, level)
        elif name in HEADINGS:
            self._heading(element, level)
        elif name in ROWS:
            cells = [text for cell in element if local(cell) in CELLS and (text := self.words.of(cell))]
            self._add([" | ".join(cells)], element)
        elif name in WHOLE:
            self._add(self.words.pieces(element), element)
        else:
            self.inside(element, level)

    def _provision(self, element: _Element, level: int) -> None:
        number = next((child for child in element if local(child) == NUMBER), None)
        given = element.get("value") if number is None else self.words.of(number) or number.get("value")
        if not given:
            self.inside(element, level)
            return
        self.finish()
        self._open = _Open(given, level + 1, line_of(element))
        self.inside(element, level + 1, number)
        self.finish()

    def _heading(self, element: _Element, level: int) -> None:
        text = self.words.of(element)
        if self._open is not None and not self._open.paragraphs:
            self._open.headings += [text] if text else []
        elif text:
            self.finish()
            self.blocks.append(Block(text=text, kind="heading", level=level + 1, line=line_of(element)))

    def _add(self, pieces: list[str], element: _Element) -> None:
        """Add a paragraph."""
        text = self.words.joined(pieces)
        if not text:
            return
        if self._open is not None:
            self._open.paragraphs.append(text)
        else:
            self.blocks.append(Block(text=text, line=line_of(element)))

    def _omit(self, reason: str, text: str, line: int | None) -> None:
        if text.strip():
            self.omitted.append(Omission(reason=reason, text=text.strip(), line=line))
