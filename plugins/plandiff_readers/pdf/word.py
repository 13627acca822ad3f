"""What the files of the PDF reader hand to each other: words with their places, and rows of words."""

from __future__ import annotations

from typing import NamedTuple

GAP = 0.15
"""Signs stand apart from each other from this share of the font's size on; the blank of a font takes about 0.25."""


class Word(NamedTuple):
    """Signs without a blank between them, and where they stand.

    `start` and `end` are its edges in the direction of reading, `down` its baseline, all in points (1/72 inch);
    `down` grows from the top of the page to its foot. `size` is that of the font. `blank` says that a blank was
    printed behind it. `turn` is how many quarters of a circle the text is turned, -1 for any other angle.
    `unseen` is why a person may not see it ("" where nothing speaks against it); `edge` is "page head" or "page
    foot" where the file itself says that it is one.
    """

    text: str
    start: float
    end: float
    down: float
    size: float
    blank: bool = False
    turn: int = 0
    unseen: str = ""
    edge: str = ""


class Row(NamedTuple):
    """Words on one line, in the direction of reading, with the number of the page they stand on, from 1."""

    words: tuple[Word, ...]
    page: int

    @property
    def start(self) -> float:
        return self.words[0].start

    @property
    def end(self) -> float:
        return max(word.end for word in self.words)

    @property
    def main(self) -> Word:
        """The word that tells size and baseline: the widest of the largest."""
        return max(self.words, key=lambda word: (word.size, len(word.text)))
