"""Zip files with the same bytes on every day."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping


def zips(
    parts: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """The zip file of these parts by name; pairs may give a name twice."""
    file = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore")  # Of names given twice.
        for name, part in parts.items() if isinstance(parts, Mapping) else parts:
            entry = zipfile.ZipInfo(name)
            archive.writestr(entry, part, method if name != "mimetype" else zipfile.ZIP_STORED)
    return file.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
