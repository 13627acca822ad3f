"""Whether two words are forms of one word."""

from __future__ import annotations

from functools import lru_cache

from plandiff_classifiers._lexicon import Lexicon

SHORTEST = 3
"""Letters that two forms of one word have in common at least."""
STEM = 0.5
"""From this share of the longer form on, common letters are its stem."""
TYPED = 7
"""From so many letters on, words that differ in a doubled letter only are one word and a slip."""


@lru_cache(maxsize=4096)
def akin(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one word: case, tense, voice, spelling, or a doubled letter.

    One and several are not the same ("bank", "banks") where the language tells them apart by the ending alone.
    """
    one, other = (_bare(word, lexicon) for word in (one, other))
    if one == other:
        return True
    if min(len(one), len(other)) >= TYPED and _single(one) == _single(other):
        return True
    common = next((at for at, letter in enumerate(one) if not other.startswith(letter, at)), len(one))
    if {one[common:], other[common:]} in _numbers(lexicon):
        return False
    # What the forms have in common may hold letters of their endings: "informará", "informarán".
    least = max(SHORTEST, STEM * max(len(one), len(other)))
    ends = lexicon.endings
    return any(stem >= least and one[stem:] in ends and other[stem:] in ends for stem in range(common, -1, -1))


def _bare(word: str, lexicon: Lexicon) -> str:
    """A word in one spelling, without what stands before or in its stem in some forms: "gesichtet", "anzusehen"."""
    for old, new in lexicon.spelling.items():
        word = word.replace(old, new)
    for prefix in sorted(lexicon.words("wording", "prefixes")):
        if word.startswith(prefix) and len(word) > len(prefix) + SHORTEST:
            return word.removeprefix(prefix)
    inner = lexicon.words("wording", "inner")
    for prefix in sorted(lexicon.words("wording", "separable"), reverse=True):
        rest = word.removeprefix(prefix)
        if rest != word and any(rest.startswith(part) and len(rest) > len(part) + SHORTEST for part in inner):
            return prefix + rest[2:]
    return word


@lru_cache(maxsize=16)
def _numbers(lexicon: Lexicon) -> tuple[set[str], ...]:
    """The pairs of endings that tell one from several."""
    return tuple(set(f" {pair}".split(" ")[-2:]) for pair in lexicon.words("wording", "number"))


def _single(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if letter != word[at - 1 : at])
