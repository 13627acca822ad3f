"""Numerals: a number in the format that a list style of OpenDocument names."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

from plandiff_readers.counting import in_letters
from plandiff_readers.word_processor import numerals as word

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_RUSSIAN_CAPITALS = "А, Б, .., "

# Alphabets that run aa, ab after their end, as numbers do.
_COUNTING = {
    "a": ascii_lowercase,
    "A": ascii_uppercase,
    "а, б, .., аа, аб, ... (ru)": _RUSSIAN,
    "А, Б, .., Аа, Аб, ... (ru)": _RUSSIAN,
    "أ, ب, ت, ...": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "א, ב, ג, ...": "אבגדהוזחטיכלמנסעפצקרשת",
    "ก, ข, ค, ...": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
}
# Formats by the names that Word documents give them; alphabets among these run aa, bb.
_NAMES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1st": "ordinal",
    "First": "ordinalText",
    "One": "cardinalText",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "ア, イ, ウ, ...": "aiueoFullWidth",
    "イ, ロ, ハ, ...": "irohaFullWidth",
    "일, 이, 삼, ...": "koreanCounting",
    "가, 나, 다, ...": "ganada",
    "ㄱ, ㄴ, ㄷ, ...": "chosung",
    "א, י, ק, ...": "hebrew1",
    "१, २, ३, ...": "hindiNumbers",
    "а, б, .., аа, бб, ... (ru)": "russianLower",
    "А, Б, .., Аа, Бб, ... (ru)": "russianLower",
}


def numeral(number: int, form: str, language: str, *, in_step: bool = False) -> str:
    """The number in the format that `style:num-format` gives, in the language where the format has words.

    `in_step` repeats letters (aa, bb) where they would count on (aa, ab). Digits where the format is unknown or
    has no sign for the number. Source: OpenDocument 1.3 part 3, 19.500; for formats beyond it, LibreOffice.
    """
    if form in _COUNTING and not in_step and 0 < number <= word.HIGHEST:
        found = in_letters(number, _COUNTING[form])
    else:
        found = word.numeral(number, _NAMES.get(form, form), language)
    return found.capitalize() if form.startswith(_RUSSIAN_CAPITALS) else found
