"""The facts that differ between the two texts of a change, and what that is in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from plandiff.model import Change, FactChange, Plan
from plandiff_classifiers._facts import facts
from plandiff_classifiers._found import TIME, Found, Qualifier, plain
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._partners import partners
from plandiff_classifiers._place import QUOTE, quote
from plandiff_classifiers._versions import Versions, versions

LARGE = 1000
"""From here on a plain count is reported even where a whole text was added or dropped."""

_NAMES = {
    "number": "figure",
    "money": "amount",
    "percentage": "share",
    "ratio": "ratio",
    "date": "date",
    "duration": "duration",
    "deadline": "deadline",
}


def fact_changes(change: Change, left: Plan, right: Plan) -> list[FactChange]:
    """The facts that differ between the two texts of a change, in the order of the old text, added ones last.

    Equal facts are left out; what has no partner was added or removed. Where one text is empty, only money,
    percentages and counts from 1,000 on are reported: readers ask where the 100 billion went, not what became
    of "two working groups".
    """
    pair = versions(change, left, right)
    if pair is None:
        return _alone(change, left, right)
    old, new = facts(pair.old, lexicon(left)), facts(pair.new, lexicon(right))
    became = partners(pair, old, new)
    found = [
        _changed(pair, fact, new[became[index]]) if index in became else _single(fact, "removed")
        for index, fact in enumerate(old)
    ]
    taken = set(became.values())
    found += [_single(fact, "added") for index, fact in enumerate(new) if index not in taken]
    return [fact for fact in found if fact]


def _alone(change: Change, left: Plan, right: Plan) -> list[FactChange]:
    old, new = left.text_of(change.left), right.text_of(change.right)
    if bool(old.strip()) == bool(new.strip()):
        return []
    found = [_single(fact, "removed") for fact in facts(old, lexicon(left)) if _weighty(fact)]
    found += [_single(fact, "added") for fact in facts(new, lexicon(right)) if _weighty(fact)]
    return [fact for fact in found if fact]


def _weighty(fact: Found) -> bool:
    if fact.fact.type == "number":
        return fact.value is not None and fact.value >= LARGE
    return fact.fact.type in ("money", "percentage")


def _single(fact: Found, verb: Literal["added", "removed"]) -> FactChange | None:
    """A fact without partner; none where a small number in words is only a way of speaking."""
    if fact.casual:
        return None
    kind = fact.fact.type
    old, new = (fact.fact, None) if verb == "removed" else (None, fact.fact)
    return FactChange(type=kind, old=old, new=new, message=f"{_NAMES[kind]} {_said(fact)} {verb}")


def _changed(pair: Versions, old: Found, new: Found) -> FactChange | None:
    lost, gained = _qualifiers(pair, old, new)
    same = old.same == new.same or (
        # The same figure before another word: only a known unit is sure to count something else.
        old.fact.type == new.fact.type == "number" and old.value == new.value and not (old.named and new.named)
    )
    if same and not lost and not gained:
        return None
    kind = "deadline" if "deadline" in (old.fact.type, new.fact.type) else new.fact.type
    delta, percent = _difference(old, new)
    if kind in TIME or not same:
        was, now = _said(old, new), _said(new, old)
        if was == now:
            was, now = _tail(old.fact.quote), _tail(new.fact.quote)
        message = f"{_NAMES[kind]} {was} → {now}" + _in_words(old, new, delta, percent)
    else:
        message = f"{_NAMES[kind]} {_said(old, new)}"
    if kind not in TIME:
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
    comparable = old.fact.type == new.fact.type and old.fact.unit == new.fact.unit and old.same[2:] == new.same[2:]
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
    if new.fact.type in TIME:
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
    if not days:
        return ""
    return f" ({abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'})"
