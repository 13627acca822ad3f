"""Counters: the numbers of a document's lists, counted on from paragraph to paragraph."""

from __future__ import annotations

from plandiff_readers.docx.definitions import LEVELS, List


class Counters:
    """The numbers that Word counts, paragraph by paragraph, in the order of the text.

    All uses of a definition count together. A use that begins levels again does so once, at its first paragraph
    on such a level. A level that was passed over is taken to stand at its start. Source: ISO/IEC 29500-1, 17.9,
    Microsoft's notes on it (MS-OI29500), and, where these say nothing, what LibreOffice and Open XML PowerTools do.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, list[int | None]] = {}
        self._begun: set[int] = set()

    def count(self, used: List, level: int) -> list[int]:
        """Count one paragraph on that level; its numbers on the levels from the highest down to its own."""
        numbers = self._numbers.setdefault(used.counter, [None] * LEVELS)
        before = numbers[level]
        if level in used.starts and used.num not in self._begun:
            self._begun.add(used.num)
            before = None
        numbers[level] = used.start(level) if before is None else before + 1
        for below in used.resets[level]:
            numbers[below] = None
        counted = []
        for index in range(level + 1):
            number = numbers[index]
            if number is None:
                numbers[index] = number = used.levels[index].start
            counted.append(number)
        return counted
