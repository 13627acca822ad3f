"""Reading: what is known while one document is read, and what is found beside its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from plandiff.model import Omission
from plandiff_readers.docx.definitions import Definitions
from plandiff_readers.docx.revisions import Side
from plandiff_readers.docx.styles import Styles


class Reference(NamedTuple):
    """A place in the text that refers to a note or comment; `reason` where that place is set aside itself."""

    kind: str
    id: str
    line: int | None
    reason: str | None


@dataclass
class Reading:
    """The definitions of a document, and what its text was found to refer to.

    `numbering_fields` counts fields whose number is computed by Word and not stored; `embedded` counts documents
    inside the document.
    """

    side: Side
    styles: Styles
    definitions: Definitions
    omitted: list[Omission] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    numbering_fields: int = 0
    embedded: int = 0

    def set_aside(self, reason: str, text: str, line: int | None = None) -> None:
        """Keep text that is not compared."""
        if text.strip():
            self.omitted.append(Omission(reason=reason, text=text.strip(), line=line))
