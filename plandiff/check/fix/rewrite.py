"""Edits made in the bytes of a text; all other bytes stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from plandiff.errors import SourceError
from plandiff.model import Source

_MARK = "\ufeff"


class Edit(NamedTuple):
    """What stands in `Source.text` from `start` to `end`, within one line, is to be `new`."""

    start: int
    end: int
    new: str


def rewrite(source: Source, edits: Iterable[Edit]) -> bytes:
    """The bytes of a source with the edits made: its encoding, its byte order mark and its line ends are kept.

    Raises `SourceError` when the text cannot be turned back into these very bytes.
    """
    encoding = source.encoding or "utf-8"
    raw = source.data.decode(encoding, "replace")
    if raw.encode(encoding, "replace") != source.data or source.text is None:
        raise SourceError(f"{source.name}: holds bytes that cannot be kept: save it as UTF-8 first")
    rows = re.split(r"(?<=\n)|(?<=\r)(?!\n)", raw)
    starts = [0]
    for row in source.text.split("\n"):
        starts.append(starts[-1] + len(row) + 1)
    shift = len(_MARK) if raw.startswith(_MARK) else 0
    for start, end, new in sorted(edits, reverse=True):
        line = next(number for number in range(len(starts) - 1) if start < starts[number + 1])
        at = start - starts[line] + (shift if line == 0 else 0)
        rows[line] = rows[line][:at] + new + rows[line][at + end - start :]
    return "".join(rows).encode(encoding)
