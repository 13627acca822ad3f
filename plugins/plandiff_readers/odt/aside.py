"""Aside: what stands in a text and is not compared, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandiff.model import Omission
from plandiff_readers.odt.names import name, names
from plandiff_readers.odt.plain import plain
from plandiff_readers.remarks import COMMENT, HIDDEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_WHOLE = {
    **dict.fromkeys(names("svg:title svg:desc table:title table:desc"), "image description"),
    name("text:ruby-text"): "reading aid above the text",
    name("text:table-of-content"): "table of contents",
    **dict.fromkeys(names("text:alphabetical-index text:illustration-index text:table-index"), "index"),
    **dict.fromkeys(names("text:object-index text:user-index text:bibliography"), "index"),
    **dict.fromkeys(names("text:script office:forms"), "script or form"),
}
"""Elements that are set aside as a whole."""

_NOTE, _ANNOTATION, _INDEX = names("text:note office:annotation text:index-body")
_HIDDEN_FIELD = name("text:hidden-text")
_EMBEDDED = names("draw:object draw:object-ole")
_SKIPPED = names("text:tracked-changes office:annotation-end text:sequence-decls text:variable-decls")
_CREATOR, _CLASS, _CITATION, _BODY = names("dc:creator text:note-class text:note-citation text:note-body")
_IS_HIDDEN, _VALUE = names("text:is-hidden text:string-value")
_COMMENTED = names("text:p text:list")


class Aside:
    """What was set aside so far.

    `line` is the number of the paragraph being read, `reason` why all that is read now is set aside, `embedded`
    counts documents inside the document.
    """

    def __init__(self) -> None:
        self.line = 0
        self.reason: str | None = None
        self.omitted: list[Omission] = []
        self.embedded = 0

    def omit(self, reason: str, text: str, line: int | None) -> None:
        """Set a text aside."""
        if text.strip():
            self.omitted.append(Omission(reason=reason, text=text.strip(), line=line))

    def takes(self, element: _Element, reason: str | None) -> bool:
        """Set an element aside when it is no part of the running text; whether it was."""
        tag = element.tag
        if tag in _WHOLE:
            body = element.find(_INDEX)
            self.omit(reason or _WHOLE[tag], plain(element if body is None else body), self.line)
        elif tag == _NOTE:
            parts = (element.find(part) for part in (_CITATION, _BODY))
            text = " ".join(plain(part) for part in parts if part is not None)
            self.omit(reason or element.get(_CLASS) or "footnote", text, self.line)
        elif tag == _ANNOTATION:
            self._comment(element, reason)
        elif tag == _HIDDEN_FIELD and element.get(_IS_HIDDEN) == "true":
            self.omit(HIDDEN, element.get(_VALUE) or plain(element), self.line)
        elif tag in _EMBEDDED:
            self.embedded += 1
            return False
        else:
            return tag in _SKIPPED
        return True

    def _comment(self, element: _Element, reason: str | None) -> None:
        author = " ".join((element.findtext(_CREATOR) or "").split())
        said = f"{COMMENT} by {author}" if author else COMMENT
        text = "\n".join(plain(child) for child in element if child.tag in _COMMENTED)
        self.omit(reason or said, text, self.line)
