"""Numbering: which labels of a text are meant, and how they nest.

A label is believed because of the others: it continues a sequence that is open, or begins one. The open
sequences form a stack, outermost first, as in "Article 2 / (1) / (a)"; a label that continues a sequence closes
those inside it. A year or an initial at the start of a line continues nothing and so stays text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from plandiff.engine.labels import Label, labels
from plandiff.engine.lines import Line

MAX_GAP = 30
"""How far a sequence may jump ahead and still be the same one: points may be missing on purpose."""

MAX_START = 999
"""A text that begins in the middle may begin with any point up to this one; beyond it stand years."""

OUTERMOST = ("schedule", "annex", "appendix", "exhibit", "part", "title")
"""Divisions that close every open sequence."""


class Marker(Struct, frozen=True):
    """A line that begins a point: its label, the index of the line that begins the point around it (None at the
    top) and the number of the sequence it belongs to, counted through the text."""

    label: Label
    parent: int | None
    run: int


class _Frame(Struct, frozen=True):
    """An open sequence: its style, the last label seen, where that stands, and the sequence's own parent."""

    style: str
    label: Label
    line: int
    indent: int
    parent: int | None
    run: int
    level: int | None


def numbering(lines: Sequence[Line]) -> list[Marker | None]:
    """For each line the point it begins, or None where it goes on with what stands before."""
    readings = [_readings(line) for line in lines]
    ahead = _following(lines, readings)
    stack: list[_Frame] = []
    last: dict[str, Label] = {}
    markers: list[Marker | None] = []
    runs = 0
    for index, line in enumerate(lines):
        chosen = _choose(line, readings[index], stack, ahead, index, last)
        if chosen is None:
            markers.append(None)
            continue
        label, depth = chosen
        if depth < len(stack) and _same_run(stack[depth], label, line):
            frame = stack[depth]
            parent, run = frame.parent, frame.run
        else:
            parent = stack[depth - 1].line if depth else None
            run, runs = runs, runs + 1
        last[label.style] = label
        del stack[depth:]
        # The level of a heading is none of a list: what is listed below a numbered heading stands in it.
        level = line.level if line.label is not None else None
        stack.append(_Frame(label.style, label, index, line.indent, parent, run, level))
        markers.append(Marker(label, parent, run))
    return markers


def _readings(line: Line) -> tuple[Label, ...]:
    return labels(line.text) if line.label is None else _given(line.label.strip())


@lru_cache(maxsize=4096)
def _given(printed: str) -> tuple[Label, ...]:
    """The readings of a label that the format gave; the same ones come again in every list."""
    found = labels(f"{printed} ")
    whole = [replace(label, end=0, firm=True) for label in found if label.end >= len(printed)]
    return tuple(whole) or (Label(printed, "given", (printed,), (0,), 0, True),)


def _following(lines: Sequence[Line], readings: Sequence[tuple[Label, ...]]) -> dict[tuple[str, tuple[int, ...]], int]:
    """The last line that can be read as each label: tells whether a sequence goes on further down."""
    return {
        (label.style, label.numbers): index
        for index, line in enumerate(lines)
        if line.hard
        for label in readings[index]
    }


def _choose(
    line: Line,
    readings: tuple[Label, ...],
    stack: list[_Frame],
    ahead: dict[tuple[str, tuple[int, ...]], int],
    index: int,
    last: dict[str, Label],
) -> tuple[Label, int] | None:
    """The reading that is meant and the depth at which it stands on the stack, or None when none is."""
    if line.label is not None:
        return readings[0], _given_depth(line, readings[0], stack)
    goes_on = {
        reading: ahead.get((reading.style, _next(reading)), -1) > index for reading in readings
    }  # fmt: skip
    # A reading that continues a sequence comes before one that begins a new one, unless only the other goes on:
    # "(i)" after (h) is the ninth letter when (j) follows, and roman one when (ii) does.
    candidates = []
    for order, reading in enumerate(readings):
        depth = _continues(line, reading, stack)
        if depth is not None:
            candidates.append(((not goes_on[reading], order), reading, depth))
        elif _starts(line, reading, stack, goes_on[reading] or _resumes(reading, last)):
            candidates.append(
                ((not goes_on[reading], order + len(readings)), reading, _start_depth(line, reading, stack))
            )
    if not candidates:
        return None
    _, label, depth = min(candidates, key=lambda candidate: candidate[0])
    return label, depth


def _resumes(label: Label, last: dict[str, Label]) -> bool:
    """Whether the label goes on with a sequence that a new division closed: articles are counted through chapters."""
    before = last.get(label.style)
    if before is None or not _is_word(label.style) or not label.firm or before.numbers[:-1] != label.numbers[:-1]:
        return False
    return 0 < label.numbers[-1] - before.numbers[-1] <= MAX_GAP


def _next(label: Label) -> tuple[int, ...]:
    return (*label.numbers[:-1], label.numbers[-1] + 1)


