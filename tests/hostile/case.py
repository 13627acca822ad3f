"""Case: one hostile file."""

from __future__ import annotations

from typing import Literal, NamedTuple

MARK = "sentinel"
"""A word behind what is hostile in a file: where the file is read, it must be among the points or what is set aside."""

POINTS = f"1. The border is open.\n2. The {MARK} is on guard.\n"
"""A small agreement, for what is hostile in another way than by its words."""


class Case(NamedTuple):
    """A file by name and bytes, what is hostile about it, and how reading it must end, where only one end is right.

    `holds` is a word that must not be lost when the file is read.
    """

    name: str
    kind: str
    data: bytes
    ends: Literal["read", "refused"] | None = None
    holds: str = MARK
