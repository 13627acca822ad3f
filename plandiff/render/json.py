"""The report as JSON: a noun of the model, written out whole."""

from __future__ import annotations

from json import dumps
from typing import Any

from msgspec import to_builtins

from plandiff.model import Noun
from plandiff.render.visible import hidden


def json(noun: Noun) -> str:
    """A comparison, or any other noun, as a JSON document, indented by two, ending with a line break.

    Letters of all scripts stand as they are. What cannot be seen is written as a JSON escape, so that reading
    the report back gives the same text and printing it on a terminal does no harm; a lone surrogate, which no
    encoding can carry, becomes one too.
    """
    return written(to_builtins(noun))


def written(value: Any) -> str:
    """Lists, tables and texts in the same form."""
    # msgspec's own writer refuses lone surrogates.
    text = dumps(value, ensure_ascii=False, indent=2)
    for character in sorted(set(text) - {"\n"}):
        if hidden(character):
            text = text.replace(character, dumps(character)[1:-1])
    return text + "\n"
