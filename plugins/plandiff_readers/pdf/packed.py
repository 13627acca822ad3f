"""Packed: a content stream in the form that is read fastest."""

from __future__ import annotations

import re

_HEXADECIMAL = re.compile(rb"(?<!<)<((?:[0-9A-Fa-f]{2})+)>(?!>)")
_APART = re.compile(rb"[(%]|\bBI\b")
"""What begins a string, a comment or a picture, in which hexadecimal digits would mean something else."""
_ESCAPED = re.compile(rb"[\\()\r\n]")


def packed(content: bytes) -> bytes:
    """The same stream with its hexadecimal strings written as literal ones.

    pypdf reads strings sign by sign, and literal ones have half as many. A stream that holds anything else with bytes
    of its own stays as it is.
    """
    return content if _APART.search(content) else _HEXADECIMAL.sub(_literal, content)


def _literal(string: re.Match[bytes]) -> bytes:
    data = bytes.fromhex(string[1].decode("ascii"))
    return b"(%s)" % _ESCAPED.sub(lambda sign: b"\\%03o" % sign[0][0], data)
