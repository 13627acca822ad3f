"""Read: from the bytes of an OpenDocument text to its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Source
from plandiff_readers.odt.aside import Aside
from plandiff_readers.odt.names import name
from plandiff_readers.odt.plain import plain
from plandiff_readers.odt.revisions import DELETED, Changes
from plandiff_readers.odt.story import Story
from plandiff_readers.odt.styles import Styles
from plandiff_readers.package import Package
from plandiff_readers.remarks import remarks
from plandiff_readers.xml_tree import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ZIP = b"PK"
_TEXT, _MASTER = name("office:text"), name("style:master-page")
_BINARY = name("office:binary-data")
_COMMON, _AUTOMATIC = name("office:styles"), name("office:automatic-styles")


def read(source: Source) -> Document:
    """The document that an OpenDocument text holds, on the side of its tracked changes that `source.revisions` names.

    Raises `ReadError` when the file is damaged, is protected by a password, or holds no text to compare.
    """
    roots = _roots(source)
    content = roots[0]
    changes, aside = Changes(roots, source.revisions), Aside()
    body = next(content.iter(_TEXT), None)
    if body is None:
        raise ReadError(f"{source.name}: is an OpenDocument file without a text: save the text of it as .odt")
    styles = Styles([group for root in roots for group in root.iter(_COMMON)], content.iter(_AUTOMATIC))
    drafts = Story(styles, changes, aside).read(body)
    blocks = tuple(
        Block(text=draft.text, kind=draft.kind, label=draft.label, level=draft.level, line=draft.line)
        for draft in drafts
        if draft.text
    )
    if not blocks:
        raise ReadError(f"{source.name}: holds no text; is it a scan? Have its text recognised first")
    for draft in drafts:
        if not draft.text:
            aside.omit("number without text", draft.printed, draft.line)
    for deletion in changes.left():
        aside.omit(DELETED, deletion.text, None)
    for reason, text in dict.fromkeys(_margins(roots[-1])):
        aside.omit(reason, text, None)
    warnings = changes.said()
    if aside.embedded:
        warnings.append(f"{aside.embedded:,} objects embedded in it, such as formulas and charts, were not read")
    omitted = sorted(aside.omitted, key=lambda omission: (omission.line is None, omission.line or 0))
    return Document(
        format="OpenDocument text",
        blocks=blocks,
        omitted=tuple(omitted),
        warnings=tuple(warnings),
        findings=tuple(remarks(omitted)),
    )


def _roots(source: Source) -> list[_Element]:
    """The tree of the content, and that of the styles where they stand apart: flat XML (.fodt) holds both in one."""
    if not source.data.startswith(_ZIP):
        root = xml_tree(source.name, "", source.data)
        for image in root.iter(_BINARY):
            image.text = None  # Bytes in letters are no words.
        return [root]
    package = Package(source)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise ReadError(f"{source.name}: is protected by a password: open it and save it without one")
    parts = [_CONTENT, *([_STYLES] if _STYLES in package else [])]
    return [xml_tree(source.name, part, package.read(part)) for part in parts]


def _margins(root: _Element) -> list[tuple[str, str]]:
    """The headers and footers of all kinds of pages."""
    found = []
    for page in root.iter(_MASTER):
        for margin in page:
            kind = margin.tag.rpartition("}")[2].partition("-")[0]
            if kind in ("header", "footer"):
                found.append((kind, plain(margin)))
    return found
