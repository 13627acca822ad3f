"""Many cue phrases looked up at a place in a text at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from plandiff_classifiers._words import Word, words

Meaning = TypeVar("Meaning")


class Match(Struct, Generic[Meaning], frozen=True):
    """A phrase found: the index after its last word, and what it means."""

    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """A set of phrases, each with a meaning, matched word by word.

    A trailing `*` on a word matches any ending ("soldier*"). Where several phrases fit, the longest wins. The
    time of a look-up depends on the longest phrase only, never on the length of the text or of a word.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._root: _Node[Meaning] = _Node()
        for phrase, meaning in entries:
            node = self._root
            for key in _keys(phrase):
                branch = node.stems if key.endswith("*") else node.words
                node = branch.setdefault(key.rstrip("*"), _Node())
            # The first entry wins, so that the order of a lexicon is its preference.
            if not node.meanings:
                node.meanings.append(meaning)
        # Few words of a text begin a phrase, so most are turned away by their first letters.
        self._letters = min(map(len, self._root.stems), default=0)
        self._heads = {stem[: self._letters] for stem in self._root.stems}

    def at(self, tokens: Sequence[Word], index: int) -> Match[Meaning] | None:
        """The longest phrase that begins at a word, or None."""
        if index < len(tokens) and self.begins(tokens[index].key):
            return self._follow(self._root, tokens, index)
        return None

    def begins(self, key: str) -> bool:
        """Whether a phrase may begin with a word; False is certain."""
        return key in self._root.words or key[: self._letters] in self._heads

    def before(self, tokens: Sequence[Word], index: int, reach: int = 6) -> tuple[int, Meaning] | None:
        """The longest phrase that ends just before a word: the index where it begins, and its meaning."""
        for start in range(max(0, index - reach), index):
            match = self.at(tokens, start)
            if match and match.end == index:
                return start, match.meaning
        return None

    def _follow(self, node: _Node[Meaning], tokens: Sequence[Word], index: int) -> Match[Meaning] | None:
        best = Match(index, node.meanings[0]) if node.meanings else None
        if index == len(tokens):
            return best
        key = tokens[index].key
        for child in node.next(key):
            match = self._follow(child, tokens, index + 1)
            if match and (best is None or match.end > best.end):
                best = match
        return best


class _Node(Generic[Meaning]):
    __slots__ = ("lengths", "meanings", "stems", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[Meaning]] = {}
        self.stems: dict[str, _Node[Meaning]] = {}
        self.lengths: list[int] | None = None
        self.meanings: list[Meaning] = []

    def next(self, key: str) -> list[_Node[Meaning]]:
        if self.lengths is None:
            # Not before the first look-up: no text visits more than a few of the nodes.
            self.lengths = sorted({len(stem) for stem in self.stems}, reverse=True)
        found = [self.words[key]] if key in self.words else []
        for length in self.lengths:
            if length <= len(key) and key[:length] in self.stems:
                found.append(self.stems[key[:length]])
        return found


def _keys(phrase: str) -> list[str]:
    """The keys of a phrase as its words are cut in a text, with the `*` back on the word it stood at."""
    letters = phrase.replace(" ", "").replace("*", "")
    if letters.isascii() and letters.isalpha():
        return phrase.casefold().split()
    keys: list[str] = []
    # "d'" is cut off only before a letter.
    elided = phrase.endswith("'")
    for token in words(phrase + "a")[:-1] if elided else words(phrase):
        if token.key == "*" and token.start and phrase[token.start - 1] != " ":
            keys[-1] += "*"
        else:
            keys.append(token.key)
    return keys
