"""Numerals: a number in the format that a list asks for, from "iv" to "Четвёртый"."""

from __future__ import annotations

from collections.abc import Callable

from plandiff_readers.counting import in_roman
from plandiff_readers.word_processor.east_asian import EAST_ASIAN
from plandiff_readers.word_processor.number_words import number_words, ordinal

HIGHEST = 32_767
"""The highest number that Word gives to a paragraph; a higher one can only be forged and is printed in digits."""

_REPEATS = 30
"""How often letters are doubled ("aaa") before Word begins again with one."""

# Alphabets run aa, bb after their end.
_ALPHABETS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "hindiVowels": "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "chicago": "*†‡§",
}
# Signs that stand for one number each; what lies beyond them is printed in digits.
_SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
}
_DIGITS = {
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "hindiNumbers": "०१२३४५६७८९",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
}
_HEBREW = ("אבגדהוזחט", "יכלמנסעפצ", "קרשת")


def numeral(number: int, form: str, language: str) -> str:
    """The number in the format of that name, in the language ("fr-FR") where the format has words.

    `form` is a name of ECMA-376 part 1, 17.18.59, or the first sample of a custom format ("001, 002, ...").
    Digits where the format is unknown or has no sign for the number.
    """
    digits = str(number)
    zeros = form.partition(",")[0]
    if zeros.startswith("0") and zeros.strip("0") == "1":
        return digits.zfill(len(zeros))
    if form == "decimalZero":
        return digits.zfill(2)
    if form in _DIGITS:
        return digits.translate(str.maketrans("0123456789", _DIGITS[form]))
    if not 0 < number <= HIGHEST:
        return digits
    return _written(number, form, language) or digits


def _written(number: int, form: str, language: str) -> str | None:
    if form in _ALPHABETS:
        return _letters(number, _ALPHABETS[form])
    if form in _SIGNS:
        return _SIGNS[form][number - 1] if number <= len(_SIGNS[form]) else None
    if form in _WRITERS:
        return _WRITERS[form](number)
    if form in EAST_ASIAN:
        return EAST_ASIAN[form](number)
    if form == "ordinal":
        return ordinal(number, language)
    if form in ("cardinalText", "ordinalText"):
        return number_words(number, language, ordinals=form == "ordinalText")
    return None


def _letters(number: int, alphabet: str) -> str:
    times, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (times % _REPEATS + 1)


def _hebrew(number: int) -> str | None:
    """Letters that add up to the number; 15 and 16 are 9 + 6 and 9 + 7, so as not to write a name of God."""
    if number >= 1000:
        return None
    hundreds, rest = divmod(number, 100)
    found = "ת" * (hundreds // 4) + ("" if hundreds % 4 == 0 else _HEBREW[2][hundreds % 4 - 1])
    if rest in (15, 16):
        return found + "ט" + _HEBREW[0][rest - 10]
    tens, ones = divmod(rest, 10)
    return found + (_HEBREW[1][tens - 1] if tens else "") + (_HEBREW[0][ones - 1] if ones else "")


_WRITERS: dict[str, Callable[[int], str | None]] = {
    "lowerRoman": in_roman,
    "upperRoman": lambda number: in_roman(number).upper(),
    "hex": "{:X}".format,
    "numberInDash": "- {} -".format,
    "hebrew1": _hebrew,
}
