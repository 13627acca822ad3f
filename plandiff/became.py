"""What became of what, in words that keep their order on every screen."""

from __future__ import annotations

from unicodedata import bidirectional

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


def became(old: str, new: str) -> str:
    """Old and new of a thing: "600 → 800".

    Between two Hebrew or Arabic words, or two figures in Arabic digits, the bidirectional algorithm (Unicode
    UAX #9) takes an arrow as part of them and shows the new one first, as if it had become the old one. A word
    in between keeps them in their places wherever the message goes, and needs no mark that cannot be seen.
    """
    return f"{old} became {new}" if _right_to_left(old) or _right_to_left(new) else f"{old} → {new}"


def _right_to_left(text: str) -> bool:
    return not text.isascii() and any(bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)
