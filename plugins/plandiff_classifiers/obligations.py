"""What became of obligations, permissions, prohibitions, negations and conditions.

    shall withdraw → may withdraw           obligation-to-permission    critical
    shall withdraw → shall not withdraw     obligation-to-prohibition   critical
    no troops may → troops may              prohibition-to-permission   critical
    is recognised → is not recognised       negation-gained             critical
    shall withdraw → should withdraw        obligation-weakened         substantive
    shall withdraw → shall withdraw unless  condition-added             substantive
    shall withdraw → will withdraw          obligation-reworded         editorial

A negation that belongs to a modal changes what the modal is (obligation, permission, prohibition); any other
one is gained or lost by itself. Words are compared where the words around them are still there: text that was
added or dropped as a whole, and a sentence that only moved, give no finding. Nor does a comparison across
languages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, Finding, Plan, Severity, Side
from plandiff_classifiers._cues import Cue, Cues, cues
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._place import QUOTE, place, quote, quote_around
from plandiff_classifiers._versions import Versions, versions
from plandiff_classifiers._words import Word

SURVIVES = 0.3
"""From this share of words kept on, a clause or sentence is the same one as before."""

_NAMES = {
    ("duty", False): "obligation",
    ("duty", True): "prohibition",
    ("permission", False): "permission",
    ("permission", True): "prohibition",
    ("expectation", False): "expectation",
    ("expectation", True): "advice against",
}
_STRENGTH = {"obligation": 3, "prohibition": 3, "expectation": 2, "advice against": 2, "permission": 1}
_FLIPS = frozenset(("obligation", "permission", "prohibition"))


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[Finding]:
    """The findings about the force, the negations and the conditions of a change."""
    pair = versions(change, left, right)
    one, other = lexicon(left), lexicon(right)
    if pair is None or not set(one.languages) & set(other.languages):
        return []
    comparing = _Comparing(pair, cues(pair.old, one), cues(pair.new, other))
    return [_finding(told, pair, change, left, right) for told in comparing.told()]


class _Told(Struct, frozen=True):
    """A finding before its place is looked up."""

    rule: str
    severity: Severity
    message: str
    side: Side
    cue: Cue


def _finding(told: _Told, pair: Versions, change: Change, left: Plan, right: Plan) -> Finding:
    is_left = told.side == "left"
    plan, ids, text = (left, change.left, pair.old) if is_left else (right, change.right, pair.new)
    tokens = pair.old_words if is_left else pair.new_words
    segment = pair.segment(told.cue.first, told.side)
    start, end = tokens[told.cue.first].start, tokens[told.cue.last - 1].end
    point, line = place(plan, ids, start)
    return Finding(
        rule=told.rule,
        severity=told.severity,
        message=told.message,
        side=told.side,
        point=point,
        line=line,
        quote=quote_around(text, start, end, (tokens[segment.start].start, tokens[segment.end - 1].end)),
    )


class _Comparing:
    """The cues of two texts, put side by side."""

    def __init__(self, pair: Versions, old: Cues, new: Cues) -> None:
        self.pair = pair
        self.old = old
        self.new = new
        self._sums: dict[Side, tuple[list[int], list[int]]] = {
            "left": _sums(pair.old_words, pair.kept),
            "right": _sums(pair.new_words, pair.origin),
        }
        self._origins: dict[tuple[int, int], int | None] = {}

    def told(self) -> Iterator[_Told]:
        modals = self._match(self.old.modals, self.new.modals, self._near)
        paired_new = set(modals.values())
        lone_old = [cue for cue in self.old.modals if cue not in modals]
        lone_new = [cue for cue in self.new.modals if cue not in paired_new]
        turned = {old: new for old, new in modals.items() if old.denied != new.denied}
        # A negation may leave its modal and stay in the clause; then nothing was gained or lost.
        lost = [*self.old.negations, *(cue for cue in (*lone_old, *turned) if cue.denied)]
        gained = [*self.new.negations, *(cue for cue in (*lone_new, *turned.values()) if cue.denied)]
        same = self._match(lost, gained, (self.pair.gap, self.pair.before_word))
        settled = {*same, *same.values()}
        for old, new in modals.items():
            yield from self._turned(old, new, stayed=old in settled or new in settled)
        told = settled | {*turned, *turned.values()}
        yield from self._negations("left", [cue for cue in lost if cue not in told])
        yield from self._negations("right", [cue for cue in gained if cue not in told])
        yield from self._bare("left", [cue for cue in lone_old if not cue.denied])
        yield from self._bare("right", [cue for cue in lone_new if not cue.denied])
        yield from self._conditions()

    # -------------------------------------------------------------- telling

    def _turned(self, old: Cue, new: Cue, *, stayed: bool) -> Iterator[_Told]:
        """A modal that became another one."""
        was = _NAMES[old.force or "duty", old.denied]
        now = _NAMES[new.force or "duty", old.denied if stayed else new.denied]
        words = f"“{old.text}” → “{new.text}”"
        if was == now:
            kept = self.pair.kept.get(old.first) == new.first
            if old.text != new.text and not kept and not stayed:
                yield _Told("obligation-reworded", "editorial", f"{was} in other words: {words}", "right", new)
        elif was in _FLIPS and now in _FLIPS:
            yield _Told(f"{was}-to-{now}", "critical", f"{was} becomes {now}: {words}", "right", new)
        elif old.denied != new.denied and not stayed:
            rule = "negation-gained" if new.denied else "negation-lost"
            yield _Told(rule, "critical", f"{was} becomes {now}: {words}", "right", new)
        else:
            weaker = _STRENGTH[now] < _STRENGTH[was]
            rule = "obligation-weakened" if weaker else "obligation-strengthened"
            yield _Told(
                rule,
                "substantive",
                f"{was} {'weakened' if weaker else 'strengthened'}: {words}",
                "right",
                new,
            )

    def _negations(self, side: Side, cues: Iterable[Cue]) -> Iterator[_Told]:
        verb = "lost" if side == "left" else "gained"
        for cue in cues:
            if self._survives(cue, side):
                yield _Told(f"negation-{verb}", "critical", f"negation {verb}: “{cue.text}”", side, cue)

    def _bare(self, side: Side, cues: Iterable[Cue]) -> Iterator[_Told]:
        """A modal where the other text has a plain statement, which in an agreement obliges by itself."""
        verb = "dropped" if side == "left" else "added"
        for cue in cues:
            if not self._survives(cue, side):
                continue
            if cue.force == "duty":
                yield _Told("obligation-reworded", "editorial", f"“{cue.text}” {verb}", side, cue)
                continue
            effect = "strengthened" if side == "left" else "weakened"
            message = f"plain statement {effect}: “{cue.text}” {verb}"
            yield _Told(f"obligation-{effect}", "substantive", message, side, cue)

    def _conditions(self) -> Iterator[_Told]:
        same = self._match(self.old.conditions, self.new.conditions, self._near)
        settled = {*same, *same.values()}
        sides: tuple[tuple[Side, str, str, tuple[Cue, ...]], ...] = (
            ("left", "removed", "lost", self.old.conditions),
            ("right", "added", "gained", self.new.conditions),
        )
        for side, rule, verb, found in sides:
            for cue in found:
                if cue not in settled and self._survives(cue, side, whole=True):
                    message = f"{cue.kind} {verb}: “{self._phrase(cue, side)}”"
                    yield _Told(f"condition-{rule}", "substantive", message, side, cue)

    # -------------------------------------------------------------- pairing

    def _match(
        self, old: Sequence[Cue], new: Sequence[Cue], places: Iterable[Callable[[Cue, Side], object]]
    ) -> dict[Cue, Cue]:
        """Which cue became which: by a kept word, then by its place, told in one way after another.

        Negations take only the two strict places, between the same words or before the same word: what a
        negation denies is what counts, and one lost and one gained in a sentence are two changes.
        """
        pairs: dict[Cue, Cue] = {}
        free = dict.fromkeys(new)

        def take(one: Cue, other: Cue | None) -> None:
            if other is not None and one not in pairs and other in free:
                pairs[one] = other
                del free[other]

        owner = {word: cue for cue in new for word in range(cue.first, cue.last)}
        for cue in old:
            for word in range(cue.first, cue.last):
                take(cue, owner.get(self.pair.kept.get(word, -1)))
        for spot in places:
            waiting: dict[object, list[Cue]] = {}
            for cue in reversed(free):
                waiting.setdefault(spot(cue, "right"), []).append(cue)
            for cue in old:
                matches = waiting.get(spot(cue, "left"))
                if cue not in pairs and matches:
                    take(cue, matches.pop())
        return pairs

    @property
    def _near(self) -> tuple[Callable[[Cue, Side], object], ...]:
        """Places for modals and conditions, from sure to likely."""
        return (
            self.pair.gap,
            lambda cue, side: (cue.kind, self.pair.before_word(cue, side)),
            lambda cue, side: (cue.kind, self.pair.after_word(cue, side)),
            self._clause,
        )

    def _clause(self, cue: Cue, side: Side) -> object:
        """The clause of the old text in which a cue stands, or from which most of its clause came."""
        if side == "left":
            return cue.kind, cue.clause
        bounds = self._bounds(cue, "right")
        if bounds not in self._origins:
            old = (self.pair.origin[word] for word in range(*bounds) if word in self.pair.origin)
            votes = Counter(self.old.clauses[word] for word in old)
            self._origins[bounds] = votes.most_common(1)[0][0] if votes else None
        origin = self._origins[bounds]
        return cue if origin is None else (cue.kind, origin)

    def _survives(self, cue: Cue, side: Side, *, whole: bool = False) -> bool:
        """Whether enough words around a cue stand in both texts: of its clause, or of its whole sentence."""
        start, end = self._bounds(cue, side, whole=whole)
        first, last = max(start, cue.first), min(end, cue.last)
        around, held = (
            sums[end] - sums[start] - (sums[last] - sums[first] if first < last else 0) for sums in self._sums[side]
        )
        return held >= SURVIVES * around

    def _bounds(self, cue: Cue, side: Side, *, whole: bool = False) -> tuple[int, int]:
        """The first word of a cue's clause or sentence, and the one after its last."""
        segment = self.pair.segment(cue.first, side)
        if whole:
            return segment.start, segment.end
        clauses = self.old.clauses if side == "left" else self.new.clauses
        return (
            bisect_left(clauses, cue.clause, segment.start, segment.end),
            bisect_right(clauses, cue.clause, segment.start, segment.end),
        )

    def _phrase(self, cue: Cue, side: Side) -> str:
        """A condition with the words that follow it up to the next mark; a limit by itself."""
        text, tokens = (self.pair.old, self.pair.old_words) if side == "left" else (self.pair.new, self.pair.new_words)
        last = cue.last
        # More words than a quotation has characters are never shown.
        end = min(self.pair.segment(cue.first, side).end, cue.first + QUOTE + 1)
        while cue.kind == "condition" and last < end and tokens[last].shape != "mark":
            last += 1
        return quote(text, tokens[cue.first].start, tokens[last - 1].end)


def _sums(tokens: Sequence[Word], held: Container[int]) -> tuple[list[int], list[int]]:
    """For each place in a text how many words (not marks) stand before it, and how many of them are kept."""
    spoken = [token.shape != "mark" for token in tokens]
    kept = (word and index in held for index, word in enumerate(spoken))
    return list(accumulate(spoken, initial=0)), list(accumulate(kept, initial=0))
