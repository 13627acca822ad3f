"""Beside the text: notes, comments, headers, footers and drawings, which are set aside."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from plandiff_readers.docx.names import name
from plandiff_readers.docx.parts import Parts
from plandiff_readers.docx.reading import Reading, Reference
from plandiff_readers.docx.story import Story
from plandiff_readers.remarks import COMMENT

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("footnote", "endnote", COMMENT)
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_ID, _TYPE, _AUTHOR = name("w:id"), name("w:type"), name("w:author")
_DRAWN = {"diagramData": "text in a diagram", "chart": "text in a chart"}
_DRAWN_TEXT = (name("a:t"), name("c:v"))


class Beside:
    """The parts of a document beside its body; `roots` are their trees."""

    def __init__(self, parts: Parts) -> None:
        self._notes: dict[tuple[str, str], _Element] = {}
        self.roots: list[_Element] = []
        for kind in _NOTES:
            for root in parts.related(f"{kind}s"):
                self.roots.append(root)
                for note in root.iterchildren(name(f"w:{kind}")):
                    if note.get(_TYPE) not in _SEPARATORS:
                        self._notes.setdefault((kind, note.get(_ID, "")), note)
        self._margins = {kind: parts.related(kind) for kind in ("header", "footer")}
        self._drawings = {reason: parts.related(kind) for kind, reason in _DRAWN.items()}
        for margin in self._margins.values():
            self.roots += margin

    def set_aside(self, reading: Reading) -> None:
        """Set aside what stands beside the text; notes that nothing refers to come last, without a place."""
        references, reading.references = reading.references, []
        rest = [Reference(kind, key, None, None) for kind, key in self._notes]
        for kind, key, line, reason in (*references, *rest):
            note = self._notes.pop((kind, key), None)
            if note is None:
                continue
            text = _text(note, reading, line)
            author = " ".join(note.get(_AUTHOR, "").split())
            said = f"{kind} by {author}" if author else kind
            reading.set_aside(said if kind == COMMENT else reason or said, text, line)
        for kind, margins in self._margins.items():
            for text in dict.fromkeys(_text(margin, reading, None) for margin in margins):
                reading.set_aside(kind, text)
        for reason, drawings in self._drawings.items():
            for drawing in drawings:
                reading.set_aside(reason, "\n".join(element.text or "" for element in drawing.iter(*_DRAWN_TEXT)))


def _text(root: _Element, reading: Reading, line: int | None) -> str:
    return "\n".join(draft.printed for draft in Story(reading, repeat(line)).read(root))
