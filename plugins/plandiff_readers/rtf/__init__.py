"""RTF: what word processors exchange as plain bytes, with the labels they print stored in the text."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are paragraphs with the printed label of automatic lists, and table rows.

    Headers, footers, notes, comments, text boxes, hidden text and the other side of tracked changes are set aside.
    """
    if source.media != "rtf":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.rtf.read import read

    return isolated(read, source)
