"""The word that grows while a page is drawn."""

from __future__ import annotations

from typing import NamedTuple

from plandiff_readers.pdf.glyphs import as_seen
from plandiff_readers.pdf.word import GAP, Word

_SAME = 0.01
_MAX_REPLACED = 3
"""How many signs another text may stand for: a longer one would say what nobody sees on the page."""


class Place(NamedTuple):
    """Where a string is drawn, as `Word` says it."""

    start: float
    down: float
    size: float
    turn: int
    unseen: str
    edge: str


class Growing:
    """Signs put next to each other until a blank or a gap ends their word; `words` are those that have ended."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.shown = 0
        self._signs: list[str] = []
        self._next = self._place = Place(0.0, 0.0, 0.0, 0, "", "")
        self._start = self._end = 0.0

    def go_to(self, place: Place) -> None:
        """Draw the next signs there. The word goes on when that is right behind it."""
        old, self._next = self._place, place
        if self._signs and not (
            abs(place.start - self._end) < GAP * old.size
            and abs(place.down - old.down) < _SAME * old.size
            and abs(place.size - old.size) < _SAME * old.size
            and place.turn == old.turn
        ):
            self.stop()

    def add(self, signs: list[str], start: float, end: float) -> None:
        """Signs between two edges."""
        if not self._signs:
            self._place, self._start = self._next, start
        self._signs += signs
        self._end = end

    def replace(self, count: int, meaning: str) -> None:
        """Let the last signs mean what the file says they do."""
        if 0 < count <= min(_MAX_REPLACED, len(self._signs)):
            self._signs[-count:] = [as_seen(meaning[:_MAX_REPLACED])]

    def stop(self, *, blank: bool = False) -> None:
        """End the word, if there is one; `blank` says that a blank was drawn behind it."""
        text = "".join(self._signs)
        self._signs.clear()
        if text:
            _, down, size, turn, unseen, edge = self._place
            self.words.append(Word(text, self._start, self._end, down, size, blank, turn, unseen, edge))
        elif blank and self.words:
            self.words[-1] = self.words[-1]._replace(blank=True)
