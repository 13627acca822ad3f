"""Data files: one TOML file makes one noun, such as a sidecar, a seed record or an issue pack.

Every trouble is a `DataError` of one line that names the file, the place in it and the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

import tomli
from msgspec import ValidationError, convert
from msgspec.structs import fields

from plandiff.errors import DataError
from plandiff.model import Noun, SeedRecord
from plandiff.toml_line import toml_line

T = TypeVar("T", bound=Noun)

_SHOWN = 40

_MUST = {
    "str": "must be text; put it in quotes",
    "int": "must be a whole number",
    "float": "must be a number",
    "bool": "must be true or false",
    "array": "must be a list",
    "object": "must be a table",
}


def load(kind: type[T], path: Path) -> T:
    """The noun that a TOML file holds. Raises `DataError` when it cannot be read or does not fit."""
    return parse(kind, read_text(path), str(path))


def read_text(path: Path) -> str:
    """The text of a data file. Raises `DataError` when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from error


def parse(kind: type[T], text: str, name: str) -> T:
    """The noun that a TOML text holds; `name` stands for the file in errors. Raises `DataError`."""
    return fit(kind, table(text, name), name, text)


def fit(kind: type[T], given: Any, name: str, text: str = "") -> T:
    """The noun that a table holds, which `text` is the TOML of; `name` stands for its file. Raises `DataError`."""
    try:
        return convert(given, kind)
    except ValidationError as error:
        said = complaint(kind, error)
        line = toml_line(text, said.removeprefix("field ").partition(": ")[0])
        raise DataError(f"{name}{f', line {line}' if line else ''}: {said}") from error


def table(text: str, name: str) -> dict[str, Any]:
    """What a TOML text holds; `name` stands for the file in errors. Raises `DataError`."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
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


def complaint(kind: type[Noun], error: ValidationError) -> str:
    """What does not fit that noun, as: field path, what is wrong, what to do. Values are never quoted."""
    what, _, place = str(error).partition(" - at `$")
    # A place in a table of free keys is "[...]", which names nothing.
    path = place.removesuffix("`").removeprefix(".").replace("[...]", "")
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL):
        remedy = "take it out" if path else f"known are {', '.join(kind.__struct_fields__)}"
        return f"field {_inside(path, _short(unknown[1]))}: is unknown; {remedy}"
    if missing := re.fullmatch(r"Object missing required field `(.*)`", what):
        return f"field {_inside(path, missing[1])}: is missing; add it"
    expected = re.match(r"Expected `(\w+)", what)
    return f"field {path}: {_MUST[expected[1]] if expected else _choice(kind, path)}"


def _inside(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field


def _choice(kind: type[Noun], path: str) -> str:
    """The words that may stand at a place that takes only some."""
    for step in path.split("."):
        types = {field.name: field.type for field in fields(kind)}
        spread = list(_spread(types[step.partition("[")[0]]))
        kind = next((each for each in spread if isinstance(each, type) and issubclass(each, Noun)), kind)
    *others, last = (repr(word) for word in spread if isinstance(word, str))
    return f"must be {', '.join(others)} or {last}"


def _spread(annotation: Any) -> Iterator[Any]:
    """A type with all that it is made of: the words of a `Literal`, the noun in a tuple."""
    yield annotation
    for each in get_args(annotation):
        yield from _spread(each)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
