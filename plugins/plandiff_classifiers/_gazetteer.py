"""Known names of states, organisations and places, looked up at a place in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from plandiff_classifiers._phrases import Phrases
from plandiff_classifiers._words import Word

Kind = Literal["state", "organisation", "place"]

_FILES: tuple[tuple[Kind, str], ...] = (
    ("state", "states.txt"),
    ("organisation", "organisations.txt"),
    ("place", "places.txt"),
)
_ENDING = 3
"""Most letters of an ending that a stem with a capital takes."""


LETTERS = 3
"""First letters by which names are kept apart; no stem has fewer."""
_FIRST = re.compile(r"\w+")


class Entry(Struct, frozen=True):
    """One printed form of a name: what it names, whether that is its base form, and how it is written."""

    name: str
    kind: Kind
    form: str

    @property
    def base(self) -> bool:
        """Whether this may be the form of a subject: in languages with cases a stem is found in the others."""
        return not (self.form.endswith("*") and ord(self.form[0]) >= ord("\u0400"))


class Known(Struct, frozen=True):
    """A known name found in a text: the index after its last word, and its entry."""

    end: int
    entry: Entry


def known(text: str, tokens: Sequence[Word], index: int) -> Known | None:
    """The longest known name that begins at a word, or None.

    A name is written with a capital, an adjective in most languages without; "US" is written in capitals only.
    """
    letters = tokens[index].key[:LETTERS]
    match = _names(letters).at(tokens, index) if letters in _entries() else None
    if match is None:
        return None
    entry = match.meaning
    if not entry.form[0].isupper():
        return Known(match.end, entry)
    printed = text[tokens[index].start : tokens[match.end - 1].end]
    if not printed[0].isupper() or (entry.form.isupper() and not printed.isupper()):
        return None
    ending = len(tokens[match.end - 1].key) - len(entry.form.rpartition(" ")[2]) + 1
    return Known(match.end, entry) if entry.base or 0 < ending <= _ENDING else None


def listed(file: Path) -> dict[str, list[str]]:
    """The names in a file of the gazetteer with all their forms.

    A line gives a name, a colon and its forms with semicolons between them; one that begins with a blank goes on
    with the forms. Read with every comparison, these are lines because TOML would take twenty times as long.
    """
    found: dict[str, list[str]] = {}
    name = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            name, _, line = line.partition(":")
        found.setdefault(name, []).extend(filter(None, map(str.strip, line.split(";"))))
    return found


@cache
def _entries() -> dict[str, list[tuple[str, Kind, str]]]:
    """The fields of all entries by the first letters of their first word."""
    folder = Path(__file__).with_name("gazetteer")
    found: dict[str, list[tuple[str, Kind, str]]] = {}
    for kind, file in _FILES:
        for name, forms in listed(folder / file).items():
            for form in forms:
                head = form[:LETTERS] if form[:LETTERS].isalpha() else _FIRST.findall(form)[0][:LETTERS]
                found.setdefault(head.casefold(), []).append((name, kind, form))
    return found


@cache
def _names(letters: str) -> Phrases[Entry]:
    """The names that begin with some letters. Few of them are ever asked for, so each is built when it is."""
    return Phrases((form, Entry(name, kind, form)) for name, kind, form in _entries()[letters])
