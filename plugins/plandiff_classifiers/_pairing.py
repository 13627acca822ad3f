"""Which fact of the old text became which fact of the new one, and what that is in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from plandiff.model import Change, FactChange, Plan, Side
from plandiff_classifiers._facts import facts
from plandiff_classifiers._found import Found, Qualifier, plain
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._place import QUOTE, quote
from plandiff_classifiers._versions import Versions, versions

LARGE = 1000
"""From here on a plain count is reported even where a whole text was added or dropped."""
CONTEXT = 5
"""Words on each side of a fact that tell what it is about."""
COMPARISONS = 4000
"""Most pairs of leftover facts whose contexts are compared."""

_NAMES = {
    "number": "figure",
    "money": "amount",
    "percentage": "share",
    "ratio": "ratio",
    "date": "date",
    "duration": "duration",
    "deadline": "deadline",
}
_TIME = frozenset(("date", "duration", "deadline"))


def fact_changes(change: Change, left: Plan, right: Plan) -> list[FactChange]:
    """The facts that differ between the two texts of a change, in the order of the old text, added ones last.

    A fact is paired with the one that stands in its place, then with an equal one anywhere, then with one of
    the same type and unit among similar words; equal pairs are left out, whatever has no partner is added or
    removed. Where one text is empty, only money, percentages and counts from 1,000 on are reported: readers
    ask where the 100 billion went, not what became of "two working groups".
    """
    pair = versions(change, left, right)
    if pair is None:
        return _alone(change, left, right)
    old, new = facts(pair.old, lexicon(left)), facts(pair.new, lexicon(right))
    partners = _partners(pair, old, new)
    found = [
        _changed(pair, fact, new[partners[i]]) if i in partners else _lost(fact) for i, fact in enumerate(old)
    ]
    taken = set(partners.values())
    found += [_gained(fact) for i, fact in enumerate(new) if i not in taken]
    return [fact for fact in found if fact]


def _alone(change: Change, left: Plan, right: Plan) -> list[FactChange]:
    old, new = left.text_of(change.left), right.text_of(change.right)
    if bool(old.strip()) == bool(new.strip()):
        return []
    found = [_lost(fact) for fact in facts(old, lexicon(left)) if _weighty(fact)]
    found += [_gained(fact) for fact in facts(new, lexicon(right)) if _weighty(fact)]
    return [fact for fact in found if fact]


def _weighty(fact: Found) -> bool:
    if fact.fact.type == "number":
        return fact.value is not None and fact.value >= LARGE
    return fact.fact.type in ("money", "percentage")


# ---------------------------------------------------------------- pairing


def _partners(pair: Versions, old: Sequence[Found], new: Sequence[Found]) -> dict[int, int]:
    """For each old fact that has one, the index of its partner among the new ones."""
    partners: dict[int, int] = {}
    free = set(range(len(new)))

    def take(candidates: Iterable[tuple[int, int]]) -> None:
        for one, other in candidates:
            if one not in partners and other in free and _kin(old[one], new[other]):
                partners[one] = other
                free.remove(other)

    def pick(key: Callable[[Found, Side], object]) -> None:
        waiting: dict[object, list[int]] = {}
        for index in sorted(free, reverse=True):
            waiting.setdefault(key(new[index], "right"), []).append(index)
        for index, fact in enumerate(old):
            matches = waiting.get(key(fact, "left"))
            if index not in partners and matches:
                take([(index, matches.pop())])

    owner = {word: index for index, fact in enumerate(new) for word in range(fact.first, fact.last)}
    take(
        (index, owner[pair.kept[word]])
        for index, fact in enumerate(old)
        for word in range(fact.first, fact.last)
        if pair.kept.get(word) in owner
    )
    for place in (pair.after_word, pair.before_word):
        pick(lambda fact, side, place=place: (place(fact, side), fact.same))  # type: ignore[misc]
        pick(lambda fact, side, place=place: (place(fact, side), fact.fact.type, fact.fact.unit))  # type: ignore[misc]
    pick(lambda fact, _: fact.same)
    for place in (pair.after_word, pair.before_word):
        pick(lambda fact, side, place=place: (place(fact, side), fact.fact.type))  # type: ignore[misc]
    pick(pair.gap)
    take(_by_context(pair, old, new, partners, free))
    return partners


def _kin(old: Found, new: Found) -> bool:
    """Facts of time never become facts of quantity; a way of speaking becomes only its like."""
    if (old.fact.type in _TIME) != (new.fact.type in _TIME):
        return False
    return not (old.casual or new.casual) or old.fact.unit == new.fact.unit


def _by_context(
    pair: Versions, old: Sequence[Found], new: Sequence[Found], partners: dict[int, int], free: set[int]
) -> list[tuple[int, int]]:
    """Leftover facts of the same type and unit, those among the most similar words first."""
    left = [index for index in range(len(old)) if index not in partners]
    right = sorted(free)
    if len(left) * len(right) > COMPARISONS:
        return []
    around_old = {index: _around(pair.old_words, old[index]) for index in left}
    around_new = {index: _around(pair.new_words, new[index]) for index in right}
    scored = []
    for one in left:
        for other in right:
            a, b = around_old[one], around_new[other]
            alike = len(a & b) / (len(a | b) or 1)
            same = (old[one].fact.type, old[one].fact.unit) == (new[other].fact.type, new[other].fact.unit)
            if same and alike >= 0.25:
                scored.append((-alike, one, other))
    return [(one, other) for _, one, other in sorted(scored)]


def _around(words: Sequence[object], fact: Found) -> frozenset[str]:
    near = (*words[max(0, fact.first - CONTEXT) : fact.first], *words[fact.last : fact.last + CONTEXT])
    return frozenset(word.key for word in near if len(word.key) > 3)  # type: ignore[attr-defined]


# ---------------------------------------------------------------- telling


def _lost(fact: Found) -> FactChange | None:
    if fact.casual:
        return None
    kind = fact.fact.type
    return FactChange(type=kind, old=fact.fact, new=None, message=f"{_NAMES[kind]} {_said(fact)} removed")


def _gained(fact: Found) -> FactChange | None:
    if fact.casual:
        return None
    kind = fact.fact.type
    return FactChange(type=kind, old=None, new=fact.fact, message=f"{_NAMES[kind]} {_said(fact)} added")


def _changed(pair: Versions, old: Found, new: Found) -> FactChange | None:
    lost, gained = _qualifiers(pair, old, new)
    same = old.same == new.same or (
        # The same figure before another word: only a known unit is sure to count something else.
        old.fact.type == new.fact.type == "number"
        and old.value == new.value
        and not (old.named and new.named)
    )
    if same and not lost and not gained:
        return None
    kind = "deadline" if "deadline" in (old.fact.type, new.fact.type) else new.fact.type
    delta, percent = _difference(old, new)
    if kind in _TIME or not same:
        was, now = _said(old, new), _said(new, old)
        if was == now:
            was, now = _tail(old.fact.quote), _tail(new.fact.quote)
        message = f"{_NAMES[kind]} {was} → {now}" + _in_words(old, new, delta, percent)
    else:
        message = f"{_NAMES[kind]} {_said(old, new)}"
    if kind not in _TIME:
        notes = [("lost", lost), ("gained", gained)]
        message += "".join(f"; {name}: {', '.join(words)}" for name, words in notes if words)
    return FactChange(
        type=kind,
        old=old.fact,
        new=new.fact,
        delta=None if delta is None else plain(delta),
        percent=percent,
        message=message,
    )


def _qualifiers(pair: Versions, old: Found, new: Found) -> tuple[list[str], list[str]]:
    """The qualifiers lost and gained.

    One that follows its figure in one text and stands somewhere else in the other ("in peacetime" at the head
    of the sentence) is neither.
    """

    def only(these: Sequence[Qualifier], those: Sequence[Qualifier], other: str) -> list[str]:
        known = {qualifier.sense for qualifier in those}
        return [
            quote(item.quote, 0, len(item.quote))
            for item in these
            if item.sense not in known and not (item.follows and item.quote.casefold() in other.casefold())
        ]

    return only(old.qualifiers, new.qualifiers, pair.new), only(new.qualifiers, old.qualifiers, pair.old)


def _said(fact: Found, other: Found | None = None) -> str:
    """A fact as printed; the bare figure where both sides count the same."""
    text = fact.fact.quote
    if other and fact.fact.type == other.fact.type == "number" and fact.fact.unit == other.fact.unit:
        text = fact.figure
    return quote(text, 0, len(text))


def _tail(text: str) -> str:
    """The end of a phrase whose beginning says nothing new."""
    return text if len(text) <= QUOTE else "…" + text[1 - QUOTE :].partition(" ")[2]


def _difference(old: Found, new: Found) -> tuple[Decimal | None, int | None]:
    """New minus old, and that in per cent of old; None unless they count the same thing from the same day."""
    comparable = (
        old.fact.type == new.fact.type and old.fact.unit == new.fact.unit and old.same[2:] == new.same[2:]
    )
    if old.value is None or new.value is None or not comparable or old.value == new.value:
        return None, None
    with localcontext() as context:
        context.prec = 80
        delta = new.value - old.value
        if not old.value:
            return delta, None
        return delta, int((100 * delta / old.value).to_integral_value(ROUND_HALF_UP))


def _in_words(old: Found, new: Found, delta: Decimal | None, percent: int | None) -> str:
    if delta is None:
        return _days_between(old, new)
    sign = "+" if delta > 0 else "−"
    size = sign + _short(abs(delta))
    if new.fact.type == "percentage":
        return f" ({size} percentage points)"
    if new.fact.type in _TIME:
        size += f" {new.fact.unit}{'' if abs(delta) == 1 else 's'}"
    share = "" if percent is None else f", {'−' if percent < 0 else '+'}{abs(percent)} %"
    return f" ({size}{share})"


def _short(size: Decimal) -> str:
    """A size as people write it: 200,000; 100 billion."""
    for scale, name in ((9, "billion"), (6, "million")):
        if size >= Decimal(10) ** scale:
            text = plain(size.scaleb(-scale))
            if len(text) <= 5:
                return f"{text} {name}"
    whole, _, part = plain(size).partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "")


def _days_between(old: Found, new: Found) -> str:
    """How far a whole date moved."""
    try:
        days = (date.fromisoformat(new.fact.value or "") - date.fromisoformat(old.fact.value or "")).days
    except ValueError:
        return ""
    return f" ({abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'})"
