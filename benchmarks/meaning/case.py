"""Case: two texts and what their difference means, read from the files of labels."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "cases"
SETS = {"first": FOLDER, "second": Path(__file__).parent / "heldout", "third": Path(__file__).parent / "third"}
"""The sets of labels by their names; DEFINITION.md says how each was made and how it was judged the first time."""


class FactLabel(NamedTuple):
    """A fact that differs: `old` and `new` are value and unit ("60 day"), None where there is none."""

    type: str
    old: str | None = None
    new: str | None = None
    delta: str | None = None
    percent: int | None = None


class RuleLabel(NamedTuple):
    """A finding: its rule and words that its quote or message must hold."""

    rule: str
    quote: str = ""


class Case(NamedTuple):
    """Two versions and their complete label; `kind` is the class that the case was written for.

    `plans` tells whole plans, in which references are judged, from texts of one point. `severity` is None where
    the definition leaves doubt. In a `clean` case only invisible changes are judged, and there are none.
    """

    id: str
    language: str
    kind: str
    old: str
    new: str
    trap: bool = False
    plans: bool = False
    clean: bool = False
    facts: tuple[FactLabel, ...] = ()
    rules: tuple[RuleLabel, ...] = ()
    severity: str | None = None


def cases(folder: Path = FOLDER) -> list[Case]:
    """Every case of the folder, file by file in order of name."""
    return [case for path in sorted(folder.glob("*.toml")) for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    language = file["language"]
    for entry in file.get("case", ()):
        plans = "old_plan" in entry
        yield Case(
            id=entry["id"],
            language=language,
            kind=entry.get("class") or file["class"],
            old=_plan(entry["old_plan"]) if plans else _point(entry["old"]),
            new=_plan(entry["new_plan"]) if plans else _point(entry["new"]),
            trap=entry.get("trap", False),
            plans=plans,
            facts=tuple(FactLabel(**fact) for fact in entry.get("facts", ())),
            rules=tuple(_rule(rule) for rule in entry.get("rules", ())),
            severity=entry.get("severity"),
        )
    for entry in file.get("clean", ()):
        text = entry["text"]
        others = {"same": text, "edited": entry["edited"], "typed": text.translate(_TYPED)}
        for name, other in others.items():
            yield Case(f"{entry['id']}-{name}", language, file["class"], _point(text), _point(other), clean=True)


_TYPED = {ord("\u00a0"): " ", ord("\u202f"): " ", ord("\u3000"): " ", ord("\u200e"): None, ord("\u200f"): None}
"""A clean paragraph as somebody types it again without the keys for fine typography."""


def _point(text: str) -> str:
    return f"1. {text}\n"


def _plan(points: list[str]) -> str:
    return "\n".join(points) + "\n"


def _rule(entry: str | Mapping[str, Any]) -> RuleLabel:
    return RuleLabel(entry) if isinstance(entry, str) else RuleLabel(**entry)
