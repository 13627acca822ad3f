"""Foreign: whether two texts are in different languages, told without knowing any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plandiff.engine.passages import Passage
from plandiff.engine.unspaced import unspaced

COMMONEST = 12
"""So many of the commonest words of each side are held against each other: in one language they are its particles."""

SHARED = 5
"""Texts of one language have more of them in common than this. Versions of one text in English, German, French
and Spanish were measured: 0 to 3 across languages, 7 to 12 within one."""

ENOUGH = 60
"""Shorter texts are not judged by their words, only by their script."""


SAMPLE = 200
"""About so many passages are looked at."""


def foreign(left: Sequence[Passage], right: Sequence[Passage]) -> bool:
    """Whether the two sides are written in different languages."""
    left, right = _sample(left), _sample(right)
    scripts = _script(left), _script(right)
    if None not in scripts and scripts[0] != scripts[1]:
        return True
    if scripts[0] == "unspaced":
        return False
    words = _common(left), _common(right)
    if min(sum(count.values()) for count in words) < ENOUGH:
        return False
    commonest = [{word for word, _ in _ranked(count)[:COMMONEST]} for count in words]
    return len(commonest[0] & commonest[1]) <= SHARED


def _sample(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Passages from all over the text, enough to know its language by."""
    return passages[:: len(passages) // SAMPLE + 1]


def _common(passages: Sequence[Passage]) -> Counter[str]:
    """How many sentences hold each word that is no name or figure."""
    found: Counter[str] = Counter()
    for passage in passages:
        others = passage.terms.names | passage.terms.figures
        for sentence, _ in passage.terms.sentences:
            found.update(sentence - others)
    return found


def _ranked(count: Counter[str]) -> list[tuple[str, int]]:
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))


def _script(passages: Sequence[Passage]) -> str | None:
    """The script of most letters: its first sign's block, roughly; None without letters."""
    letters = Counter("".join(passage.text[:200] for passage in passages))
    scripts: Counter[str] = Counter()
    for sign, count in letters.items():
        if sign.isalpha():
            scripts[_block(sign)] += count
    return _ranked(scripts)[0][0] if scripts else None


def _block(sign: str) -> str:
    if unspaced(sign):
        return "unspaced"
    for name, last in (
        ("latin", "\u036f"),
        ("greek", "\u03ff"),
        ("cyrillic", "\u058f"),
        ("hebrew", "\u05ff"),
    ):
        if sign <= last:
            return name
    return "arabic" if sign <= "\u08ff" else "other"
