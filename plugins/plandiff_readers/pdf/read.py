"""Read: from the bytes of a PDF file to its blocks."""

from __future__ import annotations

from plandiff.errors import ReadError
from plandiff.model import Document, Source


def read(source: Source) -> Document:
    """The document that a PDF file holds. Raises `ReadError` as `document` does, and when pypdf is missing.

    pypdf is imported here, so that only the process that reads the file pays for it.
    """
    try:
        from plandiff_readers.pdf.document import document
    except ModuleNotFoundError:
        raise ReadError(f"{source.name}: is a PDF, which needs pypdf: pip install 'plandiff[documents]'") from None
    return document(source)
