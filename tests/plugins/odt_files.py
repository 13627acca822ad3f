"""Small OpenDocument texts made in memory: each function returns the XML of one thing, `odt` zips them up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from plandiff.model import Revisions, Source

_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = (
    " ".join(
        f'xmlns:{prefix}="{_DOCUMENT}{space}:1.0"'
        for prefix, space in {
            "office": "office",
            "style": "style",
            "text": "text",
            "table": "table",
            "draw": "drawing",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
            "manifest": "manifest",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_TYPE = "application/vnd.oasis.opendocument.text"
_PARTS = ("content.xml", "styles.xml")


def odt(*body: str, styles: str = "", automatic: str = "", page: str = "") -> bytes:
    """A text of these paragraphs; `styles` are its styles, `automatic` formatting by hand, `page` heads and feet."""
    files = {
        "mimetype": _TYPE,
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{''.join(body)}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="P"/></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">'
        f"{page}</style:master-page></office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": f'<manifest:manifest {SPACES.rpartition(" ")[0]} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>' for part in _PARTS
        )
        + "</manifest:manifest>",
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """The zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def source(data: bytes, revisions: Revisions = "accept") -> Source:
    return Source(name="plan.odt", suffix=".odt", data=data, media="odt", revisions=revisions)


# ---------------------------------------------------------------- content


def p(text: str = "", style: str | None = None) -> str:
    """A paragraph."""
    return f"<text:p{_named(style)}>{text}</text:p>"


def h(text: str, level: int = 1, style: str | None = None, more: str = "") -> str:
    """A heading."""
    return f'<text:h text:outline-level="{level}"{_named(style)} {more}>{text}</text:h>'


def lst(*items: str, style: str | None = "L", more: str = "") -> str:
    """A list; a nested one has no style of its own (None)."""
    return f"<text:list{_named(style)} {more}>{''.join(items)}</text:list>"


def item(*inside: str, more: str = "") -> str:
    """A list item; a bare text is a paragraph."""
    return f"<text:list-item {more}>{_paragraphs(inside)}</text:list-item>"


def header_item(*inside: str) -> str:
    """An item of a list that prints no number."""
    return f"<text:list-header>{_paragraphs(inside)}</text:list-header>"


def row(*cells: str) -> str:
    """A table row; a bare text is a paragraph."""
    inside = "".join(f"<table:table-cell>{_paragraphs([cell])}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"


def table(*rows: str) -> str:
    columns = max(text.count("<table:table-cell>") for text in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{"".join(rows)}</table:table>'


def box(*inside: str) -> str:
    """A text box, to be put into a paragraph."""
    frame = '<draw:frame svg:width="3cm" svg:height="2cm">'
    return f"{frame}<draw:text-box>{_paragraphs(inside)}</draw:text-box></draw:frame>"


def note(mark: str, text: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


def comment(text: str, author: str) -> str:
    return f"<office:annotation><dc:creator>{author}</dc:creator>{p(text)}</office:annotation>"


_BLOCKS = ("<text:p", "<text:h", "<text:list", "<table:table")


def _paragraphs(inside: Iterable[str]) -> str:
    return "".join(text if text.startswith(_BLOCKS) else p(text) for text in inside)


def _named(style: str | None) -> str:
    return f' text:style-name="{style}"' if style else ""


# ---------------------------------------------------------------- styles and tracked changes


def list_style(name: str, *levels: str) -> str:
    """A list style of these levels."""
    return f'<text:list-style style:name="{name}">{_levels("text:list-level-style-number", levels)}</text:list-style>'


def outline(*levels: str) -> str:
    """The numbering of headings."""
    return (
        f'<text:outline-style style:name="Outline">{_levels("text:outline-level-style", levels)}</text:outline-style>'
    )


def _levels(tag: str, levels: Iterable[str]) -> str:
    return "".join(f'<{tag} text:level="{number}" {attributes}/>' for number, attributes in enumerate(levels, 1))


def level(form: str, prefix: str = "", suffix: str = "", shown: int = 1, start: int = 1) -> str:
    """The attributes of a level."""
    return (
        f'style:num-format="{form}" style:num-prefix="{prefix}" style:num-suffix="{suffix}" '
        f'text:display-levels="{shown}" text:start-value="{start}"'
    )


LEGAL = list_style("L", level("1", suffix="."), level("a", "(", ")"), level("i", "(", ")"))
"""1. (a) (i)"""


def paragraph_style(name: str, more: str = "", text: str = "", parent: str = "Standard") -> str:
    """A paragraph style; `text` are attributes of its words."""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}" {more}>'
        f"<style:text-properties {text}/></style:style>"
    )


def inserted(key: str, author: str = "Ann") -> str:
    return _region(key, f"<text:insertion>{_info(author)}</text:insertion>")


def deleted(key: str, *content: str, author: str = "Ann") -> str:
    return _region(key, f"<text:deletion>{_info(author)}{''.join(content)}</text:deletion>")


def tracked(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def begins(key: str) -> str:
    return f'<text:change-start text:change-id="{key}"/>'


def ends(key: str) -> str:
    return f'<text:change-end text:change-id="{key}"/>'


def gone(key: str) -> str:
    return f'<text:change text:change-id="{key}"/>'


def _region(key: str, change: str) -> str:
    return f'<text:changed-region text:id="{key}">{change}</text:changed-region>'


def _info(author: str) -> str:
    when = "<dc:date>2026-01-01T00:00:00</dc:date>"
    return f"<office:change-info><dc:creator>{author}</dc:creator>{when}</office:change-info>"
