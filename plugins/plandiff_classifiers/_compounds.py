"""German numbers that are written in one word."""

from __future__ import annotations

from collections.abc import Mapping

LENGTH = 60
"""Longest word that is taken apart."""


def compound(word: str, numbers: Mapping[str, int]) -> int | None:
    """The value of a number in one word, None where it is not one.

    >>> parts = {"zwei": 2, "fünf": 5, "zwanzig": 20, "sechs": 6}
    >>> compound("fünfundzwanzig", parts), compound("zweihundertfünf", parts), compound("sechstausend", parts)
    (25, 205, 6000)
    """
    if not 6 <= len(word) <= LENGTH:
        return None
    for name, size in (("tausend", 1000), ("hundert", 100)):
        many, found, rest = word.partition(name)
        if found:
            times, more = _part(many, 1, numbers), _part(rest.removeprefix("und"), 0, numbers)
            return None if times is None or more is None or more >= size else times * size + more
    ones, found, tens = word.partition("und")
    one, ten = numbers.get(ones, 0), numbers.get(tens, 0)
    return one + ten if found and 0 < one < 10 and 20 <= ten < 100 else None


def _part(word: str, empty: int, numbers: Mapping[str, int]) -> int | None:
    if not word:
        return empty
    return numbers[word] if word in numbers else compound(word, numbers)
