"""Point lists: the points of a plan as JSON, with labels, ids and nesting as another program gave them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from plandiff.errors import ReadError
from plandiff.hookspecs import hookimpl
from plandiff.model import Block, Document, Omission, Source

MAX_DEPTH = 12
"""Points nested deeper than this are refused: no agreement numbers that many levels."""

# Compiled when they are first used: most runs read other formats.
_BEGINS = r"\s*(\{\s*\"|\[\s*[{\"])"
_SURROGATE = "[\ud800-\udfff]"
_SHAPE = '{"points": [{"label": "1", "text": "..."}]}'


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """A point list is `{"points": [{"id"?, "label"?, "text", "points"?}]}`, or a list of points or texts.

    Other fields are set aside, each under its name.
    """
    text = source.text
    if text is None or not (source.suffix == ".json" or (not source.suffix and re.match(_BEGINS, text))):
        return None
    return _Reading(source.name).document(text)


class _Literal(str):
    """A number as it is written: a label 1.10 is not 1.1."""


class _NotJson(str):
    """NaN and the like, which Python reads and JSON does not know."""


class _Object(dict[str, Any]):
    """An object that remembers whether a key was given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs) if len(self) < len(pairs) else {}
        self.repeated = next((key for key, count in counts.items() if count > 1), None)


class _Reading:
    """A point list being read; its errors name the file and the path of the value."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.omitted: list[Omission] = []
        self.ids: dict[str, str] = {}
        self.replaced = 0

    def document(self, text: str) -> Document:
        data = self.parsed(text)
        self.check(data)
        if isinstance(data, list):
            self.points(data, "", 1)
        elif isinstance(data, dict) and "points" in data:
            self.points(data["points"], "points", 1)
            self.set_aside(data, ("points",))
        elif isinstance(data, dict) and {"schema_version", "changes"} <= data.keys():
            raise self.error("is a report of plandiff, not a plan: compare the two texts it was made from")
        else:
            raise self.error(f"is JSON but no point list: write it as {_SHAPE}")
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

    def parsed(self, text: str) -> Any:
        import json

        try:
            return json.loads(
                text,
                object_pairs_hook=_Object,
                parse_int=_Literal,
                parse_float=_Literal,
                parse_constant=_NotJson,
            )
        except json.JSONDecodeError as error:
            place = f"line {error.lineno}, column {error.colno}"
            raise self.error(f"is not JSON ({error.msg}, {place}): correct it there") from None
        except RecursionError:
            raise self.error(f"nests too deeply: use at most {MAX_DEPTH} levels of points") from None

    def check(self, data: Any) -> None:
        """Refuse what JSON forbids or leaves open, wherever it stands."""
        waiting = [("", data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, _NotJson):
                raise self.error(f"{path or 'the whole'} is {value}, which JSON does not know: write a text")
            if isinstance(value, _Object):
                if value.repeated is not None:
                    raise self.error(f"{_inside(path, value.repeated)} is given twice: keep one")
                waiting += [(_inside(path, key), inner) for key, inner in value.items()]
            elif isinstance(value, list):
                waiting += [(f"{path}[{index}]", inner) for index, inner in enumerate(value)]

    def points(self, points: Any, path: str, level: int) -> None:
        if not isinstance(points, list):
            raise self.error(f"{path} is not a list: write {_SHAPE}")
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
            label = self.text(str(label) if isinstance(label, _Literal) else label, f"{path}.label").strip()
        inside = point.get("points") or []
        if not (text.strip() or label or inside):
            raise self.error(f"{path}.text is empty: give it words or take the point out")
        block = Block(text=text, kind="item", label=label or None, level=level, id=self.id(point, path))
        self.blocks.append(block)
        self.set_aside(point, ("id", "label", "text", "points"))
        self.points(inside, f"{path}.points", level + 1)

    def id(self, point: dict[str, Any], path: str) -> str | None:
        if point.get("id") is None:
            return None
        given = point["id"]
        own = self.text(str(given) if isinstance(given, _Literal) else given, f"{path}.id")
        if own in self.ids:
            raise self.error(f"{path}.id is the same as {self.ids[own]}.id: give every point an id of its own")
        self.ids[own] = path
        return own

    def text(self, value: Any, path: str) -> str:
        if not _is_text(value):
            raise self.error(f"{path} is not a text: put it in quotation marks")
        clean = re.sub(_SURROGATE, "\ufffd", value)
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
    return isinstance(value, str) and not isinstance(value, _Literal)


def _inside(path: str, key: str) -> str:
    """The path of a key; a long key is cut, since errors quote no more than a few words of a document."""
    short = key if len(key) <= 24 else f"{key[:23]}…"
    return f"{path}.{short}" if path else short
