"""Shares in words: half of the profits, three quarters, two thirds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._numbers import number
from plandiff_classifiers._words import Word

_DENOMINATORS = ("2", "3", "4", "5", "6", "7", "8", "10")


class Fraction(Struct, frozen=True):
    """A share read: the index after its last word, its numerator and its denominator."""

    end: int
    top: int
    bottom: int


def fraction(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Fraction | None:
    """Read the share that begins at a word, or None.

    A denominator in the singular stands alone ("half of it", "die Hälfte") or after "one" and before "of" ("a third
    of it", where "a third party" is none); after a larger number it needs nothing more. The first half of a year
    is no share.
    """
    parts = lexicon.phrases("fractions", *_DENOMINATORS)
    alone, of = lexicon.words("fractions", "alone"), lexicon.words("fractions", "of")
    if tokens[index].key in alone:
        match = parts.at(tokens, index)
        ordinal = index and tokens[index - 1].key in lexicon.words("fractions", "ordinal")
        if match is None or ordinal or _hyphen(tokens, match.end):
            return None
        return Fraction(match.end, 1, int(match.meaning))
    value, end = Decimal(1), index + 1
    if tokens[index].key not in lexicon.words("facts", "one"):
        top = number(tokens, index, lexicon)
        if top is None or not top.spelt or not 1 <= top.value < 10:
            return None
        value, end = top.value, top.end
    match = parts.at(tokens, end + _hyphen(tokens, end))
    if match is None:
        return None
    follows = tokens[match.end].key if match.end < len(tokens) else ""
    if value > 1 or follows in of or tokens[match.end - 1].key in alone:
        return Fraction(match.end, int(value), int(match.meaning))
    return None


def _hyphen(tokens: Sequence[Word], index: int) -> bool:
    return index < len(tokens) and tokens[index].key in ("-", "‑")
