"""Counters: the numbers of a document's lists, counted on from paragraph to paragraph."""

from __future__ import annotations

from plandiff_readers.odt.list_style import ListStyle


class Counters:
    """The numbers that LibreOffice counts, paragraph by paragraph, in the order of the text.

    A paragraph on one level makes those below it start again, counted or not. A level that was passed over is
    taken to stand at its start.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, list[int]] = {}

    def count(self, key: int, style: ListStyle, level: int, start: int | None) -> list[int]:
        """Count one paragraph of that list on that level; its numbers from the first level down to its own.

        `start` is the number that the paragraph claims for itself.
        """
        numbers = self._up_to(key, style, level)
        if start is None:
            start = numbers[level - 1] + 1
        numbers[level - 1 :] = [start]
        return list(numbers)

    def pass_by(self, key: int, style: ListStyle, level: int) -> None:
        """A paragraph on that level that is not counted."""
        del self._up_to(key, style, level)[level:]

    def _up_to(self, key: int, style: ListStyle, level: int) -> list[int]:
        """The numbers of a list, at least down to that level, where counting goes on from the last."""
        numbers = self._numbers.setdefault(key, [])
        if len(numbers) < level:
            numbers += [style.level(above).start for above in range(len(numbers) + 1, level)]
            numbers.append(style.level(level).start - 1)
        return numbers
