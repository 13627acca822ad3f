"""Read: from the bytes of an RTF text to its blocks."""

from __future__ import annotations

from plandiff.model import Document, Source
from plandiff_readers.remarks import no_text, remarks
from plandiff_readers.rtf.walk import Walk


def read(source: Source) -> Document:
    """The document in an RTF text, on the side of its tracked changes that `source.revisions` names.

    Raises `ReadError` when it holds no text to compare.
    """
    walk = Walk(source.data, source.revisions)
    paper = walk.paper
    if not paper.blocks:
        raise no_text(source.name, paper.omitted)
    return Document(
        format="RTF document",
        blocks=tuple(paper.blocks),
        omitted=tuple(paper.omitted),
        warnings=tuple(walk.warnings()),
        findings=tuple(remarks(paper.omitted)),
    )
