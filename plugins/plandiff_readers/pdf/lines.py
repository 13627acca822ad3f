"""The lines of a page in the order of reading, from the words drawn on it."""

from __future__ import annotations

from collections import Counter

from plandiff.model import Omission
from plandiff_readers.pdf.columns import Area, columns
from plandiff_readers.pdf.direction import is_mirrored, logical, plain, runs_rtl
from plandiff_readers.pdf.line import Line
from plandiff_readers.pdf.line_numbers import line_numbers
from plandiff_readers.pdf.rows import rows
from plandiff_readers.pdf.word import GAP, Row, Word

_SMALL = 0.85
_HIGH = 0.15
"""A raised sign is smaller than this share of the row's size and stands higher by that."""


def lines(words: list[Word], page: int, number: int, known: set[int]) -> tuple[list[Line], list[Omission]]:
    """The lines that run the way most of the page does, and what is none: turned text, such as a stamp, and the
    numbers of lines.

    `number` is that of the first line, `known` as in `columns`.
    """
    turns = Counter[int]()
    for word in words:
        turns[word.turn] += len(word.text)
    upright = max(turns, key=lambda turn: (turns[turn], -turn), default=0)
    words = _printed_once(words)
    along = [word for word in words if word.turn == upright]
    across = [word for word in words if word.turn != upright]
    rtl = runs_rtl("".join(word.text for word in along))
    if rtl:
        along = [word._replace(start=-word.end, end=-word.start) for word in along]
    placed: list[tuple[Row, Area]] = []
    apart = [Omission(reason="turned text", text=_text(row, rtl=False)[0], line=number) for row in rows(across, page)]
    for area in columns(along, page, known) if along else ():
        kept, numbers = line_numbers(area.rows)
        placed += [(row, area) for row in kept]
        if numbers:
            text = " ".join(word.text for word in numbers)
            apart.append(Omission(reason="line numbers", text=text, line=number))
    mirrored = rtl and is_mirrored(logical(_text(row, rtl=True)[0], rtl=True) for row, _ in placed)
    found = [_line(row, area, number + count, rtl=rtl, mirrored=mirrored) for count, (row, area) in enumerate(placed)]
    return found, apart


def _printed_once(words: list[Word]) -> list[Word]:
    """The words without those printed again on the same place, which makes them look bold."""
    kept: dict[tuple[str, int, int, int], Word] = {}
    for word in words:
        kept.setdefault((word.text, round(word.start), round(word.down), word.turn), word)
    return list(kept.values())


def _line(row: Row, area: Area, number: int, *, rtl: bool, mirrored: bool) -> Line:
    seen, raised = _text(row, rtl=rtl)
    # A paragraph may run against the page, as one in Arabic does in an English text.
    text = logical(seen, rtl=rtl or runs_rtl(seen), mirrored=mirrored)
    unseen = [word for word in row.words if word.unseen]
    main = row.main
    return Line(
        text=text if text.isascii() else plain(text),
        page=row.page,
        number=number,
        start=row.start,
        end=row.end,
        down=main.down,
        size=main.size,
        first=row.words[0].end - row.words[0].start,
        column=area.column,
        raised=raised if text.isascii() else (),
        edge=row.words[0].edge,
        unseen=" ".join(word.text for word in unseen),
        why=unseen[0].unseen if unseen else "",
    )


def _text(row: Row, *, rtl: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of the row as it stands from left to right, and the places of raised signs in it."""
    main = row.main
    text, raised = "", []
    before: Word | None = None
    for word in reversed(row.words) if rtl else row.words:
        if before is not None:
            apart = before.start - word.end if rtl else word.start - before.end
            if apart >= GAP * min(word.size, before.size) or (before.blank and not rtl):
                text += " "
        if word.size < _SMALL * main.size and main.down - word.down > _HIGH * main.size:
            raised.append((len(text), len(text) + len(word.text)))
        text += word.text
        before = word
    return text, tuple(raised)
