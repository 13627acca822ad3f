"""Encodings: bytes to text, and a warning where the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from plandiff.errors import SourceError
from plandiff.sources.media import READS

_ASCII, _BEYOND_ASCII = bytes(range(128)), bytes(range(128, 256))
_BESIDE_LATIN = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

# Small letters that a language prints beside a to z, under the old encodings it is found in. The first of
# equals is taken: the more common encoding, and Hebrew before Russian, which prints more letters than it has.
_LATIN = (
    ("windows-1252", "àâæçéèêëîïôœùûüÿ"),  # French
    ("windows-1252", "äöüß"),  # German
    ("windows-1252", "áéíóúüñ"),  # Spanish
    ("windows-1252", "àáâãçéêíóôõú"),  # Portuguese
    ("windows-1252", "àèéìòù"),  # Italian
    ("windows-1252", "åäöæøé"),  # Nordic
    ("windows-1250", "ąćęłńóśźż"),  # Polish
    ("windows-1250", "áäčďéěíĺľňóôŕřšťúůýž"),  # Czech, Slovak
    ("windows-1250", "áéíóöőúüű"),  # Hungarian
    ("windows-1250", "ăâîşţ"),  # Romanian
    ("windows-1250", "čćđšž"),  # Croatian
    ("windows-1254", "âçğıîöşü"),  # Turkish
)
_OTHER_SCRIPTS = (
    ("windows-1255", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    ("windows-1251", _RUSSIAN),
    ("windows-1251", _UKRAINIAN),
    ("koi8-u", _RUSSIAN),
    ("koi8-u", _UKRAINIAN),
    ("windows-1253", "αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋ"),
    ("windows-1256", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
)
_COMMON = frozenset("\u00a0\u00ad«»„“”‘’‚–—…§№°·•€£©®™½×،؛؟")
"""Signs that say nothing about the language."""


def decode(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text, name of the encoding, and warnings: marks first, strict UTF-8 next, guesses last."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, ()
            except UnicodeDecodeError as error:
                where = f"byte {error.start + 1}"
                raise SourceError(
                    f"{name}: begins as {encoding.upper()} and is damaged at {where}: save it as UTF-8"
                ) from None
    if b"\0" in data:
        return _unmarked_utf16(name, data)
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError as error:
        return _damaged_utf8(data, error.start) or _legacy(name, data)


def _unmarked_utf16(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """UTF-16 by its pattern: one byte of each pair, zero for blanks and Latin letters, has few values."""
    for encoding, high, low in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if b"\0" not in low and 3 * len(set(high)) <= len(set(low)):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            categories = {unicodedata.category(char) for char in set(text) - set("\t\n\r\f")}
            if not categories & {"Cc", "Cn", "Co"}:
                return text, encoding, (_guessed(encoding.upper()),)
    raise SourceError(f"{name}: is binary, not text (a zero at byte {data.index(0) + 1}): {READS}")


def _damaged_utf8(data: bytes, first: int) -> tuple[str, str, tuple[str, ...]] | None:
    """UTF-8 with a few bad bytes; None when the bad ones are many, since it is then another encoding."""
    text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(data.translate(None, _BEYOND_ASCII)) - bad
    if good < 4 * bad:
        return None
    warning = f"damaged characters were replaced by \ufffd: {bad}, the first at byte {first + 1}"
    return text, "utf-8", (warning,)


def _legacy(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The old encoding of the language whose alphabet accounts best for the bytes beyond ASCII.

    Bytes that stand among a to z are letters of a Latin alphabet, others those of another script. A small
    letter of the alphabet counts for it and any other sign twice against it, except signs that languages
    share. Capitals count for nothing: KOI8 and Windows read each other's case the wrong way round.
    """
    counts = Counter(data.translate(None, _ASCII))
    beside_latin = len(_BESIDE_LATIN.findall(data))
    best, score = "", -1
    for encoding, alphabet in _LATIN if 3 * beside_latin >= counts.total() else _OTHER_SCRIPTS:
        try:
            chars = {byte: bytes([byte]).decode(encoding) for byte in counts}
        except UnicodeDecodeError:
            continue
        shared = _COMMON.union(alphabet.upper()) - set(alphabet)
        total = sum(
            count if chars[byte] in alphabet else -2 * count
            for byte, count in counts.items()
            if chars[byte] not in shared
        )
        if total > score:
            best, score = encoding, total
    if not best:
        raise SourceError(f"{name}: is not UTF-8 and its encoding cannot be told: save it as UTF-8")
    return data.decode(best), best, (_guessed(best),)


def _guessed(encoding: str) -> str:
    return f"read as {encoding} (guessed): convert the file to UTF-8 if words look wrong"
