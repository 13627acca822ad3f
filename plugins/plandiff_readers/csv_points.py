"""Points in a table of values separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Each row is a point. What separates the values is told by counting; labels are kept as they are written."""
    if source.text is None or source.suffix not in (".csv", ".tsv", ".tab"):
        return None
    from plandiff_readers.csv_read import read

    return read(source.name, source.text)
