"""The value of a number, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from unicodedata import decimal

from msgspec import Struct
from msgspec.structs import replace

from plandiff_classifiers._compounds import compound
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import Word

_SEPARATORS = str.maketrans({**dict.fromkeys(" '’٬\u00a0\u2009\u202f"), "٫": "."})
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_HALVES = {"half": Decimal("0.5"), "one_and_half": Decimal("1.5"), "two_and_half": Decimal("2.5")}
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
    decimal sign. "thirty (30)" is one number, and so is "one and a half million".
    """
    found: Number | None
    if tokens[index].shape == "number":
        found = _scaled(tokens, index + 1, digits(tokens[index].key), lexicon, spelt=False)
    else:
        found = _halves(tokens, index, lexicon) or _spelt(tokens, index, lexicon)
    if found is None:
        return None
    found = _and_half(tokens, found, lexicon)
    return replace(found, end=_repeated(tokens, found, lexicon))


def digits(text: str) -> Decimal:
    """The value of a number in digits, however its thousands and decimals are set apart."""
    text = text.translate(_SEPARATORS)
    if not text.isascii():
        text = "".join(str(decimal(sign, sign)) for sign in text)
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[.,]", "", text))
    whole, sign, part = text.rpartition("," if text.rfind(",") > text.rfind(".") else ".")
    return Decimal(re.sub(r"[.,]", "", whole) + "." + part) if sign else Decimal(text)


def _scaled(tokens: Sequence[Word], index: int, value: Decimal, lexicon: Lexicon, *, spelt: bool) -> Number:
    hyphen = index < len(tokens) and tokens[index].key in _HYPHENS
    scale = lexicon.scales.at(tokens, index + hyphen)
    return Number(scale.end, value.scaleb(scale.meaning), spelt) if scale else Number(index, value, spelt)


def _halves(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Number | None:
    """ "half a million", "one and a half years": a half of a scale or of a unit of time, of nothing else."""
    match = lexicon.phrases("fractions", *_HALVES).at(tokens, index)
    if match is None:
        return None
    found = _scaled(tokens, match.end, _HALVES[match.meaning], lexicon, spelt=True)
    return found if found.end > match.end or lexicon.time.at(tokens, match.end) else None


def _and_half(tokens: Sequence[Word], found: Number, lexicon: Lexicon) -> Number:
    """ "two and a half million", "two million and a half"."""
    match = lexicon.phrases("fractions", "and_half").at(tokens, found.end)
    if match is None:
        return found
    scale = lexicon.scales.before(tokens, found.end)
    if scale:
        return replace(found, end=match.end, value=found.value + Decimal(5).scaleb(scale[1] - 1))
    return _scaled(tokens, match.end, found.value + _HALVES["half"], lexicon, spelt=found.spelt)


def _spelt(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Number | None:
    """A number in words: smaller ones add up ("twenty-eight"), a scale multiplies what stands before it."""
    total, group, end, position = 0, 0, index, index
    if tokens[index].key in lexicon.words("facts", "one") and lexicon.scales.at(tokens, index + 1):
        group, position = 1, index + 1
    while position < len(tokens):
        key = tokens[position].key
        value = _word(key, lexicon)
        scale = lexicon.scales.at(tokens, position) if 0 < total + group < _LARGE else None
        if scale and (group or total < 10**scale.meaning):
            if scale.meaning == 2:
                group *= 100
            elif total < 10**scale.meaning:
                # "dos mil quinientos millones": the larger scale takes in the smaller one.
                total, group = (total + group) * 10**scale.meaning, 0
            else:
                total, group = total + group * 10**scale.meaning, 0
            end = position = scale.end
        elif value == 20 and group % 100 == 4 and end > index:
            # "quatre-vingt": four twenties.
            group += 76
            end = position = position + 1
        elif value and (not group or value < _room(group)):
            group += value
            end = position = position + 1
        elif position == end > index and (key in _HYPHENS or key in _AND) and (_room(group) > 1 or group % 100 == 4):
            position += 1
        else:
            break
    return Number(end, Decimal(total + group), spelt=True) if end > index else None


def _word(key: str, lexicon: Lexicon) -> int:
    value = lexicon.numbers.get(key)
    if value is None and "de" in lexicon.languages:
        value = compound(key, lexicon.numbers)
    return value or 0


def _room(group: int) -> int:
    """What a further word may add to must be below the last figure that is not nought: 20 takes 1 to 9.

    After sixty and eighty up to nineteen may follow, as in "soixante-dix".
    """
    if group % 1000 == 0:
        return 1000
    if group % 100 == 0:
        return 100
    if group % 100 in (60, 80):
        return 20
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
