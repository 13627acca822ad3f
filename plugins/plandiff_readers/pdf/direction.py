"""The order in which a text is read, from the order in which its signs stand from left to right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_RTL = "\u0590-\u05ff\u0600-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Hebrew, Arabic and their neighbours, without their digits, which run from left to right."""

_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_DIGITS = "[0-9\u0660-\u0669\u06f0-\u06f9]{1,40}"
_LETTER = f"[^\\W\\d_{_RTL}]"
_PHRASE = f"{_LETTER}(?:[^{_RTL}]{{0,2000}}(?:{_LETTER}|[0-9]))?"
_FOREIGN = {
    # Beside Hebrew letters a sign of percent or currency and a hyphen stay with their number, beside Arabic not.
    True: re.compile(f"({_PHRASE}|[$€₪]?{_DIGITS}(?:[.,:/+-]{_DIGITS}){{0,20}}[%$€₪]?)"),
    False: re.compile(f"({_PHRASE}|{_DIGITS}(?:[.,:/]{_DIGITS}){{0,20}})"),
}
"""What stands among letters of a right-to-left script and runs from left to right, by whether they are Hebrew."""

_OWN = re.compile(f"[{_RTL}]")
_RUN = re.compile(f"[{_RTL}](?:(?:(?!{_LETTER}).){{0,2000}}[{_RTL}])?")
_HEBREW_LETTER = re.compile(f"[{_HEBREW}]")
_FIRST_BRACKET = re.compile(r"[()\[\]]")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_PRESENTATION_FORM = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]{1,2000}")


def logical(seen: str, *, rtl: bool, mirrored: bool = False) -> str:
    """The text in the order in which it is read.

    `seen` has its signs from left to right; `rtl` says that the line runs from right to left, `mirrored` that
    its brackets are given as they look and not as they are meant.
    """
    if not _OWN.search(seen):
        return seen if not rtl or re.search(_LETTER, seen) else _turned(seen, mirrored)
    if rtl:
        return _turned(seen, mirrored)
    return _RUN.sub(lambda run: _turned(run[0], mirrored), seen)


def is_mirrored(texts: Iterable[str]) -> bool:
    """Whether the brackets in most of the texts close before they open."""
    first = [bracket[0] for text in texts if _OWN.search(text) and (bracket := _FIRST_BRACKET.search(text))]
    return 2 * sum(bracket in ")]" for bracket in first) > len(first)


def runs_rtl(text: str) -> bool:
    """Whether most letters of the text belong to scripts that are written from right to left."""
    own = len(_OWN.findall(text))
    return own > 0 and own > len(re.findall(_LETTER, text))


def plain(text: str) -> str:
    """The text with the forms that fonts give to ligatures and joined letters replaced by the letters."""
    return _PRESENTATION_FORM.sub(lambda forms: unicodedata.normalize("NFKC", forms[0]), text)


def _turned(seen: str, mirrored: bool) -> str:
    parts = _FOREIGN[bool(_HEBREW_LETTER.search(seen))].split(seen)
    own = (part[::-1].translate(_MIRROR) if mirrored else part[::-1] for part in parts[::2])
    # Foreign parts stand between the others, each in its own order.
    pairs = zip(own, [*parts[1::2], ""], strict=True)
    return "".join(foreign + part for part, foreign in reversed(list(pairs)))
