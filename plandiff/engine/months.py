"""Months: telling a date from a number and a word."""

from __future__ import annotations

_MONTHS = frozenset(
    (
        "jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez fév avr jui aoû déc ene abr ago dic "
        "січ лют бер кві тра чер лип сер вер жов лис гру янв фев мар апр мая июн июл авг сен окт ноя дек"
    ).split()
)
"""The first three letters of the months of the languages whose dates are kept whole."""


def is_month(word: str) -> bool:
    """Whether the word begins like the name of a month."""
    return word[:3].lower() in _MONTHS
