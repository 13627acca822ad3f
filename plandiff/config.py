"""Configuration: `plandiff.toml` or `[tool.plandiff]` in `pyproject.toml`, in the folder of a draft or above it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from plandiff.errors import DataError
from plandiff.model import Severity

Level = Severity | Literal["off"]


class Policy(BaseModel):
    """What a change may do.

    `protected_points` (as cited: "3", "21(d)") and `protected_issues` (ids) must not change at all. A change that
    weighs more than `without_note` needs a note: a new line in `note_file`, or a `Plan-Change:` trailer.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    protected_points: tuple[str, ...] = ()
    protected_issues: tuple[str, ...] = ()
    without_note: Severity | None = None
    note_file: str | None = None
    note_trailer: str = "Plan-Change"


class Config(BaseModel):
    """How drafts are checked: from which severity on a finding fails, levels of single rules, and the policy."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: Severity = "substantive"
    rules: dict[str, Level] = {}
    policy: Policy = Policy()


def config(folder: Path) -> tuple[Config, Path | None]:
    """The configuration that holds in a folder, and the file it stands in; the defaults where there is none.

    Of the folder and those above it the nearest file counts alone. Raises `DataError` naming file and field.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        for name in ("plandiff.toml", "pyproject.toml"):
            path = place / name
            if path.is_file():
                table = _table(path)
                if name == "pyproject.toml":
                    table = table.get("tool", {}).get("plandiff")
                if table is not None:
                    return _config(table, path), path
    return Config(), None


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: is not TOML: {error}") from None
    except (UnicodeDecodeError, RecursionError, ValueError):
        raise DataError(f"{path}: is not TOML that can be read: save it as UTF-8 text") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from None


def _config(table: Any, path: Path) -> Config:
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(step)[:40] for step in first["loc"]) or "the whole"
        what = "is unknown; take it out" if first["type"] == "extra_forbidden" else first["msg"]
        raise DataError(f"{path}: field {field}: {what.replace('Input should be', 'must be')}") from None
