"""A text cut into words, numbers and marks, each with its place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from plandiff_classifiers._hidden import HIDDEN
from plandiff_classifiers._lookalikes import in_one_script, mixed

_TOKEN = re.compile(
    r"""
      (?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))
    | (?P<ratio>\d{1,3}:\d{1,3}(?![\d:]))
    | (?P<number>
          \d{1,3}(?P<sep>[., '’٬\u00a0\u2009\u202f])\d{3}(?:(?P=sep)\d{3}){0,6}(?:[.,٫]\d{1,6})?(?![.,٫]?\d)
        | \d{1,24}(?:[.,٫]\d{1,12})?(?![.,٫]?\d)
      )
    | (?P<label>\d{1,24}(?:[.,/]\d{1,24}){0,12})
    | (?P<word>
          (?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])
        | (?:USD|EUR|GBP|CHF|UAH|RUB)(?=\d)
        | [^\W\d_][\w\u0300-\u036f]{0,63}(?:['’][^\W_]{1,63}){0,8}
      )
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)

Shape = Literal["date", "ratio", "number", "label", "word", "mark"]


class Word(Struct, frozen=True, gc=False):
    """A word, number or mark of a text.

    `key` is what cues are matched against: case folded, composed, apostrophes straight. `shape` says how it
    is written: `label` is a chain of figures such as 1.2.3, which counts nothing. `start` and `end` are
    offsets in characters.
    """

    key: str
    shape: Shape
    start: int
    end: int


@lru_cache(maxsize=128)
def words(text: str) -> tuple[Word, ...]:
    """Cut a text into words; white space is left out, everything else is in one of them.

    A text is read as the eye reads it: characters that are not seen stand in no word and part none.
    """
    seen = HIDDEN.sub("", text)
    keys = _Keys()
    found = tuple(
        Word(keys[match[0]], match.lastgroup, match.start(), match.end())  # type: ignore[arg-type]
        for match in _TOKEN.finditer(seen)
    )
    return found if len(seen) == len(text) else _placed(found, text)


def _placed(found: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """The words with their offsets in the text that has hidden characters in it."""
    places = [at for at, sign in enumerate(text) if not HIDDEN.match(sign)]
    return tuple(replace(word, start=places[word.start], end=places[word.end - 1] + 1) for word in found)


class _Keys(dict[str, str]):
    """The key of each word as written, worked out and kept once: most words of a text come again."""

    def __missing__(self, word: str) -> str:
        self[word] = key = _key(word)
        return key


def _key(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
        text = in_one_script(text) if mixed(text) else text
    return text.casefold()
