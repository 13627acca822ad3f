"""Point lists: the points of a plan as JSON, with labels, ids and nesting as another program gave them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from plandiff.errors import ReadError
from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source
from plandiff_readers.points import MAX_DEPTH, Literal, inside, points

_BEGINS = re.compile(r"\s*(\{\s*\"|\[\s*[{\"])")
_SHAPE = '{"points": [{"label": "1", "text": "..."}]}'


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """A point list is `{"points": [{"id"?, "label"?, "text", "points"?}]}`, or a list of points or texts.

    Other fields are set aside, each under its name.
    """
    text = source.text
    if text is None or not (source.suffix == ".json" or (not source.suffix and _BEGINS.match(text))):
        return None
    data = _parsed(source.name, text)
    _check(source.name, data)
    return points(source.name, data, kind="JSON", shape=_SHAPE)


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
