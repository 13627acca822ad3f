"""Number words: cardinal and ordinal numbers in words, in the languages whose words plandiff knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

_HIGHEST = 9_999


def ordinal(number: int, language: str) -> str:
    """The number in digits with the mark of an ordinal: "1st", "1er", "1º"; with a dot in most languages."""
    spoken = _spoken(language)
    if spoken == "en":
        teen = 10 <= number % 100 < 20
        return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
    if spoken == "fr":
        return f"{number}{'er' if number == 1 else 'e'}"
    return f"{number}{_MARKS.get(spoken, '.')}"


def number_words(number: int, language: str, *, ordinals: bool) -> str | None:
    """The number in words with a capital letter, as Word begins labels; None where its words are not known."""
    write = _WRITERS.get(_spoken(language))
    if write is None or not 0 < number <= _HIGHEST:
        return None
    words = write(number, ordinals)
    return words[0].upper() + words[1:]


_MARKS = {"es": "º", "it": "º", "pt": "º", "ru": "-й", "uk": "-й"}


def _spoken(language: str) -> str:
    return language.partition("-")[0].lower()


# ---------------------------------------------------------------- English

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _english(number: int, ordinals: bool) -> str:
    words = []
    for value, unit in ((1000, "thousand"), (100, "hundred")):
        count, number = divmod(number, value)
        words += [_ENGLISH[count], unit] if count else []
    if number >= 20:
        tens, ones = divmod(number, 10)
        words.append(_ENGLISH_TENS[tens - 2] + (f"-{_ENGLISH[ones]}" if ones else ""))
    elif number:
        words.append(_ENGLISH[number])
    text = " ".join(words)
    if not ordinals:
        return text
    begin = max(text.rfind(" "), text.rfind("-")) + 1
    last = text[begin:]
    plain = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return text[:begin] + _ENGLISH_ORDINALS.get(last, plain)


# ---------------------------------------------------------------- French

_FRENCH = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_FRENCH_TENS = "vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
_FRENCH_ORDINALS = {"cinq": "cinquième", "neuf": "neuvième"}


def _french(number: int, ordinals: bool) -> str:
    if ordinals and number == 1:
        return "premier"
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    words = [_FRENCH[thousands]] if thousands > 1 else []
    words += ["mille"] if thousands else []
    words += [_FRENCH[hundreds]] if hundreds > 1 else []
    words += ["cent" if rest or hundreds == 1 else "cents"] if hundreds else []
    words += [_french_below_100(rest)] if rest else []
    text = " ".join(words)
    if not ordinals:
        return text
    text = text.removesuffix("s") if text.endswith(("vingts", "cents")) else text
    begin = max(text.rfind(" "), text.rfind("-")) + 1
    last = text[begin:]
    return text[:begin] + _FRENCH_ORDINALS.get(last, last.removesuffix("e") + "ième")


def _french_below_100(number: int) -> str:
    if number < 20:
        return _FRENCH[number]
    tens, ones = divmod(number, 10)
    if tens in (7, 9):
        ones += 10
    word = _FRENCH_TENS[tens - 2]
    if not ones:
        return f"{word}s" if tens == 8 else word
    return f"{word} et {_FRENCH[ones]}" if ones in (1, 11) and tens < 8 else f"{word}-{_FRENCH[ones]}"


# ---------------------------------------------------------------- Russian and Ukrainian


class _Slavic(NamedTuple):
    """The words of a language that declines thousands: cardinals and ordinals of 1 to 19, tens, hundreds, thousands.

    `thousand` has the forms for one, for two to four, and for more, with the feminine "one" and "two" before
    them; `thousandths` is what stands before the ordinal `thousandth`.
    """

    ones: list[str]
    tens: list[str]
    hundreds: list[str]
    first: list[str]
    tenth: list[str]
    hundredth: list[str]
    thousand: list[str]
    thousandths: list[str]
    thousandth: str

    def write(self, number: int, ordinals: bool) -> str:
        thousands, rest = divmod(number, 1000)
        if ordinals and thousands and not rest:
            return self.thousandths[thousands - 1].strip("-") + self.thousandth
        hundreds, below = divmod(rest, 100)
        tens, ones = (0, below) if below < 20 else divmod(below, 10)
        words = [self._thousands(thousands)] if thousands else []
        for count, plain, ordered, last in (
            (hundreds, self.hundreds, self.hundredth, not below),
            (tens - 1, self.tens, self.tenth, not ones),
            (ones, self.ones, self.first, True),
        ):
            if count > 0:
                words.append((ordered if ordinals and last else plain)[count - 1])
        return " ".join(words)

    def _thousands(self, count: int) -> str:
        one, two, few, many = self.thousand[:2], self.thousand[2:4], self.thousand[3], self.thousand[4]
        if count <= 2:
            return " ".join(one if count == 1 else two)
        return f"{self.ones[count - 1]} {few if count <= 4 else many}"


_RUSSIAN = _Slavic(
    ones="один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(),
    tens="двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(),
    hundreds="сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(),
    first="первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый".split(),
    tenth="двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый".split(),
    hundredth="сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый".split(),
    thousand="одна тысяча две тысячи тысяч".split(),
    thousandths="- двух трёх четырёх пяти шести семи восьми девяти".split(),
    thousandth="тысячный",
)
_UKRAINIAN = _Slavic(
    ones="один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять "
    "п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять".split(),
    tens="двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто".split(),
    hundreds="сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот".split(),
    first="перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий одинадцятий дванадцятий "
    "тринадцятий чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий вісімнадцятий дев'ятнадцятий".split(),
    tenth="двадцятий тридцятий сороковий п'ятдесятий шістдесятий сімдесятий вісімдесятий дев'яностий".split(),
    hundredth="сотий двохсотий трьохсотий чотирьохсотий п'ятисотий шестисотий семисотий восьмисотий "
    "дев'ятисотий".split(),
    thousand="одна тисяча дві тисячі тисяч".split(),
    thousandths="- двох трьох чотирьох п'яти шести семи восьми дев'яти".split(),
    thousandth="тисячний",
)

_WRITERS: dict[str, Callable[[int, bool], str]] = {
    "en": _english,
    "fr": _french,
    "ru": _RUSSIAN.write,
    "uk": _UKRAINIAN.write,
}
