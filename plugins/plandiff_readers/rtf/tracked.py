"""Tracked: the tracked changes of an RTF text, counted, and which side of them is left out."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.model import Revisions
from plandiff_readers.rtf.look import Look

_DELETED, _INSERTED = "deleted by a tracked change", "inserted by a tracked change"


class Tracked:
    """Counts the tracked changes of a text that is being read on one side of them."""

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions
        self._count = 0
        self._authors: set[int] = set()
        self._last: str | None = None

    def count(self, look: Look) -> None:
        """Take note of text with this look; neighbours with one look are one change."""
        change = _DELETED if look.deleted else _INSERTED if look.inserted else None
        if change is not None:
            self._count += change != self._last
            self._authors.add(look.author)
        self._last = change

    def left_out(self, look: Look) -> str | None:
        """Why text with this look is not on the side that is read; None where it is."""
        if self._revisions == "accept":
            return _DELETED if look.deleted else None
        return _INSERTED if look.inserted else None

    def warning(self, names: Sequence[str]) -> str | None:
        """What a person should know, None without changes; `names` are the authors by their numbers."""
        if not self._count:
            return None
        known = [names[number] for number in sorted(self._authors) if number < len(names)]
        by = f" by {', '.join(known)}" if known else ""
        return f"tracked changes{by}, {self._count:,} in all, read as {self._revisions}ed"
