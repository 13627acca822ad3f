"""Characters that the eye does not see, and those among them that the way a language is written asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""The default-ignorable characters of Unicode, its controls, and the blanks that count as letters or signs."""

_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Blanks that are not the ordinary one."""

_NO_BREAK = "\u00a0\u202f\u2009"
"""Blanks that typography sets beside figures and marks."""

_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
# Whole scripts take long to compile, and few texts ask for any of these.
_SELECTORS = "[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_JOINING = "[\u0600-\u07bf\u08a0-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]"
_EAST_ASIAN = "[\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]"
_SELECTED = "[#*0-9‼⁉\u1800-\u18af\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""What variation selectors follow beside symbols: keycaps, Mongolian letters, ideographs."""
_ROMAN = re.compile("[IVXLC]{1,8}\\w{0,4}(?!\\w)")
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,20}\Z")

SHORT = 3
"""Letters of the longest word after which a line should not end."""
_TITLES = frozenset("herr frau lord lady señor señora monsieur madame пані пана пану господин господина".split())


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Every hidden character that nothing asks for, with its place.

    Asked for are: variation selectors after ideographs, emoji and Mongolian letters; joiners within scripts that
    shape by them and within emoji; direction marks beside figures, marks and Latin words in right-to-left text.
    What closes an embedding or an isolate is one with what opened it.
    """
    if text.isascii() and text.isprintable():
        return
    first = HIDDEN.search(text)
    if first is None:
        return
    opened = 0
    right_to_left = re.search(_RIGHT_TO_LEFT, text) is not None
    for match in HIDDEN.finditer(text, first.start()):
        sign = match[0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if sign in _CLOSING and opened:
            opened -= 1
        elif not _asked_for(sign, before, after, right_to_left):
            opened += sign in _OPENING
            yield match.start(), sign


def blanks(text: str) -> Iterator[tuple[int, str]]:
    """Every unusual blank that nothing asks for, with its place.

    Asked for are: no-break and thin blanks beside figures, dashes, quotation and punctuation marks, and after
    abbreviations, titles, initials and short words; figure spaces between figures; the ideographic space in
    East Asian text; any at the edge of a line.
    """
    if text.isascii():
        return
    east_asian = "\u3000" in text and re.search(_EAST_ASIAN, text) is not None
    for match in _BLANK.finditer(text):
        if match[0] == "\u3000" and east_asian:
            continue
        if not _set_by_typography(match[0], match.start(), text):
            yield match.start(), match[0]


def _asked_for(sign: str, before: str, after: str, right_to_left: bool) -> bool:
    if re.match(_SELECTORS, sign):
        return bool(re.match(_SELECTED, before)) or _is_symbol(before)
    if sign in "\u200c\u200d":
        shaped = re.match(_JOINING, before) is not None
        if shaped and re.match(_JOINING, after):
            return True
        if sign == "\u200d":
            # "ه‍.ش": a letter shaped as if the word went on.
            return (shaped and not after.isalpha()) or (_is_emoji(before) and _is_symbol(after))
    if sign in "\u200e\u200f\u061c" and right_to_left:
        kinds = (_kind(before), _kind(after))
        return kinds[0] != kinds[1] and any(kind in ("figure", "mark", "latin") for kind in kinds)
    return False


def _set_by_typography(blank: str, at: int, text: str) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before in ("", "\n") or after in ("", "\n"):
        return True
    if blank == "\u2007":
        return before.isdigit() and after.isdigit()
    if blank not in _NO_BREAK:
        return False
    if any(_kind(sign) in ("figure", "mark") for sign in (before, after)) or _ROMAN.match(text, at + 1):
        return True
    word = _WORD_BEFORE.search(text, max(0, at - 24), at)
    if word is None:
        return False
    return len(word[0]) <= SHORT or word[0].casefold() in _TITLES or _ROMAN.fullmatch(word[0]) is not None


def _kind(sign: str) -> str:
    """What a direction mark or a blank stands beside."""
    if not sign or sign.isspace():
        return "nothing"
    if sign.isalpha():
        return "latin" if sign <= "\u024f" else "letter"
    return "figure" if sign.isdigit() else "mark" if unicodedata.category(sign)[0] in "PS" else "hidden"


def _is_symbol(sign: str) -> bool:
    return bool(sign) and unicodedata.category(sign) in ("So", "Sm", "Sk")


def _is_emoji(sign: str) -> bool:
    return _is_symbol(sign) or sign == "\ufe0f"
