"""Counting: numbers written in letters and in Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def in_letters(number: int, alphabet: str) -> str:
    """A number from 1 up in letters that count on: z, aa, ab."""
    found = ""
    while number:
        number, digit = divmod(number - 1, len(alphabet))
        found = alphabet[digit] + found
    return found


def in_roman(number: int) -> str:
    """A number from 1 up in small Roman numerals."""
    found = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        found += sign * count
    return found
