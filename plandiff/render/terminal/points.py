"""The changes point by point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.text import Text

from plandiff.model import Edit
from plandiff.render.digest import Digest
from plandiff.render.entries import Entry, Fold, Note, Passage
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.terminal.marked import LEGEND, marked
from plandiff.render.terminal.styles import CAUTION, KIND, SEVERITY
from plandiff.render.wording import state

_BARE = 8
"""A sub-point's label up to this many columns stands beside its text rather than above it."""


def points(content: Digest, sheet: Sheet, *, side_by_side: bool = False) -> None:
    """Print every change with its redline, in one column or with the old text left of the new one."""
    sheet.heading("Point by point", LEGEND)
    longest = max((cell_len(entry.where) for entry in content.entries if isinstance(entry, Entry)), default=0)
    writer = _Writer(sheet, min(longest, sheet.measure // 5), side_by_side)
    for entry in content.entries:
        if isinstance(entry, Fold):
            sheet.line(safe(entry.text, "dim"))
        else:
            writer.entry(entry)
        sheet.blank()


class _Writer:
    def __init__(self, sheet: Sheet, margin: int, side_by_side: bool) -> None:
        self._sheet = sheet
        self._margin = margin
        self._side_by_side = side_by_side

    def entry(self, entry: Entry) -> None:
        indent = self._margin + GAP
        change = entry.change
        head = Text().append(state(change), KIND[change.kind])
        if change.severity != "none":
            head.append(" · ").append(change.severity, SEVERITY[change.severity])
        for issue in entry.issues:
            head.append_text(safe(f"   {issue}", "bold"))
        self._sheet.row((self._margin, safe(entry.where, "bold")), (self._sheet.measure - indent, head))
        for caution in entry.cautions:
            self._sheet.line(safe(caution, CAUTION), indent)
        for passage in entry.body:
            if isinstance(passage, Fold):
                self._sheet.line(safe(passage.text, "dim"), indent)
            else:
                self._passage(passage, indent)
        self._notes(entry.notes, indent)

    def _passage(self, passage: Passage, indent: int) -> None:
        words = marked(passage.edits)
        bare = bool(passage.where) and not passage.state and cell_len(passage.where) <= _BARE
        if bare and not self._side_by_side:
            label = cell_len(passage.where)
            inner = indent + label + GAP
            cells = ((label, safe(passage.where, "bold")), (self._sheet.measure - inner, words))
            self._sheet.row((indent - GAP, Text()), *cells)
            self._notes(passage.notes, inner)
            return
        if passage.where or passage.state:
            head = safe(passage.where, "bold").append(f"  {passage.state}" if passage.state else "", "not bold")
            self._sheet.line(head, indent)
            indent += GAP
        if self._side_by_side:
            self._columns(passage.edits, indent)
        else:
            self._sheet.line(words, indent)
        self._notes(passage.notes, indent)

    def _columns(self, edits: Sequence[Edit], indent: int) -> None:
        old = marked(edit for edit in edits if edit.op != "insert")
        new = marked(edit for edit in edits if edit.op != "delete")
        self._sheet.beside(old, new, indent)

    def _notes(self, notes: Iterable[Note], indent: int) -> None:
        for note in notes:
            self._sheet.line(safe(note.text, SEVERITY[note.severity]), indent)
