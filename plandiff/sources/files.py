"""Files: the bytes of a regular file, of standard input or of a text, within the limit on an input."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from plandiff.errors import SourceError
from plandiff.limits import bound, limit


def bytes_of(name: str, path: Path) -> bytes:
    """The bytes of a regular file. Raises `SourceError` when it is none, is too large or cannot be read."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise SourceError(f"{name}: is a folder: name a file in it")
        if not stat.S_ISREG(state.st_mode):
            raise SourceError(f"{name}: is a device or a pipe, not a file: use - to read standard input")
        with path.open("rb") as file:
            return within_limit(name, file.read(limit("input_bytes") + 1))
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(f"{name}: no such file: check the name and the folder") from None
    except PermissionError:
        raise SourceError(f"{name}: no permission to read it: ask its owner or copy it") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror}): check the name and the disk") from None
    except ValueError:
        raise SourceError(f"{name}: is not a file name: check the name") from None


def standard_input() -> bytes:
    """The bytes of standard input. Raises `SourceError` when it is closed or too large."""
    try:
        data = sys.stdin.buffer.read(limit("input_bytes") + 1)
    except (AttributeError, OSError, ValueError):
        raise SourceError("standard input: cannot be read: name a file instead of -") from None
    return within_limit("standard input", data)


def within_limit(name: str, data: bytes) -> bytes:
    """The data. Raises `SourceError` when it is larger than the limit."""
    if len(data) > limit("input_bytes"):
        raise SourceError(f"{name}: is too large; {bound('input_bytes')}")
    return data
