"""The report as a Word document with tracked changes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from plandiff.became import became
from plandiff.model import Comparison
from plandiff.render.digest import digest
from plandiff.render.docx.body import body
from plandiff.render.docx.comments import comments, comments_part
from plandiff.render.docx.margins import first_head, foot, head
from plandiff.render.docx.pen import Pen
from plandiff.render.escape_xml import escape_xml
from plandiff.render.names import titles

_HERE = Path(__file__).parent
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day a zip file begins to count from: the same report has the same bytes on any day."""

_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""The parts that are the same in every document, and the files beside this one that hold them."""

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def docx(comparison: Comparison, author: str = "plandiff", date: datetime | None = None) -> bytes:
    """The old text as a Word document with every change to the new text tracked, by `author` and of `date`.

    Each provision is a paragraph, its label printed before a tab. With all changes accepted the paragraphs are
    the provisions of the new plan in order, with all rejected those of the old one: its titles, notices and
    remarks stand in page heads, page feet and comments. What was moved is tracked as moved; of a split or a
    merger, the provisions with most words in common share a paragraph, the others come or go as a whole. Hidden
    characters are written out. Without a date nothing in the bytes depends on the day.
    """
    content = digest(comparison)
    pen = Pen(author, date)
    remarks = comments(comparison, content)
    made = {
        "word/document.xml": _part("document", f"<w:body>{body(comparison, pen, remarks)}{_SECTION}</w:body>"),
        "word/comments.xml": _part("comments", comments_part(remarks, pen)),
        "word/header1.xml": _part("hdr", first_head(comparison, content)),
        "word/header2.xml": _part("hdr", head(comparison, content)),
        "word/footer1.xml": _part("ftr", foot(content)),
        "docProps/core.xml": _properties(comparison, author, date),
    }
    fixed = {name: (_HERE / file).read_text(encoding="utf-8") for name, file in _FIXED.items()}
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w") as package:
        for name, part in (fixed | made).items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), part.encode(), zipfile.ZIP_DEFLATED)
    return page.getvalue()


_SECTION = (
    '<w:sectPr><w:headerReference w:type="first" r:id="rId4"/><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" '
    'w:header="709" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
"""A page of A4, the first with a head of its own; the relations are those of document_rels.xml."""


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {_NAMESPACES}>{inside}</w:{root}>'


def _properties(comparison: Comparison, author: str, date: datetime | None) -> str:
    name = became(*titles(comparison))
    day = f'<dcterms:created xsi:type="dcterms:W3CDTF">{date:%Y-%m-%dT%H:%M:%S}Z</dcterms:created>' if date else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape_xml(name)}</dc:title><dc:creator>{escape_xml(author)}</dc:creator>{day}"
        "</cp:coreProperties>"
    )
