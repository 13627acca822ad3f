"""Parts: the files inside a Word document, found by the relationships between them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from plandiff.model import Source
from plandiff_readers.docx.names import STRICT
from plandiff_readers.package import Package
from plandiff_readers.xml_tree import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"


class Parts:
    """The parts of a Word document as trees. What lies outside the package is never followed.

    Relationships are told apart by the last word of their type ("styles", "footnotes"), which is the same in
    all kinds of Word documents. One whose target is missing is as good as none.
    """

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._package = Package(source)
        mains = self._related("", "officeDocument")
        self.main = mains[0] if mains else _MAIN

    def tree(self, part: str) -> _Element:
        """The root element of a part. Raises `ReadError` when it is missing, damaged or no XML."""
        data = self._package.read(part)
        for strict, common in STRICT.items():
            data = data.replace(strict, common)
        return xml_tree(self._name, part, data)

    def related(self, kind: str) -> list[_Element]:
        """The parts of that kind which belong to the document itself, in the order of their names."""
        return [self.tree(part) for part in sorted(set(self._related(self.main, kind)))]

    def one(self, kind: str) -> _Element | None:
        """The part of that kind where there is one."""
        found = self.related(kind)
        return found[0] if found else None

    def _related(self, part: str, kind: str) -> list[str]:
        folder, file = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{file}.rels")
        if relationships not in self._package:
            return []
        found = []
        for relationship in self.tree(relationships):
            if relationship.get("Type", "").rpartition("/")[2] != kind or relationship.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))[1:]
            if target in self._package:
                found.append(target)
        return found
