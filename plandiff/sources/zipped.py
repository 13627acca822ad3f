"""Zip files: which document one holds, and that it stays within the limits, before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter

from plandiff.errors import SourceError
from plandiff.limits import Limit, bound, limit, size
from plandiff.sources.media import READS

_ENTRY = b"PK\x01\x02"
"""Each entry of a zip file's directory begins with this."""

_SMALL = 1_000_000
"""A part of this size may be packed at any ratio: a blank page packs a thousand to one."""

_LONGEST_NAME = 80
_SAVE = "open it in its own program and save it again"
_ENCRYPTED = 0x1

_MEDIA_TYPES = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
    "application/epub+zip": "epub",
}
_PARTS = (("word/", "docx"), ("xl/workbook.xml", "xlsx"), ("META-INF/container.xml", "epub"))
_REFUSED = (
    ("xl/", "a binary Excel workbook", "save it as .xlsx"),
    ("ppt/", "a PowerPoint file", "save its text as .docx or as plain text"),
    ("Index/Document.iwa", "a Pages document", "export it as Word (.docx)"),
    ("content.xml", "an OpenDocument file that is no text", "save its text as .odt or .docx"),
)
_ANOTHER = ("a zip archive", f"{READS}; unpack it first")


def zipped(name: str, data: bytes) -> str:
    """What a zip file holds, as `Source.media` says it.

    Sizes are those that the directory of the file declares; readers never unpack more than that. Raises
    `SourceError` when the file is damaged or protected, goes beyond a limit, or holds no document that is read.
    """
    # Counted before the directory is read, because reading it takes some hundred bytes of memory an entry.
    if (entries := data.count(_ENTRY)) > limit("zip_entries"):
        raise _beyond(name, "zip_entries", f"is packed from {entries:,} parts")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        raise SourceError(f"{name}: is a zip file that is damaged or cut off: copy or download it again") from None
    with archive:
        _check(name, archive.infolist())
        kind = _kind(name, archive)
        if kind == "odt" and b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise _protected(name)
        return kind


def _check(name: str, parts: list[zipfile.ZipInfo]) -> None:
    spellings = Counter(part.filename.casefold() for part in parts)
    for part in parts:
        shown = f"its part {part.filename[:_LONGEST_NAME]}"
        unpacked = f"{shown} unpacks to {size(part.file_size)}"
        if spellings[part.filename.casefold()] > 1:
            raise SourceError(f"{name}: {shown} is there twice: {_SAVE}")
        if part.flag_bits & _ENCRYPTED:
            raise _protected(name)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise SourceError(
                f"{name}: {shown} is packed in an unusual way: open it in its own program and save it again"
            )
        if part.file_size > limit("zip_part_bytes"):
            raise _beyond(name, "zip_part_bytes", unpacked)
        if part.file_size > max(_SMALL, limit("zip_ratio") * part.compress_size):
            raise _beyond(name, "zip_ratio", f"{unpacked} from {size(part.compress_size)}")
    if (total := sum(part.file_size for part in parts)) > limit("zip_total_bytes"):
        raise _beyond(name, "zip_total_bytes", f"unpacks to {size(total)}")


def _kind(name: str, archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if kind := _MEDIA_TYPES.get(_part(archive, "mimetype").decode("ascii", "replace").strip()):
        return kind
    for beginning, kind in _PARTS:
        if any(part.startswith(beginning) for part in names):
            return kind
    refused = ((what, how) for beginning, what, how in _REFUSED if any(part.startswith(beginning) for part in names))
    what, remedy = next(refused, _ANOTHER)
    raise SourceError(f"{name}: is {what}: {remedy}")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part, or nothing where it is missing or damaged: that is for the reader to say."""
    try:
        return archive.read(name)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        return b""


def _protected(name: str) -> SourceError:
    return SourceError(f"{name}: is protected by a password: open it in its own program and save it without one")


def _beyond(name: str, limit_name: Limit, what: str) -> SourceError:
    return SourceError(f"{name}: {what}; {bound(limit_name)}")
