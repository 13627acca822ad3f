"""The points of a point list, from the lists and objects that JSON or YAML holds."""

from __future__ import annotations

import re
from typing import Any

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Omission

MAX_DEPTH = 12
"""Points nested deeper than this are refused: no agreement numbers that many levels."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Literal(str):
    """A number as it is written: a label 1.10 is not 1.1."""


def points(name: str, data: Any, *, kind: str, shape: str) -> Document:
    """The document of a point list: a list of points or texts, or an object with one under "points".

    `name` is that of the source, `kind` what it is written in ("JSON") and `shape` how a list looks in it. Other
    fields are set aside, each under its name. Raises `ReadError`, which names the path of the value.
    """
    return _Reading(name, kind, shape).document(data)


def inside(path: str, key: str) -> str:
    """The path of a key; a long key is cut, since errors quote no more than a few words of a document."""
    short = key if len(key) <= 24 else f"{key[:23]}…"
    return f"{path}.{short}" if path else short


class _Reading:
    """A point list being read."""

    def __init__(self, name: str, kind: str, shape: str) -> None:
        self.name = name
        self.kind = kind
        self.shape = shape
        self.blocks: list[Block] = []
        self.omitted: list[Omission] = []
        self.ids: dict[str, str] = {}
        self.replaced = 0

    def document(self, data: Any) -> Document:
        if isinstance(data, list):
            self.points(data, "", 1)
        elif isinstance(data, dict) and "points" in data:
            self.points(data["points"], "points", 1)
            self.set_aside(data, ("points",))
        elif isinstance(data, dict) and {"schema_version", "changes"} <= data.keys():
            raise self.error("is a report of plandiff, not a plan: compare the two texts it was made from")
        else:
            raise self.error(f"is {self.kind} but no point list: write it as {self.shape}")
        if not self.blocks:
            raise self.error("holds no points: check the file")
        warning = f"values with lone surrogates, replaced by \ufffd: {self.replaced}"
        return Document(
            format="point list",
            blocks=tuple(self.blocks),
            omitted=tuple(self.omitted),
            warnings=(warning,) if self.replaced else (),
            listed=True,
        )

    def points(self, points: Any, path: str, level: int) -> None:
        if not isinstance(points, list):
            raise self.error(f"{path} is not a list: write {self.shape}")
        if points and level > MAX_DEPTH:
            raise self.error(f"{path} is nested deeper than {MAX_DEPTH} levels: bring the points up")
        for index, point in enumerate(points):
            self.point({"text": point} if _is_text(point) else point, f"{path}[{index}]", level)

    def point(self, point: Any, path: str, level: int) -> None:
        if not isinstance(point, dict):
            raise self.error(f'{path} is neither a point nor a text: write {{"text": "..."}}')
        if "text" not in point:
            raise self.error(f'{path}.text is missing: give the point its text, "" if only its sub-points have one')
        text = self.text(point["text"], f"{path}.text")
        label = point.get("label")
        if label is not None:
            label = self.text(str(label) if isinstance(label, Literal) else label, f"{path}.label").strip()
        inner = point.get("points") or []
        if not (text.strip() or label or inner):
            raise self.error(f"{path}.text is empty: give it words or take the point out")
        block = Block(text=text, kind="item", label=label or None, level=level, id=self.id(point, path))
        self.blocks.append(block)
        self.set_aside(point, ("id", "label", "text", "points"))
        self.points(inner, f"{path}.points", level + 1)

    def id(self, point: dict[str, Any], path: str) -> str | None:
        if point.get("id") is None:
            return None
        given = point["id"]
        own = self.text(str(given) if isinstance(given, Literal) else given, f"{path}.id")
        if own in self.ids:
            raise self.error(f"{path}.id is the same as {self.ids[own]}.id: give every point an id of its own")
        self.ids[own] = path
        return own

    def text(self, value: Any, path: str) -> str:
        if not _is_text(value):
            raise self.error(f"{path} is not a text: put it in quotation marks")
        clean = _SURROGATE.sub("\ufffd", value)
        self.replaced += clean != value
        return clean.replace("\r\n", "\n").replace("\r", "\n")

    def set_aside(self, fields: dict[str, Any], known: tuple[str, ...]) -> None:
        import json

        for key, value in fields.items():
            if key not in known:
                text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                self.omitted.append(Omission(reason=f"field {self.text(key, key)}", text=self.text(text, key)))

    def error(self, message: str) -> ReadError:
        return ReadError(f"{self.name}: {message}")


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Literal)
