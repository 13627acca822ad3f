"""Numerals of Word lists: what each format prints for a number."""

from __future__ import annotations

import pytest

from plandiff_readers.word_processor.numerals import HIGHEST, numeral


def printed(form: str, *numbers: int, language: str = "en-US") -> str:
    return " ".join(numeral(number, form, language) for number in numbers)


@pytest.mark.parametrize(
    ("form", "numbers", "expected"),
    [
        ("decimal", (0, 1, 28), "0 1 28"),
        ("decimalZero", (1, 9, 10), "01 09 10"),
        ("001, 002, 003, ...", (1, 28, 1000), "001 028 1000"),
        ("lowerRoman", (1, 4, 9, 28, 40, 1999), "i iv ix xxviii xl mcmxcix"),
        ("upperRoman", (3, 90, 400), "III XC CD"),
        ("lowerLetter", (1, 26, 27, 28, 53), "a z aa bb aaa"),
        ("upperLetter", (2, 30), "B DD"),
        ("russianLower", (1, 9, 10, 29, 30), "а и к я аа"),
        ("hebrew1", (1, 10, 15, 16, 28, 115, 400, 999), "א י טו טז כח קטו ת תתקצט"),
        ("hebrew2", (1, 22, 23), "א ת 23"),
        ("arabicAlpha", (1, 28), "أ ي"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("decimalFullWidth", (28,), "２８"),
        ("numberInDash", (5,), "- 5 -"),
        ("hex", (28,), "1C"),
        ("chicago", (1, 4, 5), "* § **"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiacTraditional", (1, 11, 61), "甲子 甲戌 甲子"),
        ("ideographDigital", (10, 203), "一〇 二〇三"),
        ("chineseCounting", (10, 11, 20, 99, 100), "十 十一 二十 九十九 一○○"),
        ("chineseCountingThousand", (10, 21, 101, 110, 1001, 1010), "十 二十一 一百零一 一百一十 一千零一 一千零一十"),
        ("chineseLegalSimplified", (10, 12, 102), "壹拾 壹拾贰 壹佰零贰"),
        ("japaneseCounting", (10, 111, 1000), "十 百十一 千"),
        ("koreanCounting", (10, 21), "십 이십일"),
        ("koreanLegal", (1, 21, 100), "하나 스물하나 100"),
        ("ganada", (1, 14, 15), "가 하 가"),
        ("iroha", (1, 48, 49), "ｲ ﾝ ｲ"),
        ("no such format", (7,), "7"),
    ],
)
def test_a_format(form, numbers, expected):
    assert printed(form, *numbers) == expected


@pytest.mark.parametrize(
    "form", ["lowerRoman", "lowerLetter", "chineseCounting", "ordinalText", "decimalEnclosedParen"]
)
def test_what_a_format_cannot_write_is_written_in_digits(form):
    assert printed(form, 0, HIGHEST + 1, 2_000_000_000) == f"0 {HIGHEST + 1} 2000000000"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "1st 2nd 3rd 4th 11th 12th 21st 112th"),
        ("fr-FR", "1er 2e 3e 4e 11e 12e 21e 112e"),
        ("ru-RU", "1-й 2-й 3-й 4-й 11-й 12-й 21-й 112-й"),
        ("es-ES", "1º 2º 3º 4º 11º 12º 21º 112º"),
        ("de-DE", "1. 2. 3. 4. 11. 12. 21. 112."),
    ],
)
def test_ordinals_have_the_mark_of_the_language(language, expected):
    assert printed("ordinal", 1, 2, 3, 4, 11, 12, 21, 112, language=language) == expected


@pytest.mark.parametrize(
    ("language", "number", "cardinal", "ordinal"),
    [
        ("en", 1, "One", "First"),
        ("en", 12, "Twelve", "Twelfth"),
        ("en", 28, "Twenty-eight", "Twenty-eighth"),
        ("en", 40, "Forty", "Fortieth"),
        ("en", 1103, "One thousand one hundred three", "One thousand one hundred third"),
        ("fr", 1, "Un", "Premier"),
        ("fr", 5, "Cinq", "Cinquième"),
        ("fr", 21, "Vingt et un", "Vingt et unième"),
        ("fr", 71, "Soixante et onze", "Soixante et onzième"),
        ("fr", 80, "Quatre-vingts", "Quatre-vingtième"),
        ("fr", 91, "Quatre-vingt-onze", "Quatre-vingt-onzième"),
        ("fr", 300, "Trois cents", "Trois centième"),
        ("fr", 2004, "Deux mille quatre", "Deux mille quatrième"),
        ("ru", 4, "Четыре", "Четвёртый"),
        ("ru", 28, "Двадцать восемь", "Двадцать восьмой"),
        ("ru", 240, "Двести сорок", "Двести сороковой"),
        ("ru", 2000, "Две тысячи", "Двухтысячный"),
        ("ru", 5100, "Пять тысяч сто", "Пять тысяч сотый"),
        ("uk", 3, "Три", "Третій"),
        ("uk", 19, "Дев'ятнадцять", "Дев'ятнадцятий"),
        ("uk", 1700, "Одна тисяча сімсот", "Одна тисяча семисотий"),
    ],
)
def test_number_words(language, number, cardinal, ordinal):
    assert printed("cardinalText", number, language=language) == cardinal
    assert printed("ordinalText", number, language=language) == ordinal


def test_words_of_other_languages_are_digits():
    assert printed("cardinalText", 3, language="pl-PL") == "3"


@pytest.mark.parametrize("form", ["upperRoman", "lowerLetter", "chicago", "ordinalText", "hebrew1", "koreanCounting"])
def test_no_number_gives_an_absurd_label(form):
    assert max(len(numeral(number, form, "uk")) for number in range(1, HIGHEST, 97)) <= 60
