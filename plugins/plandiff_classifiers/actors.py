"""Whether a duty, permission or prohibition came to other bearers, or to none that is named.

    Both sides shall withdraw → Armenia shall withdraw              actor-changed
    guaranteed by Egypt and Qatar → guaranteed by Egypt             actor-changed
    The parties lift the blockade → the blockade is lifted          voice-changed
    The commission verifies it → it is verified by the commission   nothing: the same bearer
    Kenya and Uganda pay → Uganda and Kenya pay                     nothing: another order

Sentences are compared with those most like them. A bearer is a name, or a role such as "the carrier"; "both sides",
"each party" and "the parties" are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from plandiff.became import became
from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Severity, Side
from plandiff_classifiers._bearers import EVERYONE, Bearer, Subject, bearers, subject
from plandiff_classifiers._findings import finding
from plandiff_classifiers._lexicon import Lexicon, lexicon
from plandiff_classifiers._likeness import likest, stem
from plandiff_classifiers._place import quote
from plandiff_classifiers._segments import Segment
from plandiff_classifiers._versions import Versions, versions
from plandiff_classifiers._words import Word


class _Sentence(Struct, frozen=True):
    """A sentence of one side with its bearers."""

    side: Side
    segment: Segment
    subject: Subject
    lexicon: Lexicon


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """The findings about the bearers of the sentences of a change."""
    pair = versions(change, left, right)
    one, other = lexicon(left), lexicon(right)
    if pair is None or not set(one.languages) & set(other.languages):
        return []
    told = []
    for new in pair.new_segments:
        old = likest(pair, new, "right")
        if old is None:
            continue
        before = _Sentence("left", old, subject(pair.old, old, one), one)
        after = _Sentence("right", new, subject(pair.new, new, other), other)
        found = _told(pair, before, after)
        if found:
            severity = _SEVERITY[found.rule]
            told.append(
                finding(found.rule, found.message, found.side, found.bearer, pair, change, left, right, severity)
            )
    return told


class _Told(Struct, frozen=True):
    """A finding before its place is looked up."""

    rule: str
    message: str
    side: Side
    bearer: Bearer


_SEVERITY: dict[str, Severity] = {"actor-changed": "critical", "voice-changed": "substantive"}


def _told(pair: Versions, before: _Sentence, after: _Sentence) -> _Told | None:
    """What became of the bearers of one sentence."""
    old, new = before.subject.bearers, after.subject.bearers
    gone, come = _without(old, new), _without(new, old)
    if old and new:
        return _changed(pair, before, after, gone, come)
    if gone and _promoted(pair, before, after) and not any(_present(pair, one, after) for one in gone):
        words = _printed(pair, before, gone)
        return _Told("voice-changed", f"who bears it is no longer said: “{words}”", "left", gone[0])
    if come and _promoted(pair, after, before) and not any(_present(pair, one, before) for one in come):
        words = _printed(pair, after, come)
        return _Told("voice-changed", f"who bears it is now said: “{words}”", "right", come[0])
    return None


def _changed(
    pair: Versions, before: _Sentence, after: _Sentence, gone: list[Bearer], come: list[Bearer]
) -> _Told | None:
    """Other bearers on both sides. One that is still in the sentence counts only where two changed places."""
    everyone = all(any(one.key == EVERYONE for one in side.subject.bearers) for side in (before, after))
    if everyone and not any(one.named for one in (*gone, *come)):
        return None
    left = [one for one in gone if not _present(pair, one, after)]
    right = [one for one in come if not _present(pair, one, before)]
    if before.subject.passive == after.subject.passive and gone and come and not left and not right:
        left, right = gone, come
    was, now = (_printed(pair, side, side.subject.bearers) for side in (before, after))
    words = became(f"“{was}”", f"“{now}”")
    if right:
        return _Told("actor-changed", f"who is bound: {words}", "right", right[0])
    return _Told("actor-changed", f"who is bound: {words}", "left", left[0]) if left else None


def _without(here: Iterable[Bearer], there: Sequence[Bearer]) -> list[Bearer]:
    """The bearers of one side that the other has under no name."""
    return [one for one in here if not any(one.key <= other.key or other.key <= one.key for other in there)]


def _present(pair: Versions, bearer: Bearer, there: _Sentence) -> bool:
    """Whether a bearer of one side stands anywhere in the sentence of the other."""
    if any(bearer.key <= other.key for other in bearers(_text(pair, there), there.lexicon, there.segment)):
        return True
    inside = range(there.segment.start, there.segment.end)
    tokens = _words(pair, there)
    if bearer.key == EVERYONE:
        everyone = there.lexicon.phrases("obligations", "everyone")
        return any(everyone.at(tokens, index) for index in inside)
    return all(any(tokens[index].key.startswith(stem) for index in inside) for stem in bearer.key)


def _promoted(pair: Versions, bearing: _Sentence, other: _Sentence) -> bool:
    """Whether a sentence without bearers opens with words that stood after the verb of the one with bearers."""
    tokens, there = _words(pair, other), _words(pair, bearing)
    if tokens[other.segment.start].key in other.lexicon.words("obligations", "pronoun"):
        return False
    places = {stem(there[index]): index for index in range(bearing.segment.end - 1, bearing.segment.start - 1, -1)}
    opening = tokens[other.segment.start : other.segment.end]
    impersonal = tokens[other.segment.start].key in other.lexicon.words("obligations", "impersonal")
    known = (places[stem(word)] for word in opening if _says(word, other.lexicon) and stem(word) in places)
    end, first = bearing.subject.bearers[-1].last, next(known, -1)
    return impersonal or any(_says(token, bearing.lexicon) for token in there[end : max(end, first)])


def _says(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word has content of its own: no article, preposition or modal."""
    small = (
        lexicon.words("facts", "stop") | lexicon.words("obligations", "joint") | lexicon.words("obligations", "duty")
    )
    return word.shape == "word" and word.key not in small


def _printed(pair: Versions, sentence: _Sentence, found: Sequence[Bearer]) -> str:
    tokens, text = _words(pair, sentence), _text(pair, sentence)
    return quote(text, tokens[found[0].first].start, tokens[found[-1].last - 1].end)


def _words(pair: Versions, sentence: _Sentence) -> Sequence[Word]:
    return pair.old_words if sentence.side == "left" else pair.new_words


def _text(pair: Versions, sentence: _Sentence) -> str:
    return pair.old if sentence.side == "left" else pair.new
