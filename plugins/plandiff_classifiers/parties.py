"""Which names a provision gained, lost or exchanged: parties, and places.

    Egypt and Qatar guarantee → Egypt, Qatar and Canada guarantee   party-gained
    Europe lends → the World Bank lends                             party-replaced
    stationed in Poland → stationed in Romania                      place-replaced
    Russian forces → the forces of Russia                           nothing: the same name
    the United States → the US                                      nothing: another name of the same

The names before are compared with the names after, over the whole provision, in whatever order. A state that is
only a location ("stationed in Poland") is a place. Names come from the gazetteer and from the text itself: a
capitalised name with a word such as "commission" in it, or after a word such as "port".
"""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.became import became
from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Side
from plandiff_classifiers._findings import finding
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._likeness import STEM
from plandiff_classifiers._mentions import Mention, mentions
from plandiff_classifiers._versions import Versions, versions
from plandiff_classifiers._words import Word


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """The findings about the names of a change."""
    pair = versions(change, left, right)
    one, other = lexicon(left), lexicon(right)
    if pair is None or not set(one.languages) & set(other.languages):
        return []
    before, after = mentions(pair.old, one), mentions(pair.new, other)
    lost = _missing(before, after, pair.new_words)
    gained = _missing(after, before, pair.old_words)

    def told(rule: str, message: str, side: Side, mention: Mention) -> Finding:
        return finding(f"{mention.kind}-{rule}", message, side, mention, pair, change, left, right)

    pairs = _exchanged(pair, lost, gained)
    paired = {*pairs, *pairs.values()}
    found = [
        told("replaced", f"{new.kind} replaced: {became(f'“{old.printed}”', f'“{new.printed}”')}", "right", new)
        for old, new in pairs.items()
    ]
    sides: tuple[tuple[str, Side, list[Mention]], ...] = (("lost", "left", lost), ("gained", "right", gained))
    for verb, side, mentioned in sides:
        alone = (mention for mention in mentioned if mention not in paired)
        found += [told(verb, f"{mention.kind} {verb}: “{mention.printed}”", side, mention) for mention in alone]
    return found


def _missing(here: Iterable[Mention], there: Iterable[Mention], words_there: Iterable[Word]) -> list[Mention]:
    """The first mention of each name that the other text has under no name and in no words."""
    names: dict[str, set[frozenset[str]]] = {}
    for key in {mention.key for mention in there}:
        for word in key:
            names.setdefault(word, set()).add(key)
    stems = {word.key[:STEM] for word in words_there}
    found: dict[frozenset[str], Mention] = {}
    for mention in here:
        akin = (key for word in mention.key for key in names.get(word, ()))
        if not any(mention.key <= key or key <= mention.key for key in akin) and not mention.key <= stems:
            found.setdefault(mention.key, mention)
    return list(found.values())


def _exchanged(pair: Versions, lost: Iterable[Mention], gained: Iterable[Mention]) -> dict[Mention, Mention]:
    """The names that stand where another of their kind stood."""
    pairs: dict[Mention, Mention] = {}
    free = dict.fromkeys(gained)
    for spot in (pair.gap, pair.before_word, pair.after_word):
        waiting = {(new.kind, spot(new, "right")): new for new in reversed(free)}
        for old in lost:
            place = old.kind, spot(old, "left")
            if old not in pairs and place in waiting:
                pairs[old] = waiting.pop(place)
                del free[pairs[old]]
    return pairs
