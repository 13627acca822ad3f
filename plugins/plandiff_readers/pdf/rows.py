"""The rows that the words of a page stand in."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff_readers.pdf.word import Row, Word

_RAISED = 0.5
"""How far from the baseline, in sizes of the larger font, a raised or lowered word still belongs to the row."""


def rows(words: Iterable[Word], page: int) -> list[Row]:
    """The words put together to rows from the top to the foot, each in the direction of reading."""
    found: list[list[Word]] = []
    largest: Word | None = None
    for word in sorted(words, key=lambda word: (word.down, word.start)):
        # Written out, since a long document has a million words.
        larger = word if largest is None or word.size > largest.size else largest
        if largest is not None and word.down - largest.down < _RAISED * larger.size:
            found[-1].append(word)
            largest = larger
        else:
            found.append([word])
            largest = word
    return [Row(tuple(sorted(row, key=lambda word: word.start)), page) for row in found]
