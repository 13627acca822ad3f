"""Read: from the text of a JSON point list to its points."""

from __future__ import annotations

from collections import Counter
from typing import Any

from plandiff.errors import ReadError
from plandiff.model import Document
from plandiff_readers.points import MAX_DEPTH, Literal, inside, points

_SHAPE = '{"points": [{"label": "1", "text": "..."}]}'


def read(name: str, text: str) -> Document:
    """The document that a point list holds; `name` stands for it in errors. Raises `ReadError`."""
    data = _parsed(name, text)
    _check(name, data)
    return points(name, data, kind="JSON", shape=_SHAPE)


class _NotJson(str):
    """NaN and the like, which Python reads and JSON does not know."""


class _Object(dict[str, Any]):
    """An object that remembers whether a key was given twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs) if len(self) < len(pairs) else {}
        self.repeated = next((key for key, count in counts.items() if count > 1), None)


def _parsed(name: str, text: str) -> Any:
    import json

    try:
        return json.loads(
            text,
            object_pairs_hook=_Object,
            parse_int=Literal,
            parse_float=Literal,
            parse_constant=_NotJson,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"{name}: is not JSON ({error.msg}, {place}): correct it there") from None
    except RecursionError:
        raise ReadError(f"{name}: nests too deeply: use at most {MAX_DEPTH} levels of points") from None


def _check(name: str, data: Any) -> None:
    """Refuse what JSON forbids or leaves open, wherever it stands."""
    waiting = [("", data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, _NotJson):
            raise ReadError(f"{name}: {path or 'the whole'} is {value}, which JSON does not know: write a text")
        if isinstance(value, _Object):
            if value.repeated is not None:
                raise ReadError(f"{name}: {inside(path, value.repeated)} is given twice: keep one")
            waiting += [(inside(path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}[{index}]", inner) for index, inner in enumerate(value)]
