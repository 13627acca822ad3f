"""The issues table: the table that newspapers make by hand."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from plandiff.model import Status
from plandiff.render.digest import Digest, IssueLine
from plandiff.render.sheet import GAP, Sheet, safe

_STYLE: dict[Status, str] = {
    "open": "bold red",
    "changed": "yellow",
    "new": "green",
    "dropped": "red",
    "settled": "dim",
    "unknown": "yellow",
}


def issues(content: Digest, sheet: Sheet) -> None:
    """Print the open issues first, then the others: sign, title, points on both sides, was → now, grounds."""
    every = content.open_issues + content.other_issues
    title = min(sheet.measure // 4, max((cell_len(line.issue.title) for line in every), default=0))
    where = min(sheet.measure // 6, max((cell_len(line.where) for line in every), default=0))
    for heading, lines in (("Open issues", content.open_issues), ("Other issues", content.other_issues)):
        if lines:
            sheet.heading(heading)
            for line in lines:
                _issue(line, title, where, sheet)
            sheet.blank()


def _issue(line: IssueLine, title: int, where: int, sheet: Sheet) -> None:
    status = line.issue.status
    style = _STYLE[status]
    said = safe(" ".join(filter(None, (line.wording, f"({'; '.join(line.facts)})" if line.facts else ""))))
    if status == "open":
        rows = [said] if said else []
        rows += [safe(f"open: {ground}", style) for ground in line.grounds]
    else:
        rows = [Text(status, style).append(": " if said else "", "").append_text(said)]
        rows += [safe(ground, "dim") for ground in line.grounds]
    rows += [safe(caution, "magenta") for caution in line.cautions]
    sheet.row(
        (1, Text(line.mark, style)),
        (title, safe(line.issue.title, "bold")),
        (where, safe(line.where)),
        (sheet.measure - 1 - title - where - 3 * GAP, Text("\n").join(rows)),
    )
