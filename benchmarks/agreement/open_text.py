"""Open text: an agreement as a flat OpenDocument text, numbered by a list style, with page heads and page numbers."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.agreement.draft import Draft

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in {"office": "office", "text": "text", "style": "style", "fo": "xsl-fo-compatible"}.items()
)
_FORMATS = {1: ("1", "", "."), 2: ("a", "(", ")"), 3: ("i", "(", ")")}
_PAGE = '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>'


def open_text(draft: Draft) -> str:
    """The XML of the document (.fodt): one list that goes on below each heading."""
    title, *front = map(escape, draft.front)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">\n'
        f"<office:automatic-styles>{_list_style()}"
        f'<style:page-layout style:name="L">{_PAGE}<style:header-style/><style:footer-style/></style:page-layout>'
        "</office:automatic-styles>\n<office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="L">'
        f"<style:header><text:p>{title}</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number/> of <text:page-count/></text:p></style:footer>"
        "</style:master-page></office:master-styles>\n<office:body><office:text>\n"
        + "\n".join([_heading(title, 1), *(f"<text:p>{text}</text:p>" for text in front), *_body(draft)])
        + "\n</office:text></office:body></office:document>\n"
    )


def _list_style() -> str:
    levels = "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" '
        f'style:num-prefix="{before}" style:num-suffix="{after}">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" '
        f'fo:text-indent="-1cm" fo:margin-left="{level}cm"/>'
        "</style:list-level-properties></text:list-level-style-number>"
        for level, (form, before, after) in _FORMATS.items()
    )
    return f'<text:list-style style:name="Points">{levels}</text:list-style>'


def _heading(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def _body(draft: Draft) -> list[str]:
    parts = []
    depth = 0
    for _, text, level in draft.provisions:
        while depth > level:
            parts.append("</text:list-item></text:list>")
            depth -= 1
        if level == 0:
            parts.append(_heading(escape(text), 2))
            continue
        if depth == level:
            parts.append("</text:list-item>")
        else:
            own = ' text:style-name="Points" text:continue-numbering="true"' if level == 1 else ""
            parts.append(f"<text:list{own}>")
            depth = level
        parts.append(f"<text:list-item><text:p>{escape(text)}</text:p>")
    return [*parts, *["</text:list-item></text:list>"] * depth]
