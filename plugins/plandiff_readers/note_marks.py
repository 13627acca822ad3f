"""Note marks: raised links to notes on the same page, and where those notes are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plandiff_readers.open_element import Open
from plandiff_readers.writer import Writer

_MARK = re.compile(
    r"\s{0,9}[\[(]?\s{0,9}(?:[0-9⁰¹²³⁴-⁹]{1,4}|[a-z]{1,2}|[*†‡§]{1,3}|note [0-9]{1,3})\s{0,9}[\])]?\s{0,9}"
)
_REACH = 4
"""How many open elements may stand between a raised text and its link."""


class NoteMarks:
    """Finds the marks of notes, and by them the notes: an element that a mark links to is one."""

    def __init__(self) -> None:
        self._targets: set[str] = set()

    def begin(self, element: Open, stack: Sequence[Open], writer: Writer) -> None:
        """A raised text or a link begins; the one may stand in the other."""
        around = stack[-_REACH:]
        if element.tag == "sup":
            element.mark = writer.mark()
            links = [link for link in around if link.tag == "a"]
            element.target = _fragment(links[-1]) if links else ""
        else:
            for raised in around:
                if raised.tag == "sup":
                    raised.target = _fragment(element)

    def end(self, raised: Open, writer: Writer) -> str | None:
        """A raised text ends: the mark that it is, taken back from the text; None where it is none."""
        text = writer.since(raised.mark)
        if not raised.target or not _MARK.fullmatch(text):
            return None
        self._targets.add(raised.target)
        writer.take_back(raised.mark)
        return text.strip()

    def is_note(self, element: Open) -> bool:
        """Whether an element is what a mark before it links to."""
        return element.given.get("id", "") in self._targets


def _fragment(link: Open) -> str:
    return link.given.get("href", "").partition("#")[2]
