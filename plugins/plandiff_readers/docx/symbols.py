"""Symbols: the signs that a document takes from symbol fonts by their place in the font."""

from __future__ import annotations

_PRIVATE = 0xF000
"""Places in a symbol font are written from here on, or as bare bytes."""

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = (
    dict(zip(range(0x41, 0x5B), _GREEK, strict=True))
    | dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
    | {code: chr(code) for code in range(0x20, 0x40) if chr(code) in " !#%&()+,./0123456789:;<=>?"}
    | dict(zip(range(0xAB, 0xBA), "↔←↑→↓°±″≥×∝∂•÷≠", strict=True))
    | {0xA3: "≤", 0xBB: "≈", 0xBC: "…", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0x2D: "−"}
)
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x76: "❖", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, place: str) -> str:
    """The sign at a place ("F0B7") of a font; the place itself as a character where the sign is not known."""
    try:
        code = int(place[:6], 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.strip().lower(), {}).get(code - _PRIVATE if code >= _PRIVATE else code)
    return known or (chr(code) if 0x20 <= code <= 0xFFFD and not 0xD800 <= code < 0xE000 else "")
