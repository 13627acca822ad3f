"""What a PDF holds beside the text of its pages: comments, form fields and attached files."""

from __future__ import annotations

from typing import Any, NamedTuple

from pypdf import PdfReader

from plandiff_readers.pdf.look_up import MALFORMED, look_up, said

_MAX_PARENTS = 12
_SILENT = ("/Link", "/Popup")
ATTACHED = "attached file, not compared"


class Beside(NamedTuple):
    """A text beside a page: what it is, what it says, and how far below the top of the page's plane it stands."""

    reason: str
    text: str
    down: float


def beside(page: Any, number: int) -> list[Beside]:
    """The comments, filled form fields and attached files of the page of that number."""
    found = []
    for index in range(len(look_up(page, "/Annots") or ())):
        note = look_up(page, "/Annots", index)
        kind = look_up(note, "/Subtype")
        if kind in _SILENT or not isinstance(note, dict):
            continue
        if kind == "/Widget":
            reason, text = "form field", _field(note)
        elif kind == "/FileAttachment":
            reason, text = ATTACHED, said(look_up(note, "/FS", "/UF") or look_up(note, "/FS", "/F"))
        else:
            author = " ".join(said(look_up(note, "/T")).split())
            reason, text = f"comment by {author}" if author else "comment", said(look_up(note, "/Contents"))
            reason = f"{reason} on page {number}"
        if text.strip():
            found.append(Beside(reason, text.replace("\r\n", "\n").replace("\r", "\n").strip(), _down(note)))
    return found


def attached(reader: PdfReader) -> list[str]:
    """The names of the files attached to the whole."""
    try:
        return [said(name) for name in reader.attachments]
    except MALFORMED:
        return []


def _field(note: Any) -> str:
    """A form field as "name: value"; "" where it is empty or switched off."""
    names, value = [], None
    for _ in range(_MAX_PARENTS):
        names.append(said(look_up(note, "/T")))
        value = look_up(note, "/V") if value is None else value
        note = look_up(note, "/Parent")
        if note is None:
            break
    values = [said(one) for one in value] if isinstance(value, list) else [said(value)]
    shown = ", ".join(one.removeprefix("/") for one in values if one and one != "/Off")
    name = ".".join(name for name in reversed(names) if name)
    return f"{name}: {shown}" if name and shown else shown


def _down(note: Any) -> float:
    """The middle of its height."""
    try:
        return -(float(look_up(note, "/Rect", 1)) + float(look_up(note, "/Rect", 3))) / 2
    except MALFORMED:
        return 0.0
