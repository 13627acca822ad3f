"""The correlation table as CSV."""

from __future__ import annotations

import csv as _csv
import io

from plandiff.model import Comparison
from plandiff.render.appendix import appendix
from plandiff.render.correlation import HEADERS, Row, correlation
from plandiff.render.escape_cell import escape_cell


def csv(comparison: Comparison) -> str:
    """Comma-separated values in UTF-8 with a byte order mark, by which spreadsheets know the encoding.

    Below the table stands its appendix, as rows that say what they are under "Fate" and the rest under "Remarks".
    """
    below = [Row(fate=each.what, remarks=each.text) for each in appendix(comparison)]
    page = io.StringIO(newline="")
    writer = _csv.writer(page, lineterminator="\r\n")
    writer.writerows([escape_cell(cell) for cell in row] for row in (HEADERS, *correlation(comparison), *below))
    return "\ufeff" + page.getvalue()
