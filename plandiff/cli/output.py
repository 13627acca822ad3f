"""Where a report goes: standard output or a file, whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from plandiff.errors import OutputError

Color = Literal["auto", "always", "never"]


class Page(io.StringIO):
    """A report in the making, which says of itself what is true of the place where it will end up.

    A report is made in memory first, so that a failure leaves no half of it behind.
    """

    def __init__(self, file: Path | None = None) -> None:
        super().__init__(newline="")
        self._stdout = None if file else sys.stdout

    def isatty(self) -> bool:
        return self._stdout is not None and self._stdout.isatty()

    def fileno(self) -> int:
        return self._stdout.fileno() if self._stdout else super().fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._stdout.encoding if self._stdout else "utf-8"


def write(report: str | bytes, file: Path | None = None, *, inputs: Iterable[str] = (), paged: bool = False) -> None:
    """Write a report to standard output, or to a file that is then complete or untouched.

    `paged` shows a text that is longer than the terminal in a pager. Raises `OutputError` when it cannot be
    written, or when the file is one of the `inputs` or the sidecar of one.
    """
    try:
        if file is None:
            _write_stdout(report, paged=paged)
        else:
            _refuse(file, inputs)
            # A link stays a link: what it leads to is replaced.
            _write_file(report, Path(os.path.realpath(file)))
    except OSError as error:
        name = "standard output" if file is None else file
        raise OutputError(f"{name}: cannot be written: {error.strerror or type(error).__name__}") from error


def _write_stdout(report: str | bytes, *, paged: bool) -> None:
    if sys.stdout is None:
        raise OutputError("standard output: cannot be written: it is closed")
    if isinstance(report, str):
        if paged and sys.stdout.isatty():
            from plandiff.cli.pager import pager

            if pager(report):
                return
        sys.stdout.write(report)
    elif sys.stdout.isatty():
        raise OutputError("standard output: a terminal shows no such file; name one with --output")
    else:
        sys.stdout.buffer.write(report)
    sys.stdout.flush()


def _refuse(file: Path, inputs: Iterable[str]) -> None:
    if file.is_dir():
        raise OutputError(f"{file}: is a folder; name a file for --output")
    if not file.exists():
        return
    if not file.is_file():
        raise OutputError(f"{file}: is not a regular file; leave out --output to write to standard output")
    if any(os.path.exists(each) and file.samefile(each) for name in inputs for each in (name, _sidecar(name))):
        raise OutputError(f"{file}: is read for the report; name another file for --output")
    if not os.access(file, os.W_OK):
        raise OutputError(f"{file}: is write-protected; name another file for --output")


def _sidecar(name: str) -> Path:
    path = Path(name)
    return path.with_name(f"{path.stem}.meta.toml")


def _write_file(report: str | bytes, file: Path) -> None:
    import secrets
    import shutil

    temporary = file.with_name(f".plandiff-{secrets.token_hex(8)}")
    try:
        data = report.encode("utf-8", "backslashreplace") if isinstance(report, str) else report
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
