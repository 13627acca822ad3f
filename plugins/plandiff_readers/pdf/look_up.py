"""Looking things up among the objects of a PDF, any of which may be missing or of a wrong kind."""

from __future__ import annotations

from typing import Any

from pypdf.errors import PdfReadError

MALFORMED = (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError, PdfReadError)
"""What objects of a wrong kind raise."""

_ENCODINGS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))


def look_up(holder: Any, *keys: Any) -> Any:
    """What stands in a dictionary or list under that key, and in that under the next; None where nothing does."""
    for key in keys:
        try:
            holder = holder[key].get_object()
        except MALFORMED:
            return None
    return holder


def said(value: Any) -> str:
    """The text of a string object; "" for what is no string. Lone surrogates are replaced."""
    if isinstance(value, bytes):
        for mark, encoding in _ENCODINGS:
            if value.startswith(mark):
                return value[len(mark) :].decode(encoding, "replace")
        return value.decode("latin-1")
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else ""
