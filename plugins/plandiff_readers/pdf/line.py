"""A printed line of a PDF: what the later steps of the reader work on."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line as it is read, and where it stands.

    `page` counts from 1, `number` through the document in the order of reading. `start` and `end` are its edges
    in the direction of reading and `down` its baseline, all in points; `size` is that of its font and `first` the
    width of its first word. `column` is as in
    `columns.Area`. `raised` are the places in `text` of
    small signs above the line, such as the number of a footnote. `edge` is "page head" or "page foot" where the
    file itself says so; `unseen` the part of the text that may not be seen, and `why`.
    """

    text: str
    page: int
    number: int
    start: float
    end: float
    down: float
    size: float
    first: float
    column: tuple[int, ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    edge: str = ""
    unseen: str = ""
    why: str = ""
