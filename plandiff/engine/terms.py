"""Terms: the units of a text that tell it from others, in any script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from math import log

from plandiff.engine.unspaced import unspaced

_TOKEN = re.compile(
    r"\d{1,3}(?:[.,'’٬\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,:٫]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
)  # fmt: skip
_GROUPS = re.compile(r"(?<=\d)[.,'’٬\u00a0\u202f ](?=\d{3}(?!\d))")
_SENTENCE = re.compile(r"\s(?:(?<=[.;!?]\s)\s*|(?<=\n)\n*|(?=\([a-z0-9]{1,3}\)\s))")
"""Where a sentence or listed item ends. Every place begins with a blank, which makes it quick to find."""

_STOPS = str.maketrans({stop: f"{stop}\n" for stop in "。！？；"})
"""The stops that no blank follows are given a line break."""


class Terms:
    """What a passage is recognised by, worked out when first asked for: equal passages are asked for little."""

    def __init__(self, sentences: Sequence[Sequence[str]], weight: Mapping[str, float], ordinary: Set[str]) -> None:
        self._stems = sentences
        self._ordinary = ordinary
        self.weights = {stem: weight[stem] for stem in dict.fromkeys(chain.from_iterable(sentences))}
        """Each term with its weight, rarer terms weighing more."""
        self.total = sum(self.weights.values())

    @cached_property
    def known(self) -> frozenset[str]:
        """All terms."""
        return frozenset(self.weights)

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers, which a revision may well change."""
        return frozenset(stem for stem in self.weights if stem[0].isdigit())

    @cached_property
    def names(self) -> frozenset[str]:
        """The terms written like names, which a rewording keeps and another subject does not share."""
        return self.known - self._ordinary - self.figures

    @cached_property
    def weight_of_names(self) -> float:
        """The weight of all names."""
        return self.weight_of(self.names)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms."""
        return frozenset(chain.from_iterable(map(pairwise, self._stems)))

    @cached_property
    def sentences(self) -> tuple[tuple[frozenset[str], float], ...]:
        """The terms of each sentence or listed item, and their weight."""
        found = map(frozenset, self._stems)
        return tuple((stems, self.weight_of(stems)) for stems in found)

    def weight_of(self, terms: Iterable[str]) -> float:
        """The weight of terms of this passage."""
        return sum(map(self.weights.__getitem__, terms))


def terms(left: Sequence[str], right: Sequence[str]) -> tuple[list[Terms], list[Terms]]:
    """The terms of every passage of both sides, weighed against all passages of both.

    The weight of a term is its inverse document frequency, log(passages / passages with it), plus a small share,
    so that even a term of every passage counts for something. A word never seen in lower case is a name.
    """
    known = _Stems()
    read: dict[str, list[list[str]]] = {}
    found: Counter[str] = Counter()
    for text in chain(left, right):
        if text not in read:
            read[text] = _sentences(text, known)
        found.update(set(chain.from_iterable(read[text])))
    count = len(left) + len(right)
    weight = {stem: _whole(0.1 + log((count + 1) / number)) for stem, number in found.items()}
    made = {text: Terms(sentences, weight, known.ordinary) for text, sentences in read.items()}
    return [made[text] for text in left], [made[text] for text in right]


def _whole(weight: float) -> float:
    """The weight in whole 1024ths: their sums are exact, and so the same in whatever order they are taken."""
    return round(weight * 1024) / 1024


class _Stems(dict[str, str]):
    """The stem of each printed word, worked out once: most words of a text come again. `ordinary` are the stems of
    words that were not written like names, with a capital or in digits."""

    def __init__(self) -> None:
        super().__init__()
        self.ordinary: set[str] = set()

    def __missing__(self, word: str) -> str:
        first = word[0]
        self[word] = found = _GROUPS.sub("", word) if first.isdigit() else stem(word)
        if not (first.isdigit() or first.isupper()):
            self.ordinary.add(found)
        return found


def _sentences(text: str, known: _Stems) -> list[list[str]]:
    spaced = text if text.isascii() else text.translate(_STOPS)
    found = (_stems(sentence, known) for sentence in _SENTENCE.split(spaced))
    return [stems for stems in found if stems]


def _stems(text: str, known: _Stems) -> list[str]:
    words = _TOKEN.findall(text)
    if not text.isascii() and any(map(unspaced, text)):
        words = [unit for word in words for unit in _units(word)]
    return [known[word] for word in words]


def _units(word: str) -> Iterable[str]:
    """The word itself, or its neighbouring signs two by two in a script without blanks."""
    return (word[at : at + 2] for at in range(max(1, len(word) - 1))) if unspaced(word[0]) else (word,)


@lru_cache(1 << 15)
def stem(word: str) -> str:
    """A crude stem that serves inflected languages alike: case and ending are cut off."""
    word = word.lower()
    if len(word) > 4 and word[-1] == "s":
        word = word[:-1]
    return word[:6]
