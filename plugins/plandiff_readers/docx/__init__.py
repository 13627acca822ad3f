"""Word documents (.docx), with the numbers that Word prints before their paragraphs."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are headings, paragraphs, list items with the label Word prints, table rows and text boxes.

    Tracked changes are read on the side that `source.revisions` chooses, and labels are counted there. Notes,
    comments, headers and footers, hidden text, the other side of tracked changes and the table of contents are
    set aside. `line` counts paragraphs, empty and deleted ones and those of tables and text boxes included.
    """
    if source.media != "docx":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.docx.read import read

    return isolated(read, source)
