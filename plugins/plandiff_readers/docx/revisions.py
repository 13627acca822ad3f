"""Revisions: the side of tracked changes that is read, and who made them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plandiff.model import Revisions
from plandiff_readers.docx.names import name, names

if TYPE_CHECKING:
    from lxml.etree import _Element

_REASONS = {
    name("w:del"): "deleted by a tracked change",
    name("w:ins"): "inserted by a tracked change",
    name("w:moveFrom"): "moved elsewhere by a tracked change",
    name("w:moveTo"): "moved here by a tracked change",
    name("w:cellDel"): "deleted by a tracked change",
    name("w:cellIns"): "inserted by a tracked change",
}
_GONE: dict[Revisions, frozenset[str]] = {
    "accept": names("w:del w:moveFrom w:cellDel"),
    "reject": names("w:ins w:moveTo w:cellIns"),
}
_TRACKED = (
    *_REASONS,
    *names("w:cellMerge w:numberingChange w:pPrChange w:rPrChange w:sectPrChange"),
    *names("w:tblPrChange w:tblGridChange w:tblPrExChange w:trPrChange w:tcPrChange"),
)
_AUTHOR, _FALLBACK = name("w:author"), name("mc:Fallback")
_NAMED = 5
_LONGEST_NAME = 60


class Side:
    """The text with all tracked changes accepted, or with all rejected.

    `gone` are the elements whose text is not on this side, each with the reason. The properties of a paragraph,
    a row or a cell may say the same of its mark or of the whole.
    """

    def __init__(self, revisions: Revisions) -> None:
        self._rejects = revisions == "reject"
        self.gone = {tag: _REASONS[tag] for tag in _GONE[revisions]}

    def why_gone(self, properties: Iterable[_Element] | None) -> str | None:
        """The reason why what has these properties is not on this side; None where it is."""
        if properties is None:
            return None
        return next((self.gone[child.tag] for child in properties if child.tag in self.gone), None)

    def paragraph(self, properties: _Element) -> Iterable[_Element]:
        """The properties that a paragraph has on this side."""
        return self._before(properties, "w:pPrChange", "w:pPr")

    def run(self, properties: _Element) -> Iterable[_Element]:
        """The properties that a run has on this side."""
        return self._before(properties, "w:rPrChange", "w:rPr")

    def _before(self, properties: _Element, change: str, short: str) -> Iterable[_Element]:
        changed = properties.find(name(change)) if self._rejects else None
        if changed is None:
            return properties
        before = changed.find(name(short))
        return () if before is None else before


def tracked_by(roots: Iterable[_Element]) -> tuple[int, str]:
    """How many tracked changes these parts hold, and the names of their authors as one text.

    What a text box holds is written twice, the second time for older programs, and counted once.
    """
    count = 0
    authors: dict[str, None] = {}
    for root in roots:
        for change in root.iter(*_TRACKED):
            if next(change.iterancestors(_FALLBACK), None) is not None:
                continue
            count += 1
            authors.setdefault(" ".join((change.get(_AUTHOR) or "").split())[:_LONGEST_NAME] or "an unnamed author")
    named = list(authors)
    more = len(named) - _NAMED
    return count, ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")
