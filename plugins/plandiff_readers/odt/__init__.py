"""OpenDocument texts (.odt, .fodt), with the numbers that a word processor prints before their paragraphs."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are headings, paragraphs, list items with their printed label, table rows and text boxes.

    Tracked changes are read on the side that `source.revisions` chooses, and labels are counted there. Notes,
    comments, headers and footers, hidden text, the other side of tracked changes and the table of contents are
    set aside. `line` counts paragraphs, those of tables and text boxes included.
    """
    if source.media != "odt":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.odt.read import read

    return isolated(read, source)
