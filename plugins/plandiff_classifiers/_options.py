"""Options set out one after the other: "Option 1: ... Option 2: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._words import Word

_LAST = re.compile(r"[.;!?](?=\s|$)|\n|$")
_SEPARATORS = " \t\n:;,.)—–-/"


class Options(Struct, frozen=True):
    """Options that follow each other: the offsets of all together, and what each of them says."""

    start: int
    end: int
    wordings: tuple[str, ...]


def options(text: str, tokens: Sequence[Word], lexicon: Lexicon) -> Options | None:
    """The options that a text sets out, or None; one that is only mentioned ("under option 2") is none.

    An option goes on to the next one, the last one to the end of its sentence.
    """
    names = lexicon.words("open", "option")
    heads = [index for index, token in enumerate(tokens) if token.key in names and _is_head(text, index, tokens)]
    if not heads:
        return None
    starts = [tokens[index].start for index in heads]
    bodies = [tokens[index + 1].end for index in heads]
    last = _LAST.search(text, _past(text, bodies[-1]))
    end = last.start() if last else len(text)
    ends = [*starts[1:], end]
    said = (text[_past(text, body) : stop].strip(_SEPARATORS) for body, stop in zip(bodies, ends, strict=True))
    return Options(starts[0], end, tuple(wording for wording in said if wording))


def _is_head(text: str, index: int, tokens: Sequence[Word]) -> bool:
    """Whether "option" goes on with its number or letter, at the head of a line or with a mark behind it."""
    if index + 1 >= len(tokens):
        return False
    name = text[tokens[index + 1].start : tokens[index + 1].end]
    if not (name.isdecimal() and len(name) <= 2) and not (len(name) == 1 and name.isupper()):
        return False
    heads_line = index == 0 or "\n" in text[tokens[index - 1].end : tokens[index].start]
    return heads_line or (index + 2 < len(tokens) and tokens[index + 2].key in {":", ")", "—", "–", "]"})


def _past(text: str, at: int) -> int:
    """The first place from here on that is no separator."""
    while at < len(text) and text[at] in _SEPARATORS:
        at += 1
    return at
