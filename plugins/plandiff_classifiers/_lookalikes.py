"""Letters of one script that stand for those of another which they look like."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import tomli

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_OTHERS = "\u0370-\u058f\u13a0-\u13ff\u1f00-\u1fff\u2c80-\u2cff\ua4d0-\ua4ff"
_MIXED = re.compile(rf"[{_LATIN}][{_OTHERS}]|[{_OTHERS}][{_LATIN}]")
_SCRIPTS = (
    ("latin", "\u0041", "\u024f"),
    ("greek", "\u0370", "\u03ff"),
    ("cyrillic", "\u0400", "\u052f"),
    ("armenian", "\u0530", "\u058f"),
    ("cherokee", "\u13a0", "\u13ff"),
    ("latin", "\u1e00", "\u1eff"),
    ("greek", "\u1f00", "\u1fff"),
    ("coptic", "\u2c80", "\u2cff"),
    ("lisu", "\ua4d0", "\ua4ff"),
)


def mixed(text: str) -> bool:
    """Whether letters of two scripts stand side by side anywhere in a text."""
    return _MIXED.search(text) is not None


def foreign(word: str) -> list[int]:
    """The places of the letters in a word that only look like letters of its script.

    The script of a word is that of most of its letters. A word whose other letters are plainly of another script
    hides nothing, and has none.

        >>> foreign("hаrbour"), foreign("PDFфайл")
        ([1], [])
    """
    return list(_native(word)) if mixed(word) else []


def in_one_script(word: str) -> str:
    """The word as the eye reads it: look-alike letters replaced by those of its script."""
    native = _native(word)
    return "".join(native.get(at, letter) for at, letter in enumerate(word))


def _native(word: str) -> dict[int, str]:
    """The letter of the word's own script for each that only looks like it, by its place."""
    scripts = [_script(letter) for letter in word]
    counts = Counter(script for script in scripts if script)
    own = max(counts, key=lambda script: (counts[script], script == "latin"), default="latin")
    strange = [at for at, script in enumerate(scripts) if script not in (own, None)]
    native = {at: letter for at in strange if (letter := _as_in(word[at], own))}
    return native if len(native) == len(strange) else {}


def skeleton(text: str) -> str:
    """The text with every look-alike as the Latin letter or common mark that it looks like."""
    return text.translate(_to_latin())


def _as_in(letter: str, script: str) -> str | None:
    latin = letter.translate(_to_latin())
    if script == "latin":
        return latin if latin != letter else None
    return _from_latin().get((latin, script))


def _script(letter: str) -> str | None:
    if not letter.isalpha():
        return None
    return next((name for name, first, last in _SCRIPTS if first <= letter <= last), None)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("lexicons") / "lookalikes.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _to_latin() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for kind in _table().values() for pairs in kind.values() for pair in pairs.split()}


@lru_cache(maxsize=1)
def _from_latin() -> dict[tuple[str, str], str]:
    return {(pair[1], script): pair[0] for script, pairs in _table()["scripts"].items() for pair in pairs.split()}
