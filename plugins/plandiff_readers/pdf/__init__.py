"""PDF files with a text layer, by pypdf."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are headings and paragraphs, put together from printed lines column by column.

    Heads, feet and numbers of pages, footnotes, comments, form fields, turned text and attached files are set
    aside. `line` counts the printed lines of the whole file, those set aside included. Text that nobody sees
    (invisible, white, tiny, beside the page) is kept and reported.
    """
    if source.media != "pdf":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.pdf.read import read

    return isolated(read, source)
