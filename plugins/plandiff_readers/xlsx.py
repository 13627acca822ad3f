"""Excel workbooks (.xlsx): points in the rows of a sheet, with labels as the cells show them."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Each row of the first sheet with names of columns, otherwise of the first that holds anything, is a point.

    Other sheets, hidden rows and columns, comments and text boxes are set aside; what is hidden is reported.
    """
    if source.media != "xlsx":
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.xlsx_read import read

    return isolated(read, source)
