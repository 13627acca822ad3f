"""Unspaced: scripts written without blanks between words."""

from __future__ import annotations

_RANGES = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Burmese
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u9fff"),  # Han, kana
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def unspaced(sign: str) -> bool:
    """Whether the sign belongs to a script whose words are not set apart, so that signs are its units."""
    return sign > "\u0dff" and any(low <= sign <= high for low, high in _RANGES)
