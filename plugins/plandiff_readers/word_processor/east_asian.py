"""East Asian numerals: by place, by counting words, and by syllables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

_DIGITS = "〇一二三四五六七八九"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HALF_KATAKANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_NATIVE_KOREAN = (
    ("하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"),
    ("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"),
)


def _by_place(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _counted(
    number: int, digits: str = _DIGITS, units: str = "十百千", *, zero: str = "", ones: bool = True, ten: bool = False
) -> str | None:
    """Counted as it is spoken: 234 is two hundred, three ten, four.

    `zero` is spoken for places passed over (101); `ones` before units that stand alone (one hundred), `ten`
    also before a ten that begins the number.
    """
    if number >= 10_000:
        return None
    found = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            silent = digit == 1 and place and (not ones or (place == 1 and not found and not ten))
            found += ("" if silent else digits[digit]) + (units[place - 1] if place else "")
        elif zero and number % 10**place and not found.endswith(zero):
            found += zero
    return found


def _counted_to_99(number: int) -> str | None:
    """Counted below 100, by place from there on."""
    return _counted(number) if number < 100 else _by_place(number, "○" + _DIGITS[1:])


def _native_korean(number: int) -> str | None:
    if number >= 100:
        return None
    tens, ones = divmod(number, 10)
    units, multiples = _NATIVE_KOREAN
    return (multiples[tens - 1] if tens else "") + (units[ones - 1] if ones else "")


def _cycle(signs: str, number: int) -> str:
    return signs[(number - 1) % len(signs)]


def _stem_and_branch(number: int) -> str:
    """The sixty pairs of the calendar."""
    return _cycle("甲乙丙丁戊己庚辛壬癸", number) + _cycle("子丑寅卯辰巳午未申酉戌亥", number)


_chinese = partial(_counted, zero="零")
_legal = partial(_counted, units="拾佰仟", zero="零", ten=True)
_sino_korean = partial(_counted, digits="영일이삼사오육칠팔구", units="십백천", ones=False)

EAST_ASIAN: dict[str, Callable[[int], str | None]] = {
    "chineseCounting": _counted_to_99,
    "taiwaneseCounting": _counted_to_99,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": partial(_legal, digits="零壹贰叁肆伍陆柒捌玖"),
    "ideographLegalTraditional": partial(_legal, digits="零壹貳參肆伍陸柒捌玖"),
    "ideographDigital": _by_place,
    "taiwaneseDigital": partial(_by_place, digits="○" + _DIGITS[1:]),
    "japaneseDigitalTenThousand": _by_place,
    "japaneseCounting": partial(_counted, ones=False),
    "koreanDigital": partial(_by_place, digits="영일이삼사오육칠팔구"),
    "koreanDigital2": partial(_by_place, digits="零" + _DIGITS[1:]),
    "koreanCounting": _sino_korean,
    "koreanLegal": _native_korean,
    "ideographZodiacTraditional": _stem_and_branch,
    "aiueo": partial(_cycle, _HALF_KATAKANA),
    "iroha": partial(_cycle, _HALF_IROHA),
    "aiueoFullWidth": partial(_cycle, _KATAKANA),
    "irohaFullWidth": partial(_cycle, _IROHA),
    "ganada": partial(_cycle, "가나다라마바사아자차카타파하"),
    "chosung": partial(_cycle, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
}
"""The writer of each format. Source: ECMA-376 part 1, 17.18.59."""
