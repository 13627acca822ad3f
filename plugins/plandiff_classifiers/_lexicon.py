"""The cue words of a plan's languages, as tables that can be looked up."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import islice, product
from pathlib import Path
from typing import Any

import tomli

from plandiff.model import Plan
from plandiff_classifiers._phrases import Phrases

SAMPLE_POINTS = 24
SAMPLE_LENGTH = 3000

# Small words by which a language is known. "in" or "de" stand in several; they count for each.
_MARKERS = {
    "en": "the of and to in by with is are be for shall will not on from",
    "fr": "le la les des du et de est sont dans pour par sur un une aux en",
    "de": "der die das und ist sind den dem des zu mit von für auf werden wird nicht in",
    "es": "el la los las del y de en es son por para con un una se que",
    "uk": "і й та що у в з на до не від для або є має",
    "ru": "и что в с на до не от для или это по к из",
}
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class Lexicon:
    """The cues of one or several languages, united; where two languages share a phrase the first one wins."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._tables = [_table(language) for language in languages]
        self._words: dict[tuple[str, str], frozenset[str]] = {}
        self._built: dict[tuple[str, ...], Phrases[str]] = {}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number words and their values."""
        return self._map("numbers")

    @cached_property
    def scales(self) -> Phrases[int]:
        """Words that multiply by a power of ten, and the power."""
        return Phrases(self._map("scales").items())

    @cached_property
    def short_scales(self) -> dict[str, int]:
        """Letters that multiply by a power of ten where a currency stands beside them."""
        return self._map("short_scales")

    @cached_property
    def currencies(self) -> Phrases[str]:
        """Names and signs of currencies, and their codes."""
        return self._named("currencies")

    @cached_property
    def time(self) -> Phrases[str]:
        """Units of time in all their forms, and the English singular."""
        return self._named("time")

    @cached_property
    def ordinals(self) -> Phrases[str]:
        """Ordinal numbers by which days are counted, and their values."""
        return self._named("ordinals")

    @cached_property
    def units(self) -> Phrases[str]:
        """What is often counted, in all its forms, and the English singular."""
        return self._named("units")

    @cached_property
    def synonyms(self) -> Phrases[str]:
        """Words and phrases that are used for one another, and the name of their group."""
        return self._named("same")

    @cached_property
    def spelling(self) -> dict[str, str]:
        """Letters that are also written otherwise, and the one way of writing them."""
        return self._map("spelling")

    @cached_property
    def endings(self) -> frozenset[str]:
        """What may follow the stem of a word in one of its forms."""
        parts = (self.words("wording", name) or {""} for name in ("infixes", "endings", "after"))
        return frozenset(map("".join, product(*parts)))

    @cached_property
    def months(self) -> dict[str, int]:
        """Names of months, 1 to 12."""
        return {
            name: number
            for table in self._tables
            for number, names in enumerate(table["facts"]["months"], start=1)
            for name in names
        }

    @cached_property
    def counting(self) -> frozenset[str]:
        """Words that may begin a number, a single unit or a date."""
        return self.words("facts", "one").union(self.numbers, self.months)

    def words(self, section: str, name: str) -> frozenset[str]:
        """A list of single words."""
        if (section, name) not in self._words:
            self._words[section, name] = frozenset(self._list(section, name))
        return self._words[section, name]

    def phrases(self, section: str, *names: str) -> Phrases[str]:
        """One look-up over several lists; the meaning of a phrase is the name of its list."""
        key = (section, *names)
        if key not in self._built:
            self._built[key] = Phrases((phrase, name) for name in names for phrase in self._list(section, name))
        return self._built[key]

    def _list(self, section: str, name: str) -> Iterable[str]:
        return (entry for table in self._tables for entry in table[section].get(name, ()))

    def _map(self, section: str) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for table in reversed(self._tables):
            merged.update(table.get(section, {}))
        return merged

    def _named(self, section: str) -> Phrases[str]:
        return Phrases(
            (form, name) for table in self._tables for name, forms in table[section].items() for form in forms
        )


def lexicon(plan: Plan) -> Lexicon:
    """The lexicon of a plan.

    Its languages are judged from its first few thousand characters: the language whose small words (the, of;
    le, des; und, der ...) are most frequent, with every other that has at least half as many. Where none is
    found the script decides: Cyrillic takes Ukrainian and Russian, anything else English.
    """
    for known, found in _judged:
        if known is plan:
            return found
    sample = " ".join(point.text[:SAMPLE_LENGTH] for point in islice(plan.points, SAMPLE_POINTS))
    found = _lexicon(_languages(sample[:SAMPLE_LENGTH]))
    _judged.append((plan, found))
    return found


def shared(left: Plan, right: Plan) -> Lexicon | None:
    """The lexicon of the languages that two plans have in common, or None."""
    one, other = lexicon(left).languages, lexicon(right).languages
    both = tuple(language for language in one if language in other)
    return _lexicon(both) if both else None


_judged: deque[tuple[Plan, Lexicon]] = deque(maxlen=2)
"""The plans judged last: the same two are asked for with every change."""


@lru_cache(maxsize=16)
def _languages(sample: str) -> tuple[str, ...]:
    found = re.findall(r"[^\W\d_]{1,40}", sample.casefold())
    counts = {
        language: sum(map(small.__contains__, found))
        for language, small in ((language, frozenset(marks.split())) for language, marks in _MARKERS.items())
    }
    most = max(counts.values())
    if most:
        return tuple(language for language, count in counts.items() if 2 * count >= most)
    return ("uk", "ru") if _CYRILLIC.search(sample) else ("en",)


@lru_cache(maxsize=16)
def _lexicon(languages: tuple[str, ...]) -> Lexicon:
    return Lexicon(languages)


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, Any]:
    folder = Path(__file__).with_name("lexicons")
    paths = folder / f"{language}.toml", folder / "obligations" / f"{language}.toml"
    return {name: part for path in paths for name, part in tomli.loads(path.read_text(encoding="utf-8")).items()}
