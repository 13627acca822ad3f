"""A JSON report, read back."""

from __future__ import annotations

from json import JSONDecodeError, loads
from pathlib import Path

from msgspec import ValidationError, convert

from plandiff.data import complaint
from plandiff.errors import DataError
from plandiff.model import SCHEMA_VERSION, Comparison
from plandiff.sources.files import bytes_of


def reread(path: Path) -> Comparison:
    """The comparison that a report holds. Raises `DataError` when it is none that this version can read."""
    try:
        report = loads(bytes_of(str(path), path))
    except JSONDecodeError as error:
        raise DataError(f"{path}, line {error.lineno}: is not JSON; write the report with --format json") from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path}: is not JSON that can be read; write the report with --format json") from error
    version = report.get("schema_version") if isinstance(report, dict) else None
    if version != SCHEMA_VERSION:
        raise DataError(f"{path}: is no report of schema version {SCHEMA_VERSION}; write it with --format json")
    try:
        return convert(report, Comparison)
    except ValidationError as error:
        raise DataError(f"{path}: {complaint(Comparison, error)}") from error
    except RecursionError as error:
        raise DataError(f"{path}: nests too deeply; write the report with --format json") from error
