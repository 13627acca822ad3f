"""Whether two texts say the same in other words, so that their difference is editorial.

    The towers are guarded by scouts → Scouts guard the towers       the same: form and order
    prior to the commencement → before the beginning                 the same: words used for one another
    The organisation of the search → The organization of the search  the same: spelling
    The trust repairs roofs → The trust repairs roofs and bells      not the same: a word more
    Karn is yours. Belo and Mir are ours. → Karn and Belo are yours. Mir is ours.
                                                                     not the same: a word in another sentence
    guard the northern gate of the southern wall →
        guard the southern gate of the northern wall                 not the same: two words changed places

Facts, names, modes, negations and conditions are left to the classifiers that compare them; what they find weighs by
itself. A reference that follows its provision is the same. Across languages nothing is said.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Plan
from plandiff_classifiers._akin import akin
from plandiff_classifiers._became import became
from plandiff_classifiers._content import content
from plandiff_classifiers._lexicon import Lexicon, shared
from plandiff_classifiers._references import places
from plandiff_classifiers._versions import Versions, versions
from plandiff_classifiers._words import Word

MOST = 60
"""Words that may be in another form; a text with more is not compared form by form."""


@hookimpl
def plandiff_reworded(change: Change, left: Plan, right: Plan, changes: Sequence[Change]) -> bool | None:
    """Whether the content of both texts is the same, word for word in any form and order."""
    pair = versions(change, left, right)
    language = shared(left, right)
    if pair is None or language is None:
        return None
    if _signs(pair.old) != _signs(pair.new) or _exchanged(pair.old_words, pair.new_words, language):
        return False
    if _shifted(pair, language):
        return False
    went = became(changes)
    old = _Said.of(left, change.left, lambda one: went.get(one, frozenset()))
    new = _Said.of(right, change.right, lambda one: frozenset((one,)))
    if old.cited != new.cited:
        return False
    before, after = (Counter(content(text, said.places, language)) for text, said in ((pair.old, old), (pair.new, new)))
    gone, come = list((before - after).elements()), list((after - before).elements())
    return len(gone) == len(come) <= MOST and _same(gone, come, language)


class _Said(Struct, frozen=True):
    """The references of one side: where they stand, and the provisions of the newer plan that they mean."""

    places: tuple[tuple[int, int], ...]
    cited: Counter[frozenset[str]]

    @classmethod
    def of(cls, plan: Plan, ids: Sequence[str], now: Callable[[str], frozenset[str]]) -> _Said:
        found: list[tuple[int, int]] = []
        cited: Counter[frozenset[str]] = Counter()
        offset = 0
        for point_id in ids:
            point = plan.by_id[point_id]
            for reference in places(plan).references(point):
                found.append((offset + reference.start, offset + reference.end))
                meant = (now(target.id) if target.id else frozenset((target.number,)) for target in reference.targets)
                cited[frozenset().union(*meant)] += 1
            offset += len(point.text) + 1
        return cls(tuple(found), cited)


def _same(gone: Iterable[str], come: list[str], language: Lexicon) -> bool:
    """Whether each word is another form of one of the other side."""
    for word in gone:
        form = next((other for other in come if akin(word, other, language)), None)
        if form is None:
            return False
        come.remove(form)
    return True


def _exchanged(old: Sequence[Word], new: Sequence[Word], language: Lexicon) -> bool:
    """Whether the texts differ in nothing but two words that changed places, and are no two of a list."""
    one, other = ([word.key for word in side if word.shape != "mark"] for side in (old, new))
    if len(one) != len(other):
        return False
    differ = [at for at, (before, after) in enumerate(zip(one, other, strict=True)) if before != after]
    if len(differ) != 2:
        return False
    first, last = differ
    listed = set(one[first + 1 : last]) <= language.words("obligations", "joint")
    return not listed and akin(one[first], other[last], language) and akin(one[last], other[first], language)


def _shifted(pair: Versions, language: Lexicon) -> bool:
    """Whether words went from one sentence to another that also stayed: what was said of one is said of another.

    A sentence that was split, or two that were joined, keep their words together on one side.
    """
    small = language.words("wording", "small")
    homes: list[dict[str, int]] = []
    for tokens, segments in ((pair.old_words, pair.old_segments), (pair.new_words, pair.new_segments)):
        found: dict[str, list[int]] = {}
        for number, segment in enumerate(segments):
            for token in tokens[segment.start : segment.end]:
                if token.shape != "mark" and token.key not in small:
                    found.setdefault(token.key, []).append(number)
        homes.append({key: places[0] for key, places in found.items() if len(places) == 1})
    pairs = {(homes[0][key], homes[1][key]) for key in homes[0].keys() & homes[1].keys()}
    olds, news = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)
    return any(olds[old] > 1 and news[new] > 1 for old, new in pairs)


def _signs(text: str) -> list[str]:
    """The pictures in a text, which say something and are no words."""
    return [sign for sign in text if sign >= "\u2190" and unicodedata.category(sign) == "So"]
