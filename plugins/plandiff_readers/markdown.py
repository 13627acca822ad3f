"""Markdown: CommonMark with tables and struck-out text, by markdown-it-py."""

from __future__ import annotations

from plandiff.errors import ReadError
from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are headings, paragraphs, list items with the number as written, and table rows, as plain text.

    Addresses of links, comments and front matter are set aside.
    """
    if source.text is None or source.suffix not in (".md", ".markdown"):
        return None
    from plandiff_readers.markdown_blocks import markdown_blocks

    try:
        found = markdown_blocks(source.text)
    except RecursionError:
        raise ReadError(f"{source.name}: nests lists or quotations too deeply: flatten them") from None
    if not found.blocks:
        raise ReadError(f"{source.name}: holds no text once Markdown's signs are read: check the file")
    return Document(
        format="Markdown",
        blocks=tuple(found.blocks),
        omitted=tuple(found.omitted),
        warnings=tuple(found.warnings),
    )
