"""Configuration: `plandiff.toml` or `[tool.plandiff]` in `pyproject.toml`, in the folder of a draft or above it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec import field
from msgspec.structs import asdict

from plandiff.data import fit, read_text, table
from plandiff.model import Noun, Severity

Level = Severity | Literal["off"]


class Policy(Noun, frozen=True, kw_only=True):
    """What a change may do.

    `protected_points` (as cited: "3", "21(d)") and `protected_issues` (ids) must not change at all. A change that
    weighs more than `without_note` needs a note: a new line in `note_file`, or a `Plan-Change:` trailer. No draft
    may violate the `red_lines` in these files. Files are named from the folder of the configuration; red lines lie
    in it.
    """

    protected_points: tuple[str, ...] = ()
    protected_issues: tuple[str, ...] = ()
    without_note: Severity | None = None
    note_file: str | None = None
    note_trailer: str = "Plan-Change"
    red_lines: tuple[str, ...] = ()


class Config(Noun, frozen=True, kw_only=True):
    """How drafts are checked: from which severity on a finding fails, levels of single rules, and the policy."""

    level: Severity = "substantive"
    rules: dict[str, Level] = field(default_factory=dict)
    policy: Policy = Policy()


class Setting(NamedTuple):
    """One field of the configuration: its name, its value, and the file that gives it, None for the default."""

    name: str
    value: Any
    origin: Path | None


def config(folder: Path) -> tuple[Config, Path | None]:
    """The configuration that holds in a folder, and the file it stands in; the defaults where there is none.

    Of the folder and those above it the nearest file counts alone. Raises `DataError` naming file and field.
    """
    given, path = _nearest(folder)
    return fit(Config, given, str(path)), path


def settings(folder: Path) -> Iterator[Setting]:
    """Every field that holds in a folder, one by one, in the order of the manual. Raises `DataError`."""
    given, path = _nearest(folder)
    held = fit(Config, given, str(path))
    yield Setting("level", held.level, path if "level" in given else None)
    for rule, level in sorted(held.rules.items()):
        yield Setting(f"rules.{rule}", level, path)
    for name, value in asdict(held.policy).items():
        yield Setting(f"policy.{name}", value, path if name in given.get("policy", {}) else None)


def _nearest(folder: Path) -> tuple[Any, Path | None]:
    """The table of the nearest file that has one, and that file."""
    for place in (folder.resolve(), *folder.resolve().parents):
        for name in ("plandiff.toml", "pyproject.toml"):
            path = place / name
            if path.is_file():
                given: Any = table(read_text(path), str(path))
                if name == "pyproject.toml":
                    tools = given.get("tool")
                    given = tools.get("plandiff") if isinstance(tools, dict) else None
                if given is not None:
                    return given, path
    return {}, None
