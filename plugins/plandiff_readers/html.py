"""HTML: web pages, and what word processors save as such."""

from __future__ import annotations

import re

from plandiff.errors import ReadError
from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source

_SUFFIXES = (".html", ".htm", ".xhtml")
# Compiled when it is first used: most runs read other formats.
_BEGINS = r"(?i)\s*(<\?xml[^>]{0,200}>\s*)?<(!doctype\s+html|html)\b"


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are headings, paragraphs, list items with the label a browser prints, and table rows.

    What a page shows around its article (menus, teasers, banners, comments, scripts, its title) and what it hides
    is set aside.
    """
    text = source.text
    if text is None or not (source.suffix in _SUFFIXES or re.match(_BEGINS, text)):
        return None
    from plandiff_readers.article import article
    from plandiff_readers.page import page
    from plandiff_readers.remarks import HIDDEN, remarks

    try:
        found = page(text)
    except RecursionError:
        raise ReadError(f"{source.name}: nests lists too deeply: flatten them") from None
    if not found.blocks:
        raise ReadError(f"{source.name}: the page shows no text of its own: save its article as HTML or text")
    kept = article(found.drafts)
    omitted = sorted((*found.omitted, *kept.omitted), key=lambda omission: omission.line or 0)
    return Document(
        format="HTML",
        blocks=tuple(draft.block() for draft in kept.drafts),
        omitted=tuple(omitted),
        warnings=(*found.warnings, *kept.warnings),
        findings=tuple(remarks(omission for omission in omitted if omission.reason == HIDDEN)),
    )
