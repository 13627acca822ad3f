"""Dates as they are written out, read as ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import Word

_PARTS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20|21)\d\d")


class Date(Struct, frozen=True):
    """A date read: the index after its last word, and the date as precisely as it is given.

    `iso` is "2026-03-01", "2026-03", "--03-01" or "2026"; None where day and month cannot be told apart, as
    in 03/01/2026, or where there is no such day.
    """

    end: int
    iso: str | None


def date_at(tokens: Sequence[Word], index: int, text: str, lexicon: Lexicon) -> Date | None:
    """Read the date that begins at a word: "1 March 2026", "March 1, 2026", "2026-03-01", "2027".

    A year by itself counts as a date; whoever calls this rules out that it counts something.
    """
    token = tokens[index]
    if token.shape == "date":
        return Date(index + 1, _figures(token.key))
    if token.shape == "word":
        return _month_first(tokens, index, text, lexicon)
    if token.shape != "number":
        return None
    if is_year(token.key):
        return Date(_after_year(tokens, index + 1, lexicon), token.key)
    return _day_first(tokens, index, lexicon)


def is_year(text: str) -> bool:
    """Whether four figures may be a year."""
    return _YEAR.fullmatch(text) is not None


def _figures(text: str) -> str | None:
    one, two, three = (int(part) for part in _PARTS.findall(text))
    if "-" in text:
        return _iso(one, two, three)
    if "/" in text and one <= 12 and two <= 12 and one != two:
        return None
    return _iso(three, two, one) if two <= 12 else _iso(three, one, two)


def _day_first(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> Date | None:
    day = int(tokens[index].key) if len(tokens[index].key) <= 2 and tokens[index].key.isdecimal() else 0
    position = index + 1
    while position < len(tokens) and _joins(tokens[position].key, lexicon):
        position += 1
    if not 1 <= day <= 31 or position >= len(tokens) or tokens[position].key not in lexicon.months:
        return None
    month = lexicon.months[tokens[position].key]
    return _with_year(tokens, position + 1, month, day, lexicon)


def _month_first(tokens: Sequence[Word], index: int, text: str, lexicon: Lexicon) -> Date | None:
    month = lexicon.months.get(tokens[index].key)
    position = index + 1
    if month is None or position >= len(tokens) or tokens[position].shape != "number":
        return None
    # "may 5" in the middle of a sentence is permission, not a day in May.
    if lexicon.languages[0] == "en" and text[tokens[index].start].islower():
        return None
    following = tokens[position].key
    if is_year(following):
        return Date(_after_year(tokens, position + 1, lexicon), f"{following}-{month:02}")
    if not following.isdecimal() or not 1 <= int(following) <= 31:
        return None
    return _with_year(tokens, position + 1, month, int(following), lexicon)


def _with_year(tokens: Sequence[Word], index: int, month: int, day: int, lexicon: Lexicon) -> Date:
    position = index
    while position < len(tokens) and position < index + 2 and _joins(tokens[position].key, lexicon):
        position += 1
    if position < len(tokens) and is_year(tokens[position].key):
        end = _after_year(tokens, position + 1, lexicon)
        return Date(end, _iso(int(tokens[position].key), month, day))
    return Date(index, f"--{month:02}-{day:02}")


def _after_year(tokens: Sequence[Word], index: int, lexicon: Lexicon) -> int:
    """The index after a word for year that follows the number: "2026 року"; "5 років" is another form."""
    return index + (index < len(tokens) and tokens[index].key in lexicon.words("facts", "year"))


def _joins(key: str, lexicon: Lexicon) -> bool:
    joining = lexicon.words("facts", "joining") | lexicon.words("facts", "ordinals")
    return key in joining or key in {",", "."}


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
