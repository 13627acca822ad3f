"""Document text made safe for a spreadsheet, which takes a cell that begins with a sign for a formula."""

from __future__ import annotations

from plandiff.render.visible import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
LONGEST = 32_767
"""The most characters that a cell of a spreadsheet holds."""


def escape_cell(text: str) -> str:
    """The text as a cell: hidden characters shown, an apostrophe before what would be a formula.

    Full-width signs, which a spreadsheet reads as their plain forms, are guarded too. A longer text than a cell
    holds is cut, and ends with how much was left out. Source: the advice of OWASP on CSV injection.
    """
    shown = visible(text)
    if len(shown) > LONGEST:
        note = f" … ({len(shown) - LONGEST + 40} more characters)"
        shown = shown[: LONGEST - len(note)] + note
    plain = shown.lstrip(" \u00a0\u3000")
    return f"'{shown}" if plain.startswith(_FORMULA) else shown
