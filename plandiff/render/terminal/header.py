"""The head of the report: which texts, and how much changed."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from plandiff.render.digest import Digest, Version
from plandiff.render.sheet import GAP, Sheet, safe

_SIDE = 3
"""Columns of "old" and "new"."""

_APART = "   "


def header(content: Digest, sheet: Sheet) -> None:
    """Print the two versions with what must be said of them, the counts of fates, the bar of what is kept."""
    for version in content.versions:
        _version(version, sheet)
    sheet.blank()
    if len(content.fates) + len(content.flags) + len(_APART) <= sheet.measure:
        sheet.line(Text(content.fates).append(_APART + content.flags, "dim"))
    else:
        _fill(content.fates.split(" · "), sheet)
        sheet.line(Text(content.flags, "dim"))
    if content.kept is not None:
        _bar(content.kept, content.kept_words, sheet)
    sheet.blank()


def _version(version: Version, sheet: Sheet) -> None:
    name = safe(version.name, "bold").append(f" · {version.size}", "not bold")
    sheet.row((_SIDE, Text(version.side)), (sheet.measure - _SIDE - GAP, name))
    if version.about:
        sheet.line(safe(version.about), _SIDE + GAP)
    if version.notice:
        sheet.line(safe(version.notice, "bold magenta"), _SIDE + GAP)


def _fill(pieces: Iterable[str], sheet: Sheet) -> None:
    """Print the counts over several lines, none of them broken between a number and its word."""
    line = ""
    for piece in pieces:
        longer = f"{line} · {piece}" if line else piece
        if line and len(longer) > sheet.measure:
            sheet.line(Text(line))
            longer = piece
        line = longer
    sheet.line(Text(line))


def _bar(share: float, words: str, sheet: Sheet) -> None:
    cells = min(60, max(1, sheet.measure - len(words) - GAP))
    full = round(cells * share)
    sheet.row((cells, Text("█" * full, "green").append("░" * (cells - full), "red")), (len(words), Text(words)))
