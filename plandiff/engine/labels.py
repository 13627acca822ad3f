"""Labels: the printed number or letter that a point begins with, in all its dresses.

A label is read, never guessed here: `labels` lists every way the start of a line can be read as a label, and
the numbering of the whole text (`engine.numbering`) decides which reading, if any, is meant. "(i)" is a letter
after (h) and a roman one before (ii); "2026." is a year unless point 2025 came before.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

MAX_NUMBER = 9999
"""Numbers above this are never labels."""

_WINDOW = 64
"""How far into a line a label can reach; it bounds every pattern below."""


_UNSEEN = ("\u200b", "\u200e", "\u200f", "\u2060", "\u061c", "\ufeff")


class Label(NamedTuple):
    """One reading of the start of a line as a label.

    `printed`: the label as it stands, without a mere separator ("6" of "6.", "Article IV" of "Article IV –").
    `style`: labels of one sequence share it ("1.", "(a)", "article"). `values`: the bare values ("2", "b").
    `numbers`: the same as ordinals (2, 2). `end`: where the text begins. `firm`: whether the label is set off by
    punctuation of its own, so that it is no ordinary word or number of a sentence.
    """

    printed: str
    style: str
    values: tuple[str, ...]
    numbers: tuple[int, ...]
    end: int
    firm: bool


# Words that announce a label, by what they call. One entry per sequence, so that "Art. 5" follows "Article 4".
_WORDS = {
    "point": "point points пункт punkt punto ponto punkte point n° п",
    "paragraph": "paragraph para par абзац параграф absatz párrafo parágrafo paragraphe alinéa ziffer",
    "article": "article art artikel artículo articolo artigo стаття статья артыкул ст artykuł член članak artikla",
    "section": "section sec sect секція секция abschnitt sección sezione seção oddział",
    "§": "§ §§",
    "clause": "clause cl klausel cláusula clausola положення положение",
    "chapter": "chapter chap розділ глава kapitel capítulo chapitre capitolo rozdział",
    "part": "part частина часть teil parte partie",
    "title": "title titel título titre titolo титул",
    "schedule": "schedule anlage додаток приложение",
    "annex": "annex annexe anhang anexo allegato załącznik",
    "appendix": "appendix appendice apéndice",
    "exhibit": "exhibit",
    "rule": "rule regel règle regla правило",
    "item": "item position pos",
    "step": "step",
    "principle": "principle principe prinzip principio принцип",
    "amendment": "amendment поправка",
    # right to left, and scripts that put the number between two characters, are matched below
    "madda": "المادة مادة البند بند النقطة نقطة الفقرة سعيف",
    "seif": "סעיף פסקה נקודה",
}
_FAMILY = {word: family for family, words in _WORDS.items() for word in words.split()}

_NUMBER = r"[0-9]{1,4}(?:bis|ter|quater|[^\W\d_](?!\w))?"
_ROMAN = r"[IVXLCDMivxlcdm]{1,9}"
_SEPARATOR = r"(?:\s{0,3}(?:[.:)\-–—]{1,3}|\.[-–—])(?=\s|$|[^\w.,:)\-]))"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "word",
        re.compile(
            r"(?P<word>[^\W\d_]{1,12}|§§?|n°)\.?\s{0,3}(?:[Nn][or]\.?\s{0,2}|№\s{0,2})?"
            rf"(?P<value>{_NUMBER}(?:\.{_NUMBER}){{0,5}}|[IVXLCDMivxlcdm]{{1,9}}(?!\w)|[^\W\d_](?!\w))"
            r"(?P<more>(?:\s?\([0-9A-Za-z]{1,5}\)){0,4})"
            rf"(?P<tail>{_SEPARATOR}|[.:]?(?=\s|$))"
        ),
    ),
    (
        "cjk",
        re.compile(
            r"(?P<word>第|제)\s?(?P<value>[0-9]{1,4}|[一二三四五六七八九十百〇零]{1,7})\s?(?P<unit>[条條款项項点點章节節조항관])"
        ),
    ),
    (
        "enclosed",
        re.compile(
            rf"\((?P<value>{_NUMBER}(?:\.{_NUMBER}){{0,3}}|{_ROMAN}|[^\W\d_]{{1,2}})\)(?=\s|$|[^\W\d_]|[\"'«“„‘(\[])"
        ),
    ),
    ("degree", re.compile(r"(?P<value>[0-9]{1,4})(?P<tail>\.?\s?[ºª°])[.):]?(?=\s|$)")),
    (
        "number",
        re.compile(
            rf"(?P<value>{_NUMBER}(?:\.{_NUMBER}){{0,6}})"
            r"(?P<tail>\.\)|\.[-–—]|[.):、](?=\s|$|[^\W\d_]|[\"'«“„‘(\[*])|\.?\s{0,2}[-–—](?=\s)|\.?(?=\s|$))"
        ),
    ),
    ("letter", re.compile(r"(?P<value>[^\W\d_])(?P<tail>\.\)|[.)]|\s[-–—](?=\s))(?=\s|$)")),
    ("roman", re.compile(rf"(?P<value>{_ROMAN})(?P<tail>\.\)|[.):]|\s{{1,2}}[-–—](?=\s))(?=\s|$)")),
)

_CJK = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile("m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC = "أبجدهوزحطيكلمنسعفصقرشت"
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", _CYRILLIC, _RUSSIAN, _GREEK, _HEBREW, _ARABIC)


def labels(text: str) -> tuple[Label, ...]:
    """Every reading of the start of `text` as a label, the likeliest first; empty when there is none.

    `text` begins with the label, without blanks before it; marks of direction and of zero width are skipped.
    Digits of any script, full-width forms, keycaps and circled numbers are read alike.
    """
    if text.startswith(_UNSEEN):
        shown = text.lstrip("".join(_UNSEEN))
        skipped = len(text) - len(shown)
        return tuple(label._replace(end=label.end + skipped) for label in labels(shown))
    sign = _sign(text)
    if sign:
        return (sign,)
    plain = _plain(text[:_WINDOW])
    for name, pattern in _PATTERNS:
        match = pattern.match(plain)
        if match:
            found = tuple(
                reading for reading in _READERS[name](match, text) if reading.numbers[-1] <= MAX_NUMBER
            )
            if found:
                return found
    return ()


def _plain(text: str) -> str:
    """The text with full-width forms and foreign digits turned to ASCII, each character to one character."""
    if text.isascii():
        return text
    return "".join(_plain_character(character) for character in text)


def _plain_character(character: str) -> str:
    if "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    if character > "\x7f" and character.isdecimal():
        return str(unicodedata.decimal(character))
    return "." if character == "。" else character


def _sign(text: str) -> Label | None:
    """A label that is one sign: a keycap such as 1️⃣, or a circled, bracketed or dotted number such as ① ⑴ ⒈."""
    keycap = re.match("(?:[0-9]\ufe0f?\u20e3){1,3}|[0-9]{1,2}\ufe0f?\u20e3", text)
    if keycap:
        number = int(re.sub("[^0-9]", "", keycap[0]))
        end = keycap.end()
    elif text[:1] == "🔟":
        number, end = 10, 1
    elif (text[:1] and unicodedata.category(text[0]) == "No" and "①" <= text[0] <= "➓") or "㉑" <= text[
        :1
    ] <= "㊿":
        number, end = int(unicodedata.numeric(text[0])), 1
    else:
        return None
    return Label(text[:end], "①", (str(number),), (number,), end + _blank(text, end), True)


def _blank(text: str, start: int) -> int:
    """How many blanks stand at `start`."""
    return len(text) - start - len(text[start:].lstrip())


def _read_word(match: re.Match[str], text: str) -> list[Label]:
    word, value = match["word"].lower(), match["value"]
    if word not in _FAMILY:
        return []
    more = re.findall(r"[0-9A-Za-z]+", match["more"])
    tail = match["tail"]
    # "§ 5" needs nothing after it; "Article 5 of the Treaty" is a reference unless it is set off or stands alone.
    firm = (
        bool(tail)
        or match.end() >= len(text.rstrip())
        or text[match.end() : match.end() + 1] == "\n"
        or word == "§"
    )
    printed = text[: match.start("tail")].strip()
    numbers = [_numbers(part) for part in value.split(".")] + [_numbers(part) for part in more]
    values = (*value.split("."), *more)
    end = match.end() + _blank(text, match.end())
    return [
        Label(printed, _FAMILY[word] + "." * value.count("."), values, numbers_, end, firm)
        for numbers_ in _combine(numbers)
    ]


def _read_cjk(match: re.Match[str], text: str) -> list[Label]:
    number = int(match["value"]) if match["value"].isdigit() else _cjk_number(match["value"])
    end = match.end() + _blank(text, match.end())
    return [Label(text[: match.end()], "第" + match["unit"], (str(number),), (number,), end, True)]


def _read_enclosed(match: re.Match[str], text: str) -> list[Label]:
    return _plain_readings(match, text, match.end(), "({})", firm=True)


def _read_degree(match: re.Match[str], text: str) -> list[Label]:
    return _plain_readings(match, text, match.end("tail"), "{}º", firm=True)


def _read_number(match: re.Match[str], text: str) -> list[Label]:
    tail = match["tail"].strip()
    bracket = ")" if ")" in tail else ""
    printed_end = match.end() if bracket else match.end("value")
    levels = match["value"].count(".")
    # A number of several levels (2.1) sets itself off; a bare number may be the beginning of any sentence.
    return _plain_readings(match, text, printed_end, "{}" + (bracket or "."), firm=bool(tail) or levels > 0)


def _read_letter(match: re.Match[str], text: str) -> list[Label]:
    tail = match["tail"].strip()
    printed_end = match.end("tail") if ")" in tail else match.end("value")
    # "J." is an initial as often as a label; no name begins with a small letter.
    firm = ")" in tail or match["value"].islower()
    return _plain_readings(match, text, printed_end, "{}" + (")" if ")" in tail else "."), firm=firm)


def _plain_readings(
    match: re.Match[str], text: str, printed_end: int, frame: str, *, firm: bool
) -> list[Label]:
    """The readings of a label without a word: by number, by letter and by roman numeral as the value allows."""
    value = match["value"]
    end = match.end() + _blank(text, match.end())
    printed = text[:printed_end].strip()
    parts = value.split(".")
    found = []
    for numbers in _combine([_numbers(part) for part in parts]):
        kind = _kind(parts[-1], numbers[-1])
        style = frame.format(".".join(["1"] * (len(parts) - 1) + [kind]))
        found.append(Label(printed, style, tuple(parts), numbers, end, firm))
    return found


_READERS = {
    "word": _read_word,
    "cjk": _read_cjk,
    "enclosed": _read_enclosed,
    "degree": _read_degree,
    "number": _read_number,
    "letter": _read_letter,
    "roman": _read_letter,
}


def _kind(value: str, number: int) -> str:
    """The sample value that names the sequence: "1", "a", "A", "i" or "I"."""
    if value[0].isdigit():
        return "1"
    upper = value.isupper()
    if number == _roman(value.lower()):
        return "I" if upper else "i"
    return "A" if upper else "a"


def _combine(choices: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Every choice for the last level, with the first choice for the levels above it."""
    if not all(choices):
        return []
    return [(*(choice[0] for choice in choices[:-1]), last) for last in choices[-1]]


def _numbers(value: str) -> tuple[int, ...]:
    """What a value can count as: 12 and 12a as 12, "c" as 3 and as 100, "iv" as 4."""
    digits = re.match("[0-9]+", value)
    if digits:
        return (int(digits[0]),)
    lower = value.lower()
    roman = _roman(lower)
    found: list[int] = []
    if len(lower) == 1:
        found.extend(alphabet.index(lower) + 1 for alphabet in _ALPHABETS if lower in alphabet)
    elif len(set(lower)) == 1 and lower[0] in _ALPHABETS[0] and len(lower) == 2:
        found.append(26 + _ALPHABETS[0].index(lower[0]) + 1)
    if roman:
        found.append(roman)
    # "i" and "ii" begin a roman list far more often than they are the ninth letter and the one after (hh).
    return tuple(dict.fromkeys(reversed(found) if lower in ("i", "ii") else found))


def _roman(value: str) -> int | None:
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
