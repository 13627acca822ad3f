"""The parts of an Excel workbook: its sheets, and what they share."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from plandiff.model import Source
from plandiff_readers.package import Package
from plandiff_readers.xlsx_display import BUILT_IN
from plandiff_readers.xlsx_sheet import Cell, Shared, plain_text, sheet_cells
from plandiff_readers.xml_tree import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element


class Sheet(NamedTuple):
    """A sheet: its name, whether it is shown, its cells, and what stands beside them: reason, text, and row."""

    name: str
    hidden: bool
    cells: list[Cell]
    beside: list[tuple[str, str, int | None]]


class Book:
    """An Excel workbook. What lies outside the file is never followed."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._package = Package(source)
        mains = self._related("", "officeDocument")
        self._main = mains[0] if mains else "xl/workbook.xml"

    def sheets(self) -> list[Sheet]:
        """The sheets in their order. Raises `ReadError` when a part is damaged."""
        root = self._tree(self._main)
        targets = self._targets(self._main)
        shared = self._shared(root)
        found = []
        for sheet in root.iter("{*}sheet"):
            key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
            kind, part = targets.get(str(key), ("", ""))
            if kind == "worksheet":
                cells = sheet_cells(self._name, tree := self._tree(part), shared)
                hidden = sheet.get("state", "visible") != "visible"
                found.append(Sheet(sheet.get("name", ""), hidden, cells, self._beside(part, tree)))
        return found

    def _shared(self, root: _Element) -> Shared:
        texts = [
            plain_text(item)
            for part in self._related(self._main, "sharedStrings")
            for item in self._tree(part).iter("{*}si")
        ]
        formats = []
        for part in self._related(self._main, "styles"):
            styles = self._tree(part)
            own = {form.get("numFmtId", ""): form.get("formatCode", "") for form in styles.iter("{*}numFmt")}
            known = {str(number): code for number, code in BUILT_IN.items()} | own
            for used in styles.iter("{*}cellXfs"):
                formats += [known.get(style.get("numFmtId", "0"), "General") for style in used.iterchildren("{*}xf")]
        since_1904 = any(props.get("date1904") in ("1", "true") for props in root.iter("{*}workbookPr"))
        return Shared(texts, formats, since_1904)

    def _beside(self, part: str, tree: _Element) -> list[tuple[str, str, int | None]]:
        """The comments and text boxes of a sheet, and the heads and feet of its printed pages."""
        found: list[tuple[str, str, int | None]] = []
        for comments in map(self._tree, self._related(part, "comments")):
            authors = [author.text or "" for author in comments.iter("{*}author")]
            for comment in comments.iter("{*}comment"):
                index = comment.get("authorId", "")
                author = authors[int(index)] if index.isdecimal() and int(index) < len(authors) else ""
                row = "".join(filter(str.isdecimal, comment.get("ref", "")))
                said = f"comment by {' '.join(author.split())}" if author.strip() else "comment"
                found.append((said, plain_text(comment).strip(), int(row) if row else None))
        for drawing in map(self._tree, self._related(part, "drawing")):
            for body in drawing.iter("{*}txBody"):
                paragraphs = [plain_text(paragraph) for paragraph in body.iter("{*}p")]
                found.append(("text box", "\n".join(paragraphs).strip(), None))
        for margins in tree.iter("{*}headerFooter"):
            found += [("page head or foot", margin.text or "", None) for margin in margins]
        return [beside for beside in found if beside[1].strip()]

    def _tree(self, part: str) -> _Element:
        return xml_tree(self._name, part, self._package.read(part))

    def _related(self, part: str, kind: str) -> list[str]:
        return [target for found, target in self._targets(part).values() if found == kind]

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part names, by the key it names them with: their kind and where they are."""
        folder, file = posixpath.split(part)
        relationships = posixpath.join(folder, "_rels", f"{file}.rels")
        if relationships not in self._package:
            return {}
        found = {}
        for relationship in self._tree(relationships):
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))[1:]
            if relationship.get("TargetMode") != "External" and target in self._package:
                found[relationship.get("Id", "")] = relationship.get("Type", "").rpartition("/")[2], target
        return found
