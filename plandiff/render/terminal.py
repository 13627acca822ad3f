"""The report on the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from rich.console import Console
from rich.text import Text

from plandiff.model import Comparison, Edit, Kind, Severity, Status
from plandiff.render.digest import Digest, IssueLine, digest
from plandiff.render.entries import Entry, Fold, Note, Passage
from plandiff.render.mapping import mapping
from plandiff.render.redline import redline
from plandiff.render.rows import GAP, row
from plandiff.render.visible import visible
from plandiff.render.wording import state

View = Literal["points", "side", "map"]
"""Point by point with redlines; old and new side by side; the mapping table alone."""

_MEASURE = 112
"""Columns beyond which running text is hard to read; tables and columns use the whole width."""

_KIND_STYLE: dict[Kind, str] = {
    "unchanged": "",
    "modified": "yellow",
    "split": "cyan",
    "merged": "cyan",
    "regrouped": "cyan",
    "added": "green",
    "dropped": "red",
}
_SEVERITY_STYLE: dict[Severity, str] = {
    "none": "dim",
    "editorial": "",
    "substantive": "yellow",
    "critical": "bold red",
}
_STATUS_STYLE: dict[Status, str] = {
    "open": "bold red",
    "changed": "yellow",
    "new": "green",
    "dropped": "red",
    "settled": "dim",
}


def terminal(comparison: Comparison, console: Console, view: View = "points") -> None:
    """Print the report: the size of the change, what is open, every point, what was not compared, how sure.

    Document text is neutralised here and reaches rich only as `Text`. Redlines are legible without colour.
    """
    _Report(digest(comparison), console).print(comparison, view)


class _Report:
    def __init__(self, content: Digest, console: Console) -> None:
        self._content = content
        self._console = console
        self._width = console.width
        self._measure = min(console.width, _MEASURE)
        longest = max((len(e.where) for e in content.entries if isinstance(e, Entry)), default=0)
        self._margin = min(longest, self._measure // 5)

    def print(self, comparison: Comparison, view: View) -> None:
        self._header()
        if view == "map":
            self._section("Mapping")
            self._mapping(comparison)
        else:
            self._issues()
            self._section("Point by point", "Redline: [-deleted-] {+inserted+}")
            for entry in self._content.entries:
                self._entry(entry, self._side_by_side if view == "side" else self._running)
            self._remarks()
        self._asides()
        self._line(Text(visible(self._content.foot), "dim"))
