"""The footnotes of a page, and the marks in the text that call them."""

from __future__ import annotations

import re
from itertools import groupby

from plandiff.model import Omission
from plandiff_readers.pdf.line import Line

FOOTNOTE, MARK = "footnote", "footnote mark"

_SMALLER = 0.93
"""Footnotes are set smaller than this share of the text."""

_BEGINS = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶#]{1,3})[\])]?\.?\s{0,4}(?=\D)")


def footnotes(lines: list[Line], usual: float) -> tuple[list[Line], list[Omission]]:
    """The lines without footnotes and their marks, and those.

    `usual` is the size of the text. Footnotes are smaller lines that close a column, the first of which begins
    with a number or sign that stands raised in the text of the page; or that go on with those of the page before.
    """
    text: list[Line] = []
    apart: list[Omission] = []
    goes_on = False
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        calls = {line.text[start:end] for line in page for start, end in line.raised if line.size > _SMALLER * usual}
        notes = [note for column in _columns(page) for note in _closing(column, usual, calls, goes_on)]
        marks = {_mark(note) for note in notes} & calls
        for line in page:
            if line.number not in {note.number for note in notes}:
                text.append(_without(line, marks, apart))
            elif apart and apart[-1].reason == FOOTNOTE and _mark(line) not in marks:
                apart[-1] = Omission(reason=FOOTNOTE, text=f"{apart[-1].text}\n{line.text}", line=apart[-1].line)
            else:
                apart.append(Omission(reason=FOOTNOTE, text=line.text, line=line.number))
        goes_on = bool(notes)
    return text, apart


def _columns(page: list[Line]) -> list[list[Line]]:
    return [[line for line in page if line.column == column] for column in sorted({line.column for line in page})]


def _closing(column: list[Line], usual: float, calls: set[str], goes_on: bool) -> list[Line]:
    """The footnotes that close a column."""
    at = len(column)
    while at and column[at - 1].size < _SMALLER * usual:
        at -= 1
    if at == 0:
        return []
    small = column[at:]
    first = next((index for index, line in enumerate(small) if _mark(line) in calls), None)
    if goes_on:
        return small
    return [] if first is None else small[first:]


def _mark(line: Line) -> str | None:
    found = _BEGINS.match(line.text)
    return found[1] if found else None


def _without(line: Line, marks: set[str | None], apart: list[Omission]) -> Line:
    """The line without the marks that stand raised in it, which are set aside."""
    text = line.text
    for start, end in reversed(line.raised):
        if text[start:end] in marks:
            apart.append(Omission(reason=MARK, text=text[start:end], line=line.number))
            text = text[:start] + text[end:]
    return line._replace(text=text, raised=())
