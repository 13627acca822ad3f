"""Data files: one TOML file makes one noun, such as a sidecar, a seed record or an issue pack.

Every trouble is a `DataError` of one line that names the file, the place in it and the remedy.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from plandiff.errors import DataError
from plandiff.model import Noun, SeedRecord

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

T = TypeVar("T", bound=Noun)

_SHOWN = 40

_MUST = {
    "string_type": "must be text; put it in quotes",
    "tuple_type": "must be a list",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "model_type": "must be a table",
}


def load(kind: type[T], path: Path) -> T:
    """The noun that a TOML file holds. Raises `DataError` when it cannot be read or does not fit."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from error
    return parse(kind, text, str(path))


def parse(kind: type[T], text: str, name: str) -> T:
    """The noun that a TOML text holds; `name` stands for the file in errors. Raises `DataError`."""
    from pydantic import ValidationError

    try:
        return kind.model_validate(tomllib.loads(text))
    except ValidationError as error:
        raise DataError(f"{name}: {_complaint(kind, error.errors())}") from error
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        where = f", {place.split(',')[0].rstrip(')')}" if place else ""
        raise DataError(f"{name}{where}: is not TOML: {_short(reason)}") from error
    except (ValueError, RecursionError) as error:
        # What the TOML reader lets through: a number of thousands of digits, arrays nested without end.
        raise DataError(f"{name}: is not TOML that can be read: {type(error).__name__}") from error


def load_records(folder: Path) -> tuple[SeedRecord, ...]:
    """The seed records of a folder: one from each `*.toml` in it, in the order of their file names.

    Raises `DataError` when the folder is missing or holds no record, when a file does not fit, and when two
    files give the same id.
    """
    if not folder.is_dir():
        raise DataError(f"{folder}: is not a folder; name the folder that holds the seed records")
    records: dict[str, SeedRecord] = {}
    given_by: dict[str, Path] = {}
    for path in sorted(folder.glob("*.toml"), key=lambda path: path.name):
        record = load(SeedRecord, path)
        if record.id in records:
            given = given_by[record.id].name
            raise DataError(f"{path}: field id: {_short(record.id)!r} is the id of {given} too; give it another")
        records[record.id], given_by[record.id] = record, path
    if not records:
        raise DataError(f"{folder}: holds no seed record; a record is a file that ends in .toml")
    return tuple(records.values())


def _complaint(kind: type[Noun], errors: list[ErrorDetails]) -> str:
    """The first trouble as: field path, what is wrong, what to do. Values are never quoted."""
    # A misspelt field is both unknown and missing; the unknown one shows the misspelling.
    error = next((error for error in errors if error["type"] == "extra_forbidden"), errors[0])
    field = f"field {_path(error['loc'])}"
    if error["type"] == "extra_forbidden":
        outermost = len(error["loc"]) == 1
        return f"{field}: is unknown; " + (f"known are {', '.join(kind.model_fields)}" if outermost else "take it out")
    if error["type"] == "missing":
        return f"{field}: is missing; add it"
    return f"{field}: " + _MUST.get(error["type"], error["msg"].replace("Input should be", "must be", 1))


def _path(loc: tuple[int | str, ...]) -> str:
    """A place as it is written: points[3].reported."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_short(step)}" for step in loc)
    return "".join(steps).removeprefix(".")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
