"""Normalise: the form of a text by which it is compared, never shown."""

from __future__ import annotations

import re

from plandiff.engine.composed import composed

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»‹›″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛`´′ʼʹ＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
        "…": "...",
        "\u00ad": None,
    }
)
_SET_OFF = re.compile(r"(?<!\S)«\s([^«»]{1,600}?)\s»")
"""Quotation marks with blanks inside them, as French has them; where « closes, it stands at a word."""
_MARKER = re.compile(r"^[•‣▪◦●○*·-]\s+", re.MULTILINE)


def normalize(text: str) -> str:
    """The text without the differences that have no textual effect.

    White space, quotation marks, dashes, list markers and Unicode form (NFC) are made alike. Two texts with
    equal normal forms are `unchanged`.
    """
    if not text.isascii():
        text = _SET_OFF.sub(r'"\1"', composed(text, "NFC")).translate(_SIGNS)
    text = _MARKER.sub("", text).replace("''", '"').replace("``", '"')
    return " ".join(text.split())
