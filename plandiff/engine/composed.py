"""Composed: a text in one Unicode form, in time that grows with its length alone."""

from __future__ import annotations

import unicodedata
from typing import Literal

MAX_MARKS = 30
"""Combining marks in a row that are put in order; as in Unicode's stream-safe text format (UAX 15, D4), which keeps
longer runs from costing quadratic time."""


def composed(text: str, form: Literal["NFC", "NFKC"]) -> str:
    """The text in that form; no sign is lost, and marks beyond the first `MAX_MARKS` of a run keep their order."""
    if len(text) <= MAX_MARKS:
        return unicodedata.normalize(form, text)
    if unicodedata.is_normalized(form, text):
        return text
    pieces, start, marks = [], 0, 0
    for index, sign in enumerate(text):
        # Some signs become a mark only when they are taken apart.
        marks = marks + 1 if unicodedata.combining(unicodedata.normalize("NFKD", sign)[0]) else 0
        if marks > MAX_MARKS:
            pieces.append(unicodedata.normalize(form, text[start:index]))
            start, marks = index, 1
    pieces.append(unicodedata.normalize(form, text[start:]))
    return "".join(pieces)
