"""Read: from the text of a YAML point list to its points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from plandiff.errors import ReadError
from plandiff.model import Document, Omission, Source
from plandiff_readers.points import MAX_DEPTH, points

_MAX_DEPTH = 4 * MAX_DEPTH
_SHAPE = "a list under points: with entries such as - {label: 1, text: ...}"
_TOO_DEEP = f"nests too deeply: use at most {MAX_DEPTH} levels of points"
_BLOCK = ("|", ">")
_TAGS = (None, "!", "tag:yaml.org,2002:str")


def read(source: Source) -> Document:
    """The document that a YAML point list holds. Raises `ReadError`, which names the line."""
    assert source.text is not None
    try:
        from yaml import YAMLError
    except ImportError:
        raise ReadError(f"{source.name}: is YAML, which needs PyYAML: pip install 'plandiff[documents]'") from None
    try:
        data = _Building(source.name).tree(source.text)
        comments = list(_comments(source.text))
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is not None and "depth" in str(getattr(error, "problem", "")):
            # Newer parsers have a limit of their own, which they reach while they look ahead.
            raise ReadError(f"{source.name}: {_place(mark)} {_TOO_DEEP}") from None
        place = f" ({getattr(error, 'problem', None)}, {_place(mark)})" if mark is not None else ""
        raise ReadError(f"{source.name}: is not YAML{place}: correct it there") from None
    document = points(source.name, data, kind="YAML", shape=_SHAPE)
    return Document(
        format="point list",
        blocks=document.blocks,
        omitted=(*document.omitted, *comments),
        warnings=document.warnings,
        listed=True,
    )


class _Open(NamedTuple):
    """A list or mapping that is being filled; a mapping waits with a key for its value."""

    value: list[Any] | dict[str, Any]
    keys: list[str]


class _Building:
    """Lists, mappings and texts, built from the events of the parser, so that nothing deep is ever called."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[_Open] = []
        self.whole: list[Any] = []

    def tree(self, text: str) -> Any:
        import yaml

        for event in yaml.parse(text, Loader=_loader()):
            match event:
                case yaml.AliasEvent():
                    raise self.error(event, f"refers to *{str(event.anchor)[:24]}: write out what it stands for")
                case yaml.DocumentStartEvent() if self.whole:
                    raise self.error(event, "begins a second document: keep one in the file")
                case yaml.ScalarEvent() | yaml.CollectionStartEvent() if event.tag not in _TAGS:
                    raise self.error(event, f"has the tag {str(event.tag)[:24]}: take it out")
                case yaml.ScalarEvent():
                    self.put(event, _value(event))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    if len(self.open) >= _MAX_DEPTH:
                        raise self.error(event, _TOO_DEEP)
                    value: list[Any] | dict[str, Any] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                    self.put(event, value)
                    self.open.append(_Open(value, []))
                case yaml.CollectionEndEvent():
                    self.open.pop()
        return self.whole[0] if self.whole else None

    def put(self, event: Any, value: Any) -> None:
        if not self.open:
            self.whole.append(value)
            return
        holder, keys = self.open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif keys:
            holder[keys.pop()] = value
        elif not isinstance(value, str):
            raise self.error(event, "is a key that is no text: write the key in quotation marks")
        elif value in holder:
            raise self.error(event, f"gives {value[:24]} twice: keep one")
        else:
            keys.append(value)

    def error(self, event: Any, message: str) -> ReadError:
        return ReadError(f"{self.name}: {_place(event.start_mark)} {message}")


def _loader() -> Any:
    """The parser in C where PyYAML was built with it: it is ten times as fast."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _value(event: Any) -> str | None:
    """The text of a scalar; None where nothing is written, or null."""
    if event.style in _BLOCK:
        return str(event.value).rstrip("\n")
    plain = event.style in (None, "")
    return None if plain and event.value in ("", "~", "null") else str(event.value)


def _comments(text: str) -> Iterator[Omission]:
    """The comments: what stands between the tokens of the text, and behind the sign that a block of text begins."""
    import yaml

    for before, after in pairwise(yaml.scan(text, Loader=_loader())):
        if isinstance(before, yaml.ScalarToken) and before.style in _BLOCK:
            start = before.start_mark.index
            sign = text[start : text.find("\n", start)]
            yield from _comment(sign.partition("#")[2], before.start_mark.line + 1)
        line = before.end_mark.line + 1
        for offset, row in enumerate(text[before.end_mark.index : after.start_mark.index].split("\n")):
            yield from _comment(row.partition("#")[2], line + offset)


def _comment(text: str, line: int) -> Iterator[Omission]:
    if text.strip("# "):
        yield Omission(reason="comment", text=text.strip("# "), line=line)


def _place(mark: Any) -> str:
    return f"line {mark.line + 1}, column {mark.column + 1}"
