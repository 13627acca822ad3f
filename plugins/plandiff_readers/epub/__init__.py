"""EPUB books (.epub): web pages in a zip file, in the order of the book."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are those of the pages, as the reader of HTML finds them.

    The table of contents and the notes are set aside. `line` counts blocks through the book.
    """
    if source.media != "epub":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.epub.read import read

    return isolated(read, source)
