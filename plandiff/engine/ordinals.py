"""Ordinals: the number that a figure, letter or numeral of a label stands for."""

from __future__ import annotations

import re

_CJK = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SPELT = rf"(?i:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))}|premi[eè]re?)"
"""A number in words, as in "Article Twenty-One", as a regular expression."""

_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile("m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC = "أبجدهوزحطيكلمنسعفصقرشت"
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", _CYRILLIC, _RUSSIAN, _GREEK, _HEBREW, _ARABIC)


def ordinals(value: str) -> tuple[int, ...]:
    """What the bare value of a label can count as, the likeliest first; empty when it is no number.

    12 and 12a count as 12, "c" as 3 and as 100, "iv" as 4, "bb" as 28, 十二 and "twelve" as 12.
    """
    if number := spelt(value):
        return (number,)
    digits = re.match("[0-9]+", value)
    if digits:
        return (int(digits[0]),)
    if value and set(value) <= _CJK.keys() | set("十百"):
        return (_cjk_number(value),)
    lower = value.lower()
    numeral = roman(lower)
    found: list[int] = []
    if len(lower) == 1:
        found.extend(alphabet.index(lower) + 1 for alphabet in _ALPHABETS if lower in alphabet)
    elif len(set(lower)) == 1 and lower[0] in _ALPHABETS[0] and len(lower) == 2:
        found.append(26 + _ALPHABETS[0].index(lower[0]) + 1)
    if numeral:
        found.append(numeral)
    # "i" and "ii" begin a roman list far more often than they are the ninth letter and the one after (hh).
    return tuple(dict.fromkeys(reversed(found) if lower in ("i", "ii") else found))


def spelt(value: str) -> int | None:
    """The number that is written out in words, up to ninety-nine, or as the French write the first."""
    tens, _, ones = value.lower().rpartition("-")
    if not tens and ones in _TENS:
        return 10 * _TENS.index(ones) + 20
    if ones in _ONES and (not tens or tens in _TENS):
        return (10 * _TENS.index(tens) + 20 if tens else 0) + _ONES.index(ones) + 1
    return 1 if value.lower() in ("premier", "première", "premiere") else None


def roman(value: str) -> int | None:
    """The number a well-formed lower-case roman numeral stands for."""
    if not value or not set(value) <= _ROMAN_VALUE.keys() or not _ROMAN_FORM.fullmatch(value):
        return None
    digits = [_ROMAN_VALUE[letter] for letter in value]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def _cjk_number(value: str) -> int:
    total, current = 0, 0
    for character in value:
        if character in "十百":
            total += max(current, 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = current * 10 + _CJK[character] if current else _CJK[character]
    return total + current
