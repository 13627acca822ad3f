"""The value of a number, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import Word

_SEPARATORS = str.maketrans(dict.fromkeys(" '’\u00a0\u2009\u202f"))
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_HYPHENS = frozenset("-‑")
_AND = frozenset(("and", "und", "et", "y"))

_LARGE = 10**12
"""Words are multiplied up to here, so that a text that repeats "hundred" without end costs nothing."""


class Number(Struct, frozen=True):
    """A number read: the index after its last word, its value, and whether it was written in words."""

    end: int
    value: Decimal
    spelt: bool


def number(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Number | None:
    """Read the number that begins at a word, scale included ("1.2 million", "two hundred"), or None.

    A dot or comma before exactly three digits groups thousands (1.000 is a thousand); otherwise it is the
    decimal sign. "thirty (30)" is one number.
    """
    if tokens[index].shape == "number":
        value = _scaled(tokens, index + 1, digits(tokens[index].key), lexicon)
        found = Number(*value, spelt=False)
    else:
        spelt = _spelt(tokens, index, lexicon)
        if spelt is None:
            return None
        found = spelt
    return replace(found, end=_repeated(tokens, found, lexicon))


def digits(text: str) -> Decimal:
    """The value of a number in digits, however its thousands and decimals are set apart."""
    text = text.translate(_SEPARATORS)
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    whole, sign, part = text.rpartition("," if text.rfind(",") > text.rfind(".") else ".")
    return Decimal(re.sub(r"[.,]", "", whole) + "." + part) if sign else Decimal(text)


def _scaled(tokens: Sequence[Word], index: int, value: Decimal, lexicon: Lexicon) -> tuple[int, Decimal]:
    hyphen = index < len(tokens) and tokens[index].key in _HYPHENS
    scale = lexicon.scales.at(tokens, index + hyphen)
    return (scale.end, value.scaleb(scale.meaning)) if scale else (index, value)


def _spelt(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Number | None:
    """A number in words: smaller ones add up ("twenty-eight"), a scale multiplies what stands before it."""
    total, group, end, position = 0, 0, index, index
    if tokens[index].key in lexicon.words("facts", "one") and lexicon.scales.at(tokens, index + 1):
        group, position = 1, index + 1
    while position < len(tokens):
        key = tokens[position].key
        value = lexicon.numbers.get(key, 0)
        scale = lexicon.scales.at(tokens, position) if 0 < group < _LARGE else None
        if scale:
            multiplied = group * 10**scale.meaning
            total, group = (total, multiplied) if scale.meaning == 2 else (total + multiplied, 0)
            end = position = scale.end
        elif value and (not group or value < _room(group)):
            group += value
            end = position = position + 1
        elif position == end > index and (key in _HYPHENS or key in _AND) and _room(group) > 1:
            position += 1
        else:
            break
    return Number(end, Decimal(total + group), spelt=True) if end > index else None


def _room(group: int) -> int:
    """What a further word may add to must be below the last figure that is not nought: 20 takes 1 to 9."""
    if group % 100 == 0:
        return 100
    return 10 if group % 10 == 0 else 1


def _repeated(tokens: Sequence[Word], found: Number, lexicon: Lexicon) -> int:
    """The end of a number that is said twice, as in "thirty (30) days"."""
    opening = found.end
    if opening + 2 >= len(tokens) or tokens[opening].key != "(":
        return opening
    inner = tokens[opening + 1]
    again = (
        Number(opening + 2, digits(inner.key), spelt=False)
        if inner.shape == "number"
        else _spelt(tokens, opening + 1, lexicon)
    )
    closed = again and again.value == found.value and again.end < len(tokens)
    return again.end + 1 if again and closed and tokens[again.end].key == ")" else opening
