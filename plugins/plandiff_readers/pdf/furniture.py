"""The heads, feet and numbers of pages, which are no part of what is agreed."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import NamedTuple

from plandiff.engine.labels import labels
from plandiff_readers.pdf.line import Line

HEAD, FOOT, NUMBER = "page head", "page foot", "page number"

_DEEP = 4
"""A head or foot has so many rows at most."""

_APART = 2.5
"""A number that stands so many sizes below the text of a single page is its page number."""

_COUNTER = re.compile(r"(?<!\w)(?:\d{1,6}|[ivxlc]{1,7})(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Key(NamedTuple):
    """What rows of several pages have in common: height and text, in which `counts` says that a number is
    replaced by how far it is ahead of the number of the page."""

    height: int
    text: str
    counts: bool


def furniture(lines: list[Line], usual: float) -> dict[int, str]:
    """What to set aside and why, by the number of the line; `usual` is the size of the text.

    A row that is the same on several pages at the same height, or differs only by a number that counts with the
    pages, is no text when the outermost rows of most pages are such rows; then those next to them are looked
    at. What the file itself calls a head or foot is one.
    """
    found = {line.number: line.edge for line in lines if line.edge}
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    inner = [[line for line in page if not line.edge] for page in pages]
    for edge in (HEAD, FOOT):
        found |= _outermost([_rows(page, edge) for page in inner], edge, usual)
    if len(inner) == 1:
        found |= _lone_number(_rows(inner[0], FOOT))
    return found


def _rows(page: list[Line], edge: str) -> list[list[Line]]:
    """The lines of a page by height, from the edge inwards."""
    ordered = sorted(page, key=lambda line: (round(line.down), line.start))
    rows = [list(row) for _, row in groupby(ordered, key=lambda line: round(line.down))]
    return rows[:_DEEP] if edge == HEAD else rows[: -_DEEP - 1 : -1]


def _outermost(pages: list[list[list[Line]]], edge: str, usual: float) -> dict[int, str]:
    found: dict[int, str] = {}
    waiting = pages
    for rank in range(_DEEP):
        rows = {index: page[rank] for index, page in enumerate(waiting) if len(page) > rank}
        keys = {index: _keys(row, usual) for index, row in rows.items()}
        counts = Counter(key for row in keys.values() for key in row)
        again = {index: [key for key in row if counts[key] > 1] for index, row in keys.items()}
        if len(pages) < 2 or 2 * sum(map(bool, again.values())) <= len(pages):
            break
        for index, common in again.items():
            if common:
                reason = NUMBER if all(key.counts for key in common) else edge
                found |= {line.number: reason for line in rows[index]}
        waiting = [page if again.get(index) else [] for index, page in enumerate(waiting)]
    return found


def _keys(row: list[Line], usual: float) -> set[_Key]:
    """The row as it stands; with each of its numbers counted from that of the page; with all of them so; and
    only the number at its end, since the words before it may be the title of a chapter."""
    text, height, page = " ".join(line.text for line in row), round(row[0].down), row[0].page
    # The number of a label counts too where each page begins a point: "Article 3".
    begin = max((label.end for label in labels(text) if label.firm), default=0)
    numbers = list(_COUNTER.finditer(text, begin))
    found = {_Key(height, text, counts=False)}
    if not numbers or len(numbers) > _DEEP or (row[0].size > usual and not _bare(text)):
        return found
    for chosen in [*([number] for number in numbers), numbers]:
        parts, end = [], 0
        for number in chosen:
            parts += [text[end : number.start()], f"#{_value(number[0]) - page}"]
            end = number.end()
        found.add(_Key(height, "".join([*parts, text[end:]]), counts=True))
    if numbers[-1].end() == len(text):
        found.add(_Key(height, f"#{_value(numbers[-1][0]) - page}", counts=_bare(text)))
    return found


def _bare(text: str) -> bool:
    """Whether there are no letters but those of the number."""
    return not any(sign.isalpha() for sign in _COUNTER.sub("", text))


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[sign] for sign in number]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _lone_number(rows: list[list[Line]]) -> dict[int, str]:
    """The number at the foot of a text of one page: alone, or with the number of pages, as in "Page 1 of 1"."""
    if len(rows) < 2 or len(rows[0]) > 1:
        return {}
    last, before = rows[0][0], rows[1][0]
    numbers = _COUNTER.findall(last.text)
    counted = len(numbers) in ((1, 2) if _bare(last.text) else (2,)) and len(last.text.split()) <= _DEEP
    apart = last.down - before.down > _APART * max(last.size, before.size)
    return {last.number: NUMBER} if apart and counted and {_value(each) for each in numbers} == {last.page} else {}
