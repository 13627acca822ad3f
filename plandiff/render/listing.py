"""A plan as plain lines that a line-by-line diff can be read of."""

from __future__ import annotations

from plandiff.model import Plan
from plandiff.render.visible import visible

_DEEPEST = 8
"""Levels that are indented."""


def listing(plan: Plan) -> str:
    """A line for every provision: its label and its text, indented by its depth, then what was set aside.

    Nothing in it depends on the name of the file, on the lines of the document or on the width of a terminal.
    """
    depths: dict[str | None, int] = {None: -1}
    lines = []
    for point in plan.points:
        depths[point.id] = depths[point.parent] + 1
        line = f"{point.label} {point.text}" if point.label is not None else point.text
        lines.append("    " * min(depths[point.id], _DEEPEST) + _one_line(line))
    lines += [f"({omission.reason}: {_one_line(omission.text)})" for omission in plan.omitted]
    return "".join(f"{line}\n" for line in lines)


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())
