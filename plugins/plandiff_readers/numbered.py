"""Numbered: how many numbered points begin in a block of text."""

from __future__ import annotations

from plandiff.engine.labels import labels


def numbered(label: str | None, text: str) -> int:
    """1 for a block that the format labels, else how many of its lines begin with a label set off from the text."""
    if label is not None:
        return 1
    return sum(any(reading.firm for reading in labels(line.lstrip())) for line in text.split("\n"))
