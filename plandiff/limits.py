"""Limits: how much of a document is read before plandiff refuses it, each with a name and a way to raise it.

Documents are hostile until read: a file of a few kilobytes can unpack to gigabytes. The defaults leave room
for a treaty of a thousand pages; `PLANDIFF_LIMIT_<NAME>` in the environment sets another whole number.
"""

from __future__ import annotations

import os
from typing import Literal, get_args

from plandiff.errors import DataError, ReadError

Limit = Literal[
    "input_bytes",
    "zip_entries",
    "zip_part_bytes",
    "zip_total_bytes",
    "zip_ratio",
    "xml_depth",
    "pdf_pages",
    "table_rows",
    "cells",
    "read_seconds",
    "read_memory_bytes",
    "answer_bytes",
]

_DEFAULTS: dict[Limit, int] = {
    "input_bytes": 50_000_000,
    "zip_entries": 2_000,
    "zip_part_bytes": 64_000_000,
    "zip_total_bytes": 200_000_000,
    "zip_ratio": 100,
    "xml_depth": 256,
    "pdf_pages": 2_000,
    "table_rows": 100_000,
    "cells": 1_000_000,
    "read_seconds": 20,
    "read_memory_bytes": 512_000_000,
    "answer_bytes": 100_000_000,
}

LIMITS: tuple[Limit, ...] = get_args(Limit)

_PREFIX = "PLANDIFF_LIMIT_"
_DIGITS = 15


def limit(name: Limit) -> int:
    """The limit of that name: the environment's where it sets one, the default otherwise.

    Raises `DataError` when the environment sets something that is not a whole number above 0.
    """
    variable = _PREFIX + name.upper()
    given = os.environ.get(variable)
    if given is None:
        return _DEFAULTS[name]
    digits = given.strip().replace("_", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS and int(digits)):
        raise DataError(f"{variable}: must be a whole number above 0; set it to one, or unset it for {_DEFAULTS[name]}")
    return int(digits)


def too_much(name: str, limit_name: Limit, what: str) -> ReadError:
    """The error that a document goes beyond a limit: `what` says it in words ("unpacks to 300 MB").

    `name` is the name of the source. The line quotes the limit and says how to raise it.
    """
    return ReadError(f"{name}: {what}; {bound(limit_name)}")


def bound(name: Limit) -> str:
    """The limit and how to raise it, as the end of an error line."""
    value = limit(name)
    unit = name.rpartition("_")[2]
    said = size(value) if unit == "bytes" else f"{value:,} s" if unit == "seconds" else f"{value:,}"
    return f"the limit is {said}: if you trust the file, set {_PREFIX}{name.upper()} higher"


def size(count: int) -> str:
    """A number of bytes as it is said to a person: "50 MB", "1.5 GB"."""
    for unit, step in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= step:
            return f"{count / step:,.1f}".removesuffix(".0") + f" {unit}"
    return f"{count} bytes"
