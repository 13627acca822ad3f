"""The report from its first line to its last."""

from __future__ import annotations

from typing import Literal

from rich.console import Console

from plandiff.model import Comparison, Severity
from plandiff.render.digest import digest
from plandiff.render.sheet import Sheet, safe
from plandiff.render.terminal.aside import aside, warnings
from plandiff.render.terminal.header import header
from plandiff.render.terminal.issues import issues
from plandiff.render.terminal.pairings import pairings
from plandiff.render.terminal.points import points
from plandiff.render.terminal.tables import tables

View = Literal["points", "side", "issues", "map", "summary"]
"""Point by point with redlines; old and new side by side; the issues, the mapping table or the gist alone."""


def terminal(comparison: Comparison, console: Console, view: View = "points", least: Severity = "none") -> None:
    """Print the report: the size of the change, what is open, every point, what was not compared, how sure.

    Document text is neutralised on its way and reaches rich only as `Text`. Nothing depends on colour.
    """
    sheet = Sheet(console)
    content = digest(comparison, least)
    header(content, sheet)
    if view == "map":
        pairings(comparison, sheet)
    elif view == "issues":
        issues(content, sheet)
        tables(content, sheet)
    elif view == "summary":
        from plandiff.render.terminal.summary import summary

        summary(content, sheet)
        tables(content, sheet)
    else:
        issues(content, sheet)
        tables(content, sheet)
        points(content, sheet, side_by_side=view == "side")
    if view not in ("issues", "summary"):
        aside(content, sheet)
    warnings(content, sheet)
    for line in content.foot:
        sheet.line(safe(line, "dim"))
    sheet.print()
