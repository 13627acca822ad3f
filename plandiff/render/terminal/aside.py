"""What stands beside the comparison: remarks on one text and what was not compared; warnings."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from plandiff.render.digest import Digest
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.terminal.styles import SEVERITY


def aside(content: Digest, sheet: Sheet) -> None:
    """Print what a reader must know and would not find among the points."""
    places = max((cell_len(place) for place, _ in content.remarks), default=0)
    if content.remarks:
        sheet.heading("Noted in one text")
        for place, note in content.remarks:
            _line(min(places, sheet.measure // 4), safe(place), safe(note.text, SEVERITY[note.severity]), sheet)
        sheet.blank()
    if content.asides:
        sheet.heading("Not compared")
        for each in content.asides:
            text = safe(f"{each.reason} ({each.extent}): ").append_text(safe(each.first_words, "dim"))
            _line(3, safe(each.side), text, sheet)
        sheet.blank()


def warnings(content: Digest, sheet: Sheet) -> None:
    """Print what may make the comparison less than it seems."""
    for warning in content.warnings:
        sheet.line(Text("warning: ", "bold yellow").append_text(safe(warning, "not bold")))
    if content.warnings:
        sheet.blank()


def _line(width: int, place: Text, text: Text, sheet: Sheet) -> None:
    sheet.row((width, place), (sheet.measure - width - GAP, text))
