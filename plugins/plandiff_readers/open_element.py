"""An open element of a page, and what its end does to the blocks in it: labels, rows and forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from plandiff_readers.list_labels import list_labels
from plandiff_readers.writer import Draft

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9})(?![0-9])")

_FORM_CHARACTERS = 1_000
"""A form is navigation unless it holds more text than this: some sites wrap the whole page in one."""


@dataclass
class Open:
    """An element that waits for its end.

    `begin` is the number of blocks before it, `inner` the depth of the item open in a list or of the row open
    in a table. A list collects its items, each with its style and the number it claims; a row the number of
    blocks before each of its cells. `aside` is the reason where its text is set aside. `around` is the element it
    stands in. A raised text knows where it began and the place on a page that it links to.
    """

    tag: str
    given: dict[str, str]
    begin: int
    line: int
    aside: str | None = None
    inner: int | None = None
    items: list[tuple[Draft, str, int | None]] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)
    around: Open | None = None
    mark: tuple[int, int] = (0, 0)
    target: str = ""


def label_items(around: Open) -> None:
    """Label the items of a list that has ended as a browser would."""
    labels = list_labels(
        [style for _, style, _ in around.items],
        [value for _, _, value in around.items],
        start=number(around.given.get("start")),
        backwards=around.tag == "ol" and "reversed" in around.given,
    )
    for (draft, _, _), label in zip(around.items, labels, strict=True):
        draft.label = label


def join_row(row: Open, drafts: list[Draft]) -> None:
    """Make one block of a row, unless it only lays out a page: one cell, or headings and lists in it."""
    inside = drafts[row.begin :]
    if len(row.cells) < 2 or not inside or any(draft.kind != "paragraph" for draft in inside):
        return
    bounds = [row.begin, *row.cells[1:], len(drafts)]
    cells = (drafts[begin:end] for begin, end in pairwise(bounds))
    inside[0].linked = sum(draft.linked for draft in inside)
    inside[0].text = " | ".join("\n".join(draft.text for draft in cell) for cell in cells)
    drafts[row.begin :] = inside[:1]


def take_form(form: Open, drafts: list[Draft]) -> str:
    """Take the text of a form out of the drafts; "" where it stays, because the form holds the whole page."""
    texts = [draft.text for draft in drafts[form.begin :]]
    if sum(map(len, texts)) > _FORM_CHARACTERS:
        return ""
    del drafts[form.begin :]
    return " ".join(texts)


def number(value: str | None) -> int | None:
    """The number an attribute gives, None when it gives none of a sane size."""
    match = _NUMBER.match(value or "")
    return int(match[1]) if match else None
