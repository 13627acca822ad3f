"""Document text made safe for SARIF, whose messages know links and placeholders, and whose places are addresses."""

from __future__ import annotations

from plandiff.render.visible import visible

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def escape_sarif(text: str) -> str:
    """The text as a SARIF message: no link `[words](place)` and no placeholder `{0}` comes of it.

    Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6. Where a bracket would begin a link a blank is put between.
    """
    return visible(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")


def escape_address(name: str) -> str:
    """A file name as an address that leads nowhere else: every byte but plain letters and digits is encoded."""
    data = name.encode("utf-8", "surrogatepass")
    path = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in data)
    return f"file://{path}" if path.startswith("/") and not path.startswith("//") else path.lstrip("/")
