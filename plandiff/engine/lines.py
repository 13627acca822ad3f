"""Lines: the blocks of a document cut where a point can begin, with hard-wrapped lines told from real ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from plandiff.engine.labels import Label, labels
from plandiff.model import Block

_NARROW, _WIDE = 50, 120
"""Texts are wrapped by hand or machine between these widths. In narrower ones a line break is meant; longer
lines are paragraphs."""

_INLINE = re.compile(
    r"(?<=[.;:!?»”\"'’)\]])[ \t\u00a0]+(?=[(\d①-⓿❶-➓]|[^\W\d_]{1,4}[.)]\s|[^\W\d_]{2,10}\.?\s[\dIVXLC]{1,6}\b)"
)
"""Where a label can stand in the middle of a line: after the end of a sentence or clause."""


class Line(Struct, frozen=True):
    """A piece of a block that may begin a point.

    `first`: begins its block. `hard`: the line break before it is meant, not forced by the width of the page.
    `indent`: blanks before it. `block` is the index of its block, whose `kind`, `level`, `label` and `id` it
    carries when it is the first line.
    """

    text: str
    block: int
    first: bool
    hard: bool
    indent: int = 0
    number: int | None = None
    kind: str = "paragraph"
    level: int | None = None
    label: str | None = None


def lines(blocks: Iterable[Block]) -> list[Line]:
    """The lines of the blocks, with labels that run together on one line cut apart."""
    blocks = list(blocks)
    found = list(_physical(blocks))
    readings = [labels(line.text) for line in found]
    taken = {
        (label.style, label.numbers)
        for line, own in zip(found, readings, strict=True)
        if line.hard
        for label in own
    }  # fmt: skip
    return [piece for line, own in zip(found, readings, strict=True) for piece in _cut(line, own[:1], taken)]


def _physical(blocks: list[Block]) -> Iterator[Line]:
    width = _wrap_width(blocks)
    for index, block in enumerate(blocks):
        rows = block.text.split("\n")
        wrapped = max(map(len, rows)) <= width
        before = ""
        for offset, row in enumerate(rows):
            text = row.strip()
            first = offset == 0
            if not text and not first:
                continue
            # A break was forced when the next word would not have fitted on the line before.
            forced = wrapped and len(before) + 1 + len(text.split(" ", 1)[0]) > width
            yield Line(
                text=text,
                block=index,
                first=first,
                hard=first or not forced,
                indent=len(row) - len(row.lstrip()),
                number=None if block.line is None else block.line + offset,
                kind=block.kind if first else "paragraph",
                level=block.level,
                label=block.label if first and not _labelled_twice(block) else None,
            )
            before = row.rstrip()


def _labelled_twice(block: Block) -> bool:
    """Whether the text repeats the label that the format gave, in full: item 1 of a list that reads "2.1. Text"."""
    if block.label is None:
        return False
    printed = labels(block.text)[:1]
    if not printed or len(printed[0].numbers) == 1:
        return False
    given = labels(block.label.strip() + " ")[:1]
    return bool(given) and printed[0].numbers[-1] == given[0].numbers[-1]


def _wrap_width(blocks: list[Block]) -> int:
    """The width at which the text was wrapped, or 0 when it was not.

    In wrapped text few lines end where a sentence does; where most do, each line is a paragraph.
    """
    breaks = [row.rstrip() for block in blocks for row in block.text.split("\n")[:-1]]
    width = max(
        (len(row) for block in blocks if "\n" in block.text for row in block.text.split("\n") if len(row) <= _WIDE),
        default=0,
    )
    full = [row for row in breaks if 0.6 * width < len(row) <= width]
    sentences = sum(row.endswith((".", ";", ":", "!", "?", "。")) for row in full)
    return width if width >= _NARROW and 2 * sentences <= len(full) else 0


def _cut(line: Line, own: tuple[Label, ...], taken: set[tuple[str, tuple[int, ...]]]) -> Iterator[Line]:
    """The line cut before each label that runs together with what stands before it.

    A number inside a sentence is taken for a label only when it continues the numbering and no line begins with
    that label; a lettered list only when it has at least two members, each beginning like a sentence. A line that
    begins with (1) goes on with (2) however that begins, and one that begins with "1. (a)" or "Article 1 (1)" is
    cut between the two when (b) or (2) follows.
    """
    places = _INLINE.finditer(line.text)
    due = {_next(label) for label in own if label.firm}  # the labels that go on with a list
    cuts: list[int] = []
    waiting: dict[str, tuple[int, Label]] = {}
    at, inner = _inner(line.text, own)
    if inner is not None and (inner.style, (2,)) in taken:
        cuts.append(at)
        due.add(_next(inner))
    elif inner is not None:
        waiting[inner.style] = at, inner
    for place in places:
        readings = [label for label in labels(line.text[place.end() : place.end() + 64]) if label.firm]
        for label in readings:
            this = label.style, label.numbers
            if this in taken and _stands_once(label.style):
                continue
            goes_on = this in due
            start = waiting.get(label.style)
            listed = ")" in label.style and (goes_on or (start is not None and start[0] == at))
            after = place.end() + label.end
            if not listed and not _begins_sentence(line.text[after : after + 1]):
                continue
            if goes_on:
                due.remove(this)
                due.add(_next(label))
                cuts.append(place.end())
                break
            if start is not None and _next(start[1]) == this:
                cuts += [start[0], place.end()]
                due.add(_next(label))
                del waiting[label.style]
                break
            if label.numbers[-1] == 1 and place.end() != at:
                waiting[label.style] = (place.end(), label)
                break
    bounds = [0, *sorted(cuts), len(line.text)]
    for start_at, end in pairwise(bounds):
        text = line.text[start_at:end].strip()
        if start_at == 0:
            yield replace(line, text=text)
        elif text:
            yield replace(line, text=text, first=False, hard=True, kind="paragraph", label=None)


def _next(label: Label) -> tuple[str, tuple[int, ...]]:
    """Style and numbers of the label that goes on with the sequence of this one."""
    return label.style, (*label.numbers[:-1], label.numbers[-1] + 1)


def _inner(text: str, own: tuple[Label, ...]) -> tuple[int, Label | None]:
    """Where the first label of a list stands right behind the label that the text begins with, and which."""
    for outer in own:
        at = outer.printed.find(" (") + 1 or outer.end
        for label in labels(text[at : at + 64])[:1]:
            if label.firm and label.numbers == (1,) and label.style != outer.style:
                return at, label
    return 0, None


def _stands_once(style: str) -> bool:
    """Whether a label of this style is not expected twice in a text: "5." and "Article 5", unlike "(a)"."""
    return style[0].isdigit() or style[:2].isalpha()


def _begins_sentence(character: str) -> bool:
    return bool(character) and not character.islower()
