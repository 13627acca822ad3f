"""Words: the running text of one paragraph, its white space collapsed, and what is set aside of it."""

from __future__ import annotations

import re

from plandiff_readers.word_processor.draft import Gathered

_RUN = re.compile(r"[ \t\r\n]+")


class Words:
    """Takes the text of a paragraph piece by piece.

    White space of the XML is collapsed to one blank and none at the beginning; blanks that have an element of
    their own are meant. Source: OpenDocument 1.3 part 3, 6.1.2.
    """

    def __init__(self, line: int) -> None:
        self.gathered = Gathered(line)
        self._blank = True

    def write(self, text: str, reason: str | None) -> None:
        """Add text of the XML; a reason sets it aside."""
        text = _RUN.sub(" ", text)
        if self._blank:
            text = text.removeprefix(" ")
        if text:
            self._blank = text.endswith(" ")
            self.gathered.add(text, reason)

    def write_sign(self, text: str, reason: str | None) -> None:
        """Add blanks or a break that is meant."""
        self._blank = False
        self.gathered.add(text, reason)
