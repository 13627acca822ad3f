"""Zip packages: what .docx, .odt, .xlsx and .epub files are made of."""

from __future__ import annotations

import io
import zipfile
import zlib

from plandiff.errors import ReadError
from plandiff.limits import limit, size, too_much
from plandiff.model import Source

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What reading a zip file that is damaged or of an unknown kind can end with."""


class Package:
    """The parts of a zipped document, read one at a time and never written anywhere.

    The gate has checked the list of parts against the limits. `name in package` tells whether there is a part.
    Raises `ReadError` when the list of parts cannot be read.
    """

    def __init__(self, source: Source) -> None:
        self._name = source.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except _UNREADABLE:
            raise self._damaged("its list of parts cannot be read") from None
        self.names: tuple[str, ...] = tuple(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises `ReadError` when it is missing, damaged or too large."""
        if name not in self:
            raise self._damaged(f"its part {name} is missing")
        declared = self._zip.getinfo(name).file_size
        if declared > limit("zip_part_bytes"):
            raise too_much(self._name, "zip_part_bytes", f"its part {name} unpacks to {size(declared)}")
        try:
            # What a part unpacks to beyond the size it declares is never produced; its checksum then fails.
            return self._zip.read(name)
        except _UNREADABLE:
            raise self._damaged(f"its part {name} cannot be unpacked") from None

    def _damaged(self, what: str) -> ReadError:
        return ReadError(f"{self._name}: is damaged: {what}; open it in its own program and save it again")
