"""Labels: the printed number or letter that a point begins with, in all its dresses.

A label is read, never guessed here: `labels` lists every way the start of a line can be read as a label, and
the numbering of the whole text (`engine.numbering`) decides which reading, if any, is meant. "(i)" is a letter
after (h) and a roman one before (ii); "2026." is a year unless point 2025 came before.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from plandiff.engine.months import is_month
from plandiff.engine.ordinals import SPELT, ordinals, roman, spelt

MAX_NUMBER = 9999
"""Numbers above this are never labels."""

_WINDOW = 64
"""How far into a line a label can reach; it bounds every pattern below."""


_UNSEEN = ("\u200b", "\u200e", "\u200f", "\u2060", "\u061c", "\ufeff")


class Label(Struct, frozen=True):
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
    "№": "№ #",
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
_SIGNS = ("§", "№", "#")
_FAMILY = {word: family for family, words in _WORDS.items() for word in words.split()}

_NUMBER = r"[0-9]{1,4}(?:bis|ter|quater|[^\W\d_](?!\w))?"
_ROMAN = r"[IVXLCDMivxlcdm]{1,9}"
_OUTER = rf"(?:{_NUMBER}|(?:[IVXLC]{{1,7}}|[A-Z])(?=\.[0-9]))"
"""The number of the point around in a label of several levels may be a letter or roman: A.1, IV.2."""
_SEPARATOR = r"(?:\s{0,3}(?:[.:)\-–—]{1,3}|\.[-–—])(?=\s|$|[^\w.,:)\-]))"

_CHINESE = "一二三四五六七八九十百〇零"

_PATTERNS: dict[str, str] = {
    "word": r"(?P<word>[^\W\d_]{1,12}|§§?|n°|№|#(?=\d))\.?\s{0,3}(?:[Nn][or]\.?\s{0,2}|№\s{0,2})?"
    rf"(?P<value>{_NUMBER}(?:\.{_NUMBER}){{0,5}}|[IVXLCDMivxlcdm]{{1,9}}(?!\w)|[^\W\d_](?!\w)|{SPELT}(?!\w))"
    r"(?P<more>(?:\s?\([0-9A-Za-z]{1,5}\)){0,4})"
    rf"(?P<tail>{_SEPARATOR}|[.:]?(?=\s|$))",
    "cjk": rf"(?P<word>第|제)\s?(?P<value>[0-9]{{1,4}}|[{_CHINESE}]{{1,7}})\s?(?P<unit>[条條款项項点點章节節조항관])",
    "enclosed": rf"\((?P<value>{_NUMBER}(?:\.{_NUMBER}){{0,3}}|{_ROMAN}|[^\W\d_]{{1,2}})\)"
    r"(?=\s|$|[^\W\d_]|[\"'«“„‘(\[])",
    "bracketed": r"\[(?P<value>[0-9]{1,4})\](?=\s|$)",
    "listing": rf"(?P<value>[{_CHINESE}]{{1,7}})(?P<unit>[、.])",
    "degree": r"(?P<value>[0-9]{1,4})(?P<tail>\.?\s?[ºª°])[.):]?(?=\s|$)",
    "number": rf"(?P<value>{_OUTER}(?:\.{_NUMBER}){{0,6}})"
    r"(?P<tail>\.\)|\.[-–—]|[.):、](?=\s|$|[^\W\d_]|[\"'«“„‘(\[*])|\.?\s{0,2}[-–—](?=\s)|\.?(?=\s|$))",
    "letter": r"(?P<value>[^\W\d_])(?P<tail>\.\)|[.)]|\s[-–—](?=\s))(?=\s|$)",
    "roman": rf"(?P<value>{_ROMAN})(?P<tail>\.\)|[.):]|\s{{1,2}}[-–—](?=\s))(?=\s|$)",
}
"""The dresses of labels, in the order in which they are tried. Each is compiled when a text begins as it does."""


def _dresses(first: str) -> tuple[str, ...]:
    """The names of the patterns that can match a text with this first character."""
    if "0" <= first <= "9":
        return ("degree", "number")
    if first in _BEGUN:
        return _BEGUN[first]
    if not first.isalnum():
        return ()
    numbered = ("number",) if "A" <= first <= "Z" else ()
    return ("word", *numbered, "letter", *(("roman",) if first in "IVXLCDMivxlcdm" else ()))


_BEGUN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("§№#", ("word",)),
    **dict.fromkeys("第제", ("word", "cjk", "letter")),
    "(": ("enclosed",),
    "[": ("bracketed",),
    **dict.fromkeys(_CHINESE, ("word", "listing", "letter")),
}


_WORD = re.compile(r"(?![第제一二三四五六七八九十百〇零])[^\W\d_]{2,64}")
_NUMERALS = frozenset("ivxlcdm")
_MONTH_AND_YEAR = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s{1,2}\d{4}(?!\d)")


def labels(text: str) -> tuple[Label, ...]:
    """Every reading of the start of `text` as a label, the likeliest first; empty when there is none.

    `text` begins with the label, without blanks before it; marks of direction and of zero width are skipped.
    Digits of any script, full-width forms, keycaps and circled numbers are read alike.
    """
    if text.startswith(_UNSEEN):
        shown = text.lstrip("".join(_UNSEEN))
        skipped = len(text) - len(shown)
        return tuple(replace(label, end=label.end + skipped) for label in labels(shown))
    sign = _sign(text)
    if sign:
        return (sign,)
    plain = _plain(text[:_WINDOW])
    if _ordinary(plain):
        return ()
    for name in _dresses(plain[:1]):
        match = re.match(_PATTERNS[name], plain)
        if match:
            found = tuple(reading for reading in _READERS[name](match, text) if reading.numbers[-1] <= MAX_NUMBER)
            if found:
                return () if _is_date(plain[found[0].end :]) and name == "number" else found
    return ()


def _ordinary(plain: str) -> bool:
    """Whether the text begins with a word that no label begins with, as most lines do: they need no pattern."""
    word = _WORD.match(plain)
    return word is not None and word[0].lower() not in _FAMILY and not _NUMERALS.issuperset(word[0].lower())


def _is_date(after: str) -> bool:
    """Whether a month and a year follow a number, which is then the day of a date: "20. November 2025"."""
    date = _MONTH_AND_YEAR.match(after)
    return date is not None and is_month(date["month"])


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
    elif ("①" <= text[:1] <= "➓" or "㉑" <= text[:1] <= "㊿") and unicodedata.category(text[0]) == "No":
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
    alone = match.end() >= len(text.rstrip()) or text[match.end() : match.end() + 1] == "\n"
    firm = bool(tail) or alone or word in _SIGNS
    printed = text[: match.start("tail")].strip()
    numbers = [ordinals(part) for part in value.split(".")] + [ordinals(part) for part in more]
    values = (*(str(spelt(part) or part) for part in value.split(".")), *more)
    end = match.end() + _blank(text, match.end())
    return [
        Label(printed, _FAMILY[word] + "." * value.count("."), values, numbers_, end, firm)
        for numbers_ in _combine(numbers)
    ]


def _read_cjk(match: re.Match[str], text: str) -> list[Label]:
    number = ordinals(match["value"])[0]
    end = match.end() + _blank(text, match.end())
    return [Label(text[: match.end()], "第" + match["unit"], (str(number),), (number,), end, True)]


def _read_listing(match: re.Match[str], text: str) -> list[Label]:
    number = ordinals(match["value"])[0]
    end = match.end() + _blank(text, match.end())
    return [Label(text[: match.end("value")], "一、", (str(number),), (number,), end, True)]


def _read_bracketed(match: re.Match[str], text: str) -> list[Label]:
    return _plain_readings(match, text, match.end(), "[{}]", firm=True)


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


def _plain_readings(match: re.Match[str], text: str, printed_end: int, frame: str, *, firm: bool) -> list[Label]:
    """The readings of a label without a word: by number, by letter and by roman numeral as the value allows."""
    value = match["value"]
    end = match.end() + _blank(text, match.end())
    printed = text[:printed_end].strip()
    parts = value.split(".")
    found = []
    for numbers in product(*map(ordinals, parts)):
        style = frame.format(".".join(map(_kind, parts, numbers)))
        found.append(Label(printed, style, tuple(parts), numbers, end, firm))
    return found


_READERS = {
    "word": _read_word,
    "cjk": _read_cjk,
    "enclosed": _read_enclosed,
    "bracketed": _read_bracketed,
    "listing": _read_listing,
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
    if number == roman(value.lower()):
        return "I" if upper else "i"
    return "A" if upper else "a"


def _combine(choices: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Every choice for the last level, with the first choice for the levels above it."""
    if not all(choices):
        return []
    return [(*(choice[0] for choice in choices[:-1]), last) for last in choices[-1]]