def _continues(line: Line, label: Label, stack: list[_Frame]) -> int | None:
    """The depth of the open sequence that this label continues, innermost first."""
    for depth in range(len(stack) - 1, -1, -1):
        frame = stack[depth]
        if frame.style != label.style:
            continue
        if frame.label.numbers[:-1] != label.numbers[:-1]:
            if _steps_up(frame.label, label) and not (depth and _holds(stack[depth - 1].label, frame.label)):
                return depth if line.hard and (label.firm or line.first or _sentence(line.text, label)) else None
            continue
        step = label.numbers[-1] - frame.label.numbers[-1]
        added = step == 0 and label.values[-1] != frame.label.values[-1] and label.values[-1][:-1].isdigit()
        if step == 1 or added:
            if not line.hard and not label.firm:
                return None
            if label.firm or line.first or _sentence(line.text, label):
                return depth
        elif line.hard and label.firm and (1 < step <= MAX_GAP or (line.first and step <= 0 and label.numbers[-1] > 1)):
            return depth
    if label.firm and line.hard and len(label.numbers) == 1 and label.numbers[-1] > 1:
        # The next number with another dot or bracket is a slip of the pen, not another list.
        for depth in range(len(stack) - 1, -1, -1):
            frame = stack[depth]
            if _bare(frame.style) == _bare(label.style) and label.numbers[-1] == frame.label.numbers[-1] + 1:
                return depth
    return None


def _steps_up(before: Label, label: Label) -> bool:
    """Whether the label goes on at a higher level: 2.1 after 1.4, Section 3 after Section 2(b)."""
    level = next(
        (n for n, pair in enumerate(zip(before.numbers, label.numbers, strict=False)) if pair[0] != pair[1]),
        None,
    )
    if level is None or label.numbers[level] != before.numbers[level] + 1:
        return False
    return all(number == 1 for number in label.numbers[level + 1 :])


def _holds(outer: Label, label: Label) -> bool:
    """Whether a label names the point around another's, as 2 does for 2.1."""
    return len(outer.numbers) < len(label.numbers) and label.numbers[: len(outer.numbers)] == outer.numbers


def _bare(style: str) -> str:
    return style if _is_word(style) else style.strip("().")


def _starts(line: Line, label: Label, stack: list[_Frame], goes_on: bool) -> bool:
    """Whether the label can begin a sequence of its own."""
    if len(label.numbers) > 1:
        if not line.hard or not _sentence(line.text, label) or label.numbers[-1] > MAX_GAP:
            return False
        return _parent_depth(label, stack) is not None or (line.first and (goes_on or label.numbers[-1] == 1))
    first = label.numbers[-1] == 1
    if not line.hard:
        return first and goes_on and label.style[0] == "("
    if label.firm and first:
        return True
    if not _sentence(line.text, label):
        return False
    if first:
        return goes_on
    if not label.firm:
        return goes_on and line.first and not stack and label.style == "1."
    # A text that begins in the middle, or one whose first members were cut.
    begins = not stack or goes_on or label.style[0] == "(" or _is_word(label.style) or _is_word(stack[-1].style)
    return begins and (line.first or goes_on) and label.numbers[-1] <= MAX_START


def _sentence(text: str, label: Label) -> bool:
    """Whether what follows the label begins like a sentence or title."""
    after = text[label.end : label.end + 1]
    return not after or not (after.islower() or after.isdigit())


def _start_depth(line: Line, label: Label, stack: list[_Frame]) -> int:
    """Where a sequence that begins with this label stands on the stack."""
    parent = _parent_depth(label, stack) if len(label.numbers) > 1 else None
    if parent is not None and (not _is_word(label.style) or stack[parent].style == label.style):
        return parent + 1
    if _is_word(label.style):
        if label.style in OUTERMOST:
            return 0
        for depth, frame in enumerate(stack):
            if frame.style == label.style or not _is_word(frame.style):
                return depth
        return len(stack)
    for depth in range(len(stack) - 1, -1, -1):
        frame = stack[depth]
        if frame.style == label.style:
            deeper = line.indent > frame.indent + 1
            return depth + 1 if deeper else depth
    return len(stack)


def _parent_depth(label: Label, stack: list[_Frame]) -> int | None:
    """The depth of the point whose numbers begin this label's, as 2 does for 2.1."""
    for depth in range(len(stack) - 1, -1, -1):
        if _holds(stack[depth].label, label):
            return depth
    return None


def _given_depth(line: Line, label: Label, stack: list[_Frame]) -> int:
    """Where a label stands that the format gave: by its stated level, among the points with a stated level."""
    if line.level is None:
        depth = _continues(line, label, stack)
        return len(stack) if depth is None else depth
    for depth, frame in enumerate(stack):
        if frame.level is not None and frame.level >= line.level:
            return depth
    return len(stack)


def _same_run(frame: _Frame, label: Label, line: Line) -> bool:
    """Whether the label goes on with the sequence rather than starting it again."""
    if _bare(frame.style) != _bare(label.style) or frame.label.numbers[:-1] != label.numbers[:-1]:
        return (
            line.label is not None and line.level is not None and frame.level == line.level and label.numbers[-1] != 1
        )
    return label.numbers[-1] != 1 or label.style == "given"


def _is_word(style: str) -> bool:
    """Whether the sequence is announced by a word, as "Article 5" is."""
    return style[:2].isalpha() or style[0] in "§№第一"
