"""Who must, may and may not do what in one version, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from plandiff.model import Mode, Obligation, Plan
from plandiff_classifiers._bearers import ADJECTIVES, EVERYONE, Bearer, acting, agents, bearers, following
from plandiff_classifiers._cues import Cue, Cues, cues
from plandiff_classifiers._lexicon import Lexicon, lexicon
from plandiff_classifiers._likeness import STEM
from plandiff_classifiers._segments import Segment, segments
from plandiff_classifiers._words import Word, words

_STATES = frozenset(
    "is are was were remain remains has have had receive receives ist sind war waren bleibt bleiben hat haben erhält "
    "erhalten est sont était reste restent a ont reçoit reçoivent es son está están era queda tiene tienen recibe "
    "reciben є залишається отримує остаётся остается получает".split()
)
"""Verbs after a bearer that tell a state or a gain, and ask nothing of it."""
_PARTICIPLE = ("ed", "ilt", "ven", "ken", "ght", "eld", "wn", "set")
"""Endings of the word after "be" that make a passive: "Egypt shall be informed" asks nothing of Egypt."""
_NEAR = 3
"""Words after a bearer in which a "not" makes a plain statement a prohibition, and "is" one of a state."""
_FAR = 8
"""The same where a participle or a preposition follows the bearer."""

_REACH = 12
"""Words before a modal in which its bearers begin."""


def duties(plan: Plan) -> Iterator[Obligation]:
    """Each duty, permission and prohibition of a version whose bearer its sentence names, in document order.

    Egypt shall open the port                        a duty of Egypt
    Only then shall Egypt open the port              the same
    The port shall be opened by Egypt and Qatar      a duty of Egypt, and one of Qatar
    Egypt opens the port                             a duty: the plain present of a treaty
    A task force shall open the port                 a duty of the task force
    Egypt is free                                    nothing: a state
    If Egypt agrees, the port shall be opened        nothing: a condition
    """
    known = lexicon(plan)
    for point in plan.points:
        if not point.heads and point.role != "surrounding":
            reader = _Reader(point.text, known)
            for segment in segments(point.text, reader.tokens):
                for mode, bearer in reader.obligations(segment):
                    first = reader.widened(bearer, segment)
                    told = {token.key[:STEM] for token in reader.tokens[first : bearer.last - 1] if not bearer.named}
                    yield Obligation(
                        point=point.id,
                        party="all parties" if bearer.key == EVERYONE else reader.printed(first, bearer.last),
                        who=" ".join(sorted(bearer.key | told)),
                        mode=mode,
                        text=reader.printed(segment.start, segment.end),
                    )


class _Reader:
    """One text, sentence by sentence."""

    def __init__(self, text: str, known: Lexicon) -> None:
        self.text = text
        self.known = known
        self.tokens: tuple[Word, ...] = words(text)
        self.found: Cues = cues(text, known)

    def printed(self, first: int, last: int) -> str:
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def widened(self, bearer: Bearer, segment: Segment) -> int:
        """Where a bearer begins with what tells its role from others: "guarantor states", "a task force"."""
        first = bearer.first
        if bearer.named or bearer.key == EVERYONE:
            return first
        small = self.known.words("obligations", "joint") | self.known.words("facts", "stop")
        modals = {at for cue in self.found.modals for at in range(cue.first, cue.last)}
        while first > max(segment.start, bearer.first - ADJECTIVES):
            before = self.tokens[first - 1]
            if before.shape != "word" or before.key in small or first - 1 in modals:
                break
            first -= 1
        return first

    def obligations(self, segment: Segment) -> Iterator[tuple[Mode, Bearer]]:
        modal = next((cue for cue in self.found.modals if segment.start <= cue.first < segment.end), None)
        acts = acting(self.text, segment, self.known)
        who = next((run for start, run in acts if not self._subordinate(start, run[0].first)), ())
        if modal is None:
            # What opens with a bracket is one of several proposals.
            mode = None if self.tokens[segment.start].key == "[" else self._plain(who)
        else:
            mode = modal.mode
            who = self._bearing(who, modal, segment)
        if mode is not None:
            yield from ((mode, bearer) for bearer in who)

    def _bearing(self, who: tuple[Bearer, ...], modal: Cue, segment: Segment) -> tuple[Bearer, ...]:
        """The bearers of a modal: before it, right after it, or after "by" where the verb is passive."""
        passive = self._passive(modal)
        if not passive and who and (who[0].first < modal.first or modal.first < segment.start + 2):
            # "Neither Egypt nor Qatar shall": what denies the modal takes the second name in.
            return (*who, *bearers(self.text, self.known, Segment(modal.first, modal.last)))
        if not passive and (inverted := following(self.text, modal.last, segment, self.known)):
            return inverted
        if not passive and (before := self._before(modal, segment)):
            return before
        by = agents(self.text, segment, self.known)
        return by if by and by[0].first > modal.last else ()

    def _before(self, modal: Cue, segment: Segment) -> tuple[Bearer, ...]:
        """The bearers that end where the modal begins: "Within ten days Egypt shall"."""
        clause = Segment(segment.start, modal.first)
        for start in range(max(segment.start, modal.first - _REACH), modal.first):
            run = following(self.text, start, clause, self.known)
            if run and run[-1].last == modal.first and not self._subordinate(segment.start, run[0].first):
                return run
        return ()

    def _plain(self, who: tuple[Bearer, ...]) -> Mode | None:
        """The mode of a statement without modal: a duty, or a prohibition where it is denied."""
        after = who[-1].last if who else len(self.tokens)
        beside = self.tokens[after : after + _NEAR]
        if not beside or beside[0].shape != "word":
            return None
        # "Every party involved in this conflict receives": the verb comes after what tells the bearer.
        aside = beside[0].key.endswith(_PARTICIPLE) or beside[0].key in self.known.words("facts", "stop")
        if any(token.key in _STATES for token in self.tokens[after : after + (_FAR if aside else _NEAR)]):
            return None
        denied = any(who[0].first - _NEAR <= cue.first < after + _NEAR for cue in self.found.negations)
        return "prohibition" if denied else "duty"

    def _subordinate(self, start: int, end: int) -> bool:
        breaking = self.known.words("obligations", "subordinate")
        return any(token.key in breaking for token in self.tokens[start:end])

    def _passive(self, modal: Cue) -> bool:
        keys = [token.key for token in self.tokens[modal.last : modal.last + _NEAR]]
        return keys[:1] == ["be"] and any(key.endswith(_PARTICIPLE) for key in keys[1:])
