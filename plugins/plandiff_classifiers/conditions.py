"""What became of conditions and exceptions.

    pays → pays, provided that the truce holds          condition-added
    Subject to consent, the court sits → the court sits condition-removed
    is final → is final unless fraud is proved          exception-added
    if it rains → in the event that it rains            nothing: another word for the same

A condition says what must be so for a clause to hold, an exception what is taken out of it; "unless" is an
exception. Both are counted sentence by sentence, where the sentence is still there. One that moves with its words
to another sentence is neither added nor removed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Side
from plandiff_classifiers._cues import clauses
from plandiff_classifiers._facts import facts
from plandiff_classifiers._findings import finding
from plandiff_classifiers._lexicon import Lexicon, lexicon
from plandiff_classifiers._likeness import likest
from plandiff_classifiers._pairing import Pairing
from plandiff_classifiers._place import QUOTE, quote
from plandiff_classifiers._segments import Segment
from plandiff_classifiers._versions import Passage, Versions, versions
from plandiff_classifiers._words import words

SPAN = 10
"""Words after "if" that tell what the condition is."""


class _Condition(Struct, frozen=True, eq=False):
    """The words of a cue, and whether they set a "condition" or an "exception"."""

    first: int
    last: int
    kind: str


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """The findings about the conditions and exceptions of a change."""
    pair = versions(change, left, right)
    one, other = lexicon(left), lexicon(right)
    if pair is None or not set(one.languages) & set(other.languages):
        return []
    old, new = _conditions(pair.old, one), _conditions(pair.new, other)
    if not old and not new:
        return []
    pairing = Pairing(pair, clauses(pair.old, one), clauses(pair.new, other))

    @cache
    def alike(segment: Segment, side: Side) -> bool:
        return likest(pair, segment, side) is not None

    told = []
    for kind in ("condition", "exception"):
        gone, come = _unpaired(
            pairing, [cue for cue in old if cue.kind == kind], [cue for cue in new if cue.kind == kind]
        )
        sides: tuple[tuple[Side, str, str, list[_Condition]], ...] = (
            ("left", "removed", "lost", gone),
            ("right", "added", "gained", come),
        )
        for side, rule, verb, found in sides:
            for cue in found:
                if pairing.survives(cue, side, whole=True) or alike(pair.segment(cue.first, side), side):
                    message = f"{kind} {verb}: “{_phrase(pair, cue, side)}”"
                    told.append(finding(f"{kind}-{rule}", message, side, cue, pair, change, left, right))
    return told


def _conditions(text: str, lexicon: Lexicon) -> list[_Condition]:
    """The conditions and exceptions of a text, without those that belong to a figure or a deadline already."""
    tokens = words(text)
    phrases = lexicon.phrases("obligations", "unconditional", "condition", "exception")
    starts = [index for index, token in enumerate(tokens) if phrases.begins(token.key)]
    if not starts:
        return []
    spoken = {index for fact in facts(text, lexicon) for index in range(fact.begin, fact.reach)}
    found: list[_Condition] = []
    end = 0
    for index in starts:
        match = phrases.at(tokens, index) if index >= end else None
        if match:
            # "Except if" is one exception.
            alone = index > end or not found
            end = match.end
            if match.meaning != "unconditional" and index not in spoken and alone:
                first = index + (tokens[index].shape == "mark")
                found.append(_Condition(first, match.end, match.meaning))
    return found


def _unpaired(
    pairing: Pairing, old: Sequence[_Condition], new: Sequence[_Condition]
) -> tuple[list[_Condition], list[_Condition]]:
    """The conditions of one kind without a partner: in its place, in its sentence, or of the same words."""

    def said(passage: Passage, side: Side) -> object:
        tokens = pairing.pair.old_words if side == "left" else pairing.pair.new_words
        end = pairing.pair.segment(passage.first, side).end
        return tuple(token.key for token in tokens[passage.last : min(end, passage.last + SPAN)]) or None

    spots = (pairing.gap, pairing.before, pairing.after, pairing.sentence, said)
    pairs = pairing.match(old, new, spots)
    paired = {*pairs, *pairs.values()}
    return [cue for cue in old if cue not in paired], [cue for cue in new if cue not in paired]


def _phrase(pair: Versions, cue: _Condition, side: Side) -> str:
    """A condition with the words that follow it up to the next mark."""
    text, tokens = (pair.old, pair.old_words) if side == "left" else (pair.new, pair.new_words)
    last = cue.last
    # More words than a quotation has characters are never shown.
    end = min(pair.segment(cue.first, side).end, cue.first + QUOTE + 1)
    while last < end and tokens[last].shape != "mark":
        last += 1
    return quote(text, tokens[cue.first].start, tokens[last - 1].end)
