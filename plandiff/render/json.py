"""The report as JSON: a noun of the model, written out whole."""

from __future__ import annotations

from json import dumps
from typing import Any

from msgspec import to_builtins
from msgspec.json import encode, format

from plandiff.model import Noun
from plandiff.render.visible import hidden


def json(noun: Noun) -> str:
    """A comparison, or any other noun, as a JSON document, indented by two, ending with a line break.

    Letters of all scripts stand as they are. What cannot be seen is written as a JSON escape, so that reading
    the report back gives the same text and printing it on a terminal does no harm; a lone surrogate, which no
    encoding can carry, becomes one too.
    """
    return written(noun)


def written(value: Any) -> str:
    """Nouns, lists, tables and texts in the same form."""
    try:
        text = format(encode(value), indent=2).decode()
    except UnicodeEncodeError:
        # A lone surrogate, which that writer refuses; this one takes many times as long.
        text = dumps(to_builtins(value), ensure_ascii=False, indent=2)
    for character in sorted(set(text) - {"\n"}):
        if hidden(character):
            text = text.replace(character, dumps(character)[1:-1])
    return text + "\n"
