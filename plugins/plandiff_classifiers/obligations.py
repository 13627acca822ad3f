"""What became of duties, permissions, prohibitions and negations.

    shall withdraw → may withdraw           obligation-to-permission
    shall withdraw → shall not withdraw     obligation-to-prohibition, negation-gained
    shall withdraw → need not withdraw      obligation-to-permission, negation-gained
    no troops may → troops may              prohibition-to-permission, negation-lost
    is recognised → is not recognised       negation-gained
    shall withdraw → should withdraw        obligation-weakened
    shall withdraw → must withdraw          nothing: another word for the same
    no troops may enter → [to be settled] whether troops enter      nothing: it is open text

A plain statement of a treaty ("the parties withdraw") is a duty. Words are compared where the words around them
are still there: text that was added or dropped as a whole, and a sentence that only moved, give no finding. Nor
does a comparison across languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plandiff.became import became
from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Obligation, Plan, Side
from plandiff_classifiers._brackets import offered
from plandiff_classifiers._cues import Cue, Cues, Mode, cues
from plandiff_classifiers._deferrals import put_off
from plandiff_classifiers._findings import finding
from plandiff_classifiers._lexicon import Lexicon, lexicon
from plandiff_classifiers._pairing import Pairing, Spot
from plandiff_classifiers._versions import Passage, Versions, versions
from plandiff_classifiers._words import words


@hookimpl
def plandiff_obligations(plan: Plan) -> list[Obligation]:
    """The duties, permissions and prohibitions of a version with their bearers."""
    from plandiff_classifiers._duties import duties

    return list(duties(plan))


_CLASS: dict[Mode, str] = {
    "duty": "obligation",
    "soft duty": "obligation",
    "permission": "permission",
    "prohibition": "prohibition",
    "soft prohibition": "prohibition",
}


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """The findings about the modes and the negations of a change."""
    pair = versions(change, left, right)
    one, other = lexicon(left), lexicon(right)
    if pair is None or not set(one.languages) & set(other.languages):
        return []
    return [
        finding(told.rule, told.message, told.side, told.cue, pair, change, left, right)
        for told in _Comparing(pair, one, other).told()
    ]


class _Told(Struct, frozen=True):
    """A finding before its place is looked up."""

    rule: str
    message: str
    side: Side
    cue: Passage


class _Preposition(Struct, frozen=True, eq=False):
    """A "with" or "without" and its place."""

    first: int
    last: int
    text: str


class _Comparing:
    """The cues of two texts, put side by side."""

    def __init__(self, pair: Versions, one: Lexicon, other: Lexicon) -> None:
        self.pair = pair
        open_old, open_new = _open(pair.old, one), _open(pair.new, other)
        self.open_elsewhere: dict[Side, set[int]] = {
            "left": _counterparts(pair, open_new, "right"),
            "right": _counterparts(pair, open_old, "left"),
        }
        self.old: Cues = _settled(cues(pair.old, one), open_old)
        self.new: Cues = _settled(cues(pair.new, other), open_new)
        self.pairing = Pairing(pair, self.old.clauses, self.new.clauses)
        self.without = one.words("obligations", "without") | other.words("obligations", "without")
        self.prepositions = self.without | one.words("obligations", "with") | other.words("obligations", "with")

    def told(self) -> Iterator[_Told]:
        pairing = self.pairing
        near = (pairing.gap, pairing.before, pairing.after, pairing.clause)
        pairs = pairing.match(self.old.modals, self.new.modals, near)
        lone_old, lone_new = self._left_over(pairs, self.old.modals, self.new.modals)
        pairs |= pairing.match(lone_old, lone_new, [self._only_one(lone_old, lone_new)])
        lost, gained = self._left_over(pairs, self.old.negations, self.new.negations)
        # What a negation denies is what counts: one lost and one gained before other words are two changes.
        same = pairing.match(lost, gained, (pairing.gap, pairing.before, self._only_one(lost, gained)))
        lost, gained = self._left_over(same, lost, gained)
        lone_old, lone_new = self._left_over(pairs, self.old.modals, self.new.modals)
        # "Shall not change" may have become "does not change", and the other way about.
        denied_old, denied_new = [cue for cue in lone_old if cue.negates], [cue for cue in lone_new if cue.negates]
        plain = {**pairing.match(denied_old, gained, near), **pairing.match(lost, denied_new, near)}
        lost, gained = self._left_over(plain, lost, gained)
        lone_old, lone_new = self._left_over(plain, lone_old, lone_new)
        for old, new in {**pairs, **plain}.items():
            yield from self._turned(old, new, lost, gained)
        yield from self._bare("left", lone_old)
        yield from self._bare("right", lone_new)
        yield from self._negations("left", lost)
        yield from self._negations("right", gained)
        yield from self._withouts()

    # -------------------------------------------------------------- telling

    def _turned(self, old: Cue, new: Cue, lost: list[Cue], gained: list[Cue]) -> Iterator[_Told]:
        """A modal that became another one. A negation may leave its modal and stay in the sentence."""
        had, has = old.negates, new.negates
        if had != has:
            undone = self._undone(old, "left") if had else self._undone(new, "right")
            if undone or (self._stray(new, "right", gained) if had else self._stray(old, "left", lost)):
                return
        words = became(f"“{old.text}”", f"“{new.text}”")
        yield from self._change(old.mode, new.mode, words, "right", new)
        if had != has and _CLASS[old.mode] != _CLASS[new.mode]:
            verb = "gained" if has else "lost"
            yield _Told(f"negation-{verb}", f"negation {verb}: {words}", "right", new)

    def _bare(self, side: Side, found: list[Cue]) -> Iterator[_Told]:
        """A modal where the other text has a plain statement, which in an agreement is a duty."""
        for cue in found:
            if not self.pairing.survives(cue, side) or self._is_open(cue, side):
                continue
            mode: Mode = "duty" if cue.negates and self._undone(cue, side) else cue.mode
            if side == "left":
                yield from self._change(mode, "duty", f"“{cue.text}” dropped", side, cue)
            else:
                yield from self._change("duty", mode, f"“{cue.text}” added", side, cue)
            if cue.negates and mode != "duty":
                verb = "lost" if side == "left" else "gained"
                yield _Told(f"negation-{verb}", f"negation {verb}: “{cue.text}”", side, cue)

    def _change(self, was: Mode, now: Mode, words: str, side: Side, cue: Cue) -> Iterator[_Told]:
        """The finding about a mode that changed, if it did."""
        one, other = _CLASS[was], _CLASS[now]
        if one != other:
            yield _Told(f"{one}-to-{other}", f"{was} becomes {now}: {words}", side, cue)
        elif was != now:
            rule = "obligation-weakened" if now.startswith("soft") else "obligation-strengthened"
            yield _Told(rule, f"{was} becomes {now}: {words}", side, cue)

    def _negations(self, side: Side, found: list[Cue]) -> Iterator[_Told]:
        verb = "lost" if side == "left" else "gained"
        for cue in found:
            if self.pairing.survives(cue, side) and not self._undone(cue, side) and not self._is_open(cue, side):
                yield _Told(f"negation-{verb}", f"negation {verb}: “{cue.text}”", side, cue)

    def _withouts(self) -> Iterator[_Told]:
        """A "with" that became "without" before the same words, or the other way about."""
        pairs = self.pairing.match(self._prepositions("left"), self._prepositions("right"), (self._followed,))
        for old, new in pairs.items():
            denies = self.pair.new_words[new.first].key in self.without
            turned = (self.pair.old_words[old.first].key in self.without) != denies
            place = self.pairing.sentence(old, "left")
            if turned and self._denied("left", place) == self._denied("right", place):
                verb = "gained" if denies else "lost"
                yield _Told(
                    f"negation-{verb}", f"negation {verb}: {became(f'“{old.text}”', f'“{new.text}”')}", "right", new
                )

    # -------------------------------------------------------------- pairing

    def _is_open(self, cue: Cue, side: Side) -> bool:
        """Whether the other text leaves open what the sentence of a cue says: then its mode did not change."""
        return self.pair.segment(cue.first, side).start in self.open_elsewhere[side]

    def _undone(self, cue: Cue, side: Side) -> bool:
        """Whether a "without" goes with a negation, and the other text has neither in this sentence."""
        place = self.pairing.sentence(cue, side)
        other: Side = "right" if side == "left" else "left"
        return self._has_without(side, place) and not self._denied(other, place) and not self._has_without(other, place)

    def _denied(self, side: Side, place: object) -> bool:
        """Whether a negation stands in a sentence."""
        found = self.old if side == "left" else self.new
        return any(
            cue.negates and self.pairing.sentence(cue, side) == place for cue in (*found.modals, *found.negations)
        )

    def _has_without(self, side: Side, place: object) -> bool:
        """Whether a "without" stands in a sentence."""
        tokens = self.pair.old_words if side == "left" else self.pair.new_words
        found = (_Preposition(at, at + 1, token.key) for at, token in enumerate(tokens) if token.key in self.without)
        return any(self.pairing.sentence(word, side) == place for word in found)

    def _stray(self, cue: Cue, side: Side, waiting: list[Cue]) -> bool:
        """Whether a lone negation stands in the sentence of a cue; it is then told and taken away."""
        place = self.pairing.sentence(cue, side)
        found = next((one for one in waiting if self.pairing.sentence(one, side) == place), None)
        if found:
            waiting.remove(found)
        return found is not None

    def _only_one(self, lost: list[Cue], gained: list[Cue]) -> Spot:
        """The sentence of a negation, where it is the only one that went or came."""
        alone = (
            Counter(self.pairing.sentence(cue, "left") for cue in lost),
            Counter(self.pairing.sentence(cue, "right") for cue in gained),
        )

        def spot(passage: Passage, side: Side) -> object:
            place = self.pairing.sentence(passage, side)
            return place if all(counts[place] == 1 for counts in alone) else None

        return spot

    def _left_over(self, pairs: dict[Cue, Cue], old: Sequence[Cue], new: Sequence[Cue]) -> tuple[list[Cue], list[Cue]]:
        """The cues of both texts that are in no pair."""
        paired = {*pairs, *pairs.values()}
        return [cue for cue in old if cue not in paired], [cue for cue in new if cue not in paired]

    def _followed(self, passage: Passage, side: Side) -> int | None:
        """The word right after a preposition, as an index in the old text, where it is kept."""
        return passage.last if side == "left" else self.pair.origin.get(passage.last)

    def _prepositions(self, side: Side) -> list[_Preposition]:
        """The "with" and "without" of a text that are not in the other one."""
        pair = self.pair
        text, words, kept = (
            (pair.old, pair.old_words, pair.kept) if side == "left" else (pair.new, pair.new_words, pair.origin)
        )
        return [
            _Preposition(index, index + 1, text[word.start : word.end])
            for index, word in enumerate(words)
            if index not in kept and word.key in self.prepositions
        ]


def _open(text: str, lexicon: Lexicon) -> frozenset[int]:
    """The words of a text that put a matter off, and those that offer one mode or another: "[shall][may]"."""
    found = cues(text, lexicon)
    alternatives = offered(text, words(text))
    modal = {cue.first for cue in (*found.modals, *found.negations) if cue.first in alternatives}
    return put_off(text, lexicon).union(modal)


def _settled(found: Cues, left_open: frozenset[int]) -> Cues:
    """The cues of a text without those that it leaves open."""
    return replace(
        found,
        modals=tuple(cue for cue in found.modals if cue.first not in left_open),
        negations=tuple(cue for cue in found.negations if cue.first not in left_open),
    )


def _counterparts(pair: Versions, left_open: Iterable[int], side: Side) -> set[int]:
    """The sentences of the other text, by their first words, that became one of this side which is left open."""
    other: Side = "right" if side == "left" else "left"
    there = pair.kept if side == "left" else pair.origin
    segments = {pair.segment(word, side) for word in left_open}
    words_of = (word for segment in segments for word in range(segment.start, segment.end))
    return {pair.segment(there[word], other).start for word in words_of if word in there}
