"""The facts that differ between the two texts of a change, and what that is in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

from plandiff.became import became
from plandiff.model import Change, FactChange, Finding, Plan
from plandiff_classifiers._facts import facts
from plandiff_classifiers._found import TIME, Found, Qualifier, Type, plain
from plandiff_classifiers._lexicon import lexicon
from plandiff_classifiers._partners import partners
from plandiff_classifiers._place import QUOTE, place, quote
from plandiff_classifiers._reading import STEM
from plandiff_classifiers._versions import Versions, versions
from plandiff_classifiers._words import Word

_NAMES: dict[Type, str] = {
    "number": "figure",
    "money": "amount",
    "percentage": "share",
    "ratio": "ratio",
    "date": "date",
    "duration": "duration",
    "deadline": "deadline",
}


def fact_changes(change: Change, left: Plan, right: Plan, types: frozenset[Type]) -> list[FactChange | Finding]:
    """The facts of some types that differ between the two texts of a change, and the qualifiers that came or went.

    Facts come in the order of the old text, added ones last. Equal facts are left out; what has no partner was
    added or removed, unless it is one of the alternatives that the other text leaves open. Where a fact goes, its
    qualifiers go unmentioned.
    """
    pair = versions(change, left, right)
    if pair is None:
        return [fact for fact in _alone(change, left, right) if fact.type in types]
    (old, offered), (new, offers) = _settled(pair.old, left), _settled(pair.new, right)
    became = partners(pair, old, new)
    taken = set(became.values())
    gone = _once(old, became.keys(), pair.old_words, left, change.left)
    come = _once(new, taken, pair.new_words, right, change.right)
    found: list[FactChange | Finding] = []
    for index, fact in enumerate(old):
        if index not in became:
            found += _single(fact, "removed", types) if index in gone and fact.fact.value not in offers else ()
            continue
        other = new[became[index]]
        if types.isdisjoint((fact.fact.type, other.fact.type)):
            continue
        lost, gained = _qualifiers(pair, fact, other)
        told = _changed(fact, other, lost, gained)
        if told and told.type in types:
            found.append(told)
            found += (_qualifier(item, "lost", fact, pair.old_words, left, change.left) for item in lost)
            found += (_qualifier(item, "gained", other, pair.new_words, right, change.right) for item in gained)
    for index, fact in enumerate(new):
        if index in come and fact.fact.value not in offered:
            found += _single(fact, "added", types)
    return found


def _once(
    facts: Sequence[Found], paired: Collection[int], tokens: Sequence[Word], plan: Plan, ids: Sequence[str]
) -> set[int]:
    """The facts without a partner, but for those that another point of the same change says and has a partner for:
    of "A pays 5" and "B pays 5", which became "A and B pay 6", 5 is not removed once more."""

    def point(index: int) -> str | None:
        return place(plan, ids, tokens[facts[index].first].start)[0]

    loose = set(range(len(facts))) - set(paired)
    if len(ids) < 2 or not loose:
        return loose
    said = {(facts[index].same, point(index)) for index in paired}
    return {index for index in loose if not any(same == facts[index].same and at != point(index) for same, at in said)}


def _alone(change: Change, left: Plan, right: Plan) -> list[FactChange]:
    """The facts of a provision that was added or dropped as a whole."""
    old, new = left.text_of(change.left), right.text_of(change.right)
    if bool(old.strip()) == bool(new.strip()):
        return []
    found = [told for fact in _settled(old, left)[0] for told in _single(fact, "removed")]
    return found + [told for fact in _settled(new, right)[0] for told in _single(fact, "added")]


def _settled(text: str, plan: Plan) -> tuple[list[Found], set[str | None]]:
    """The facts of a text without the alternatives in brackets, and the values that these offer."""
    found = facts(text, lexicon(plan))
    return [fact for fact in found if not fact.offered], {fact.fact.value for fact in found if fact.offered} - {None}


def _single(
    fact: Found, verb: Literal["added", "removed"], types: frozenset[Type] = frozenset(_NAMES)
) -> list[FactChange]:
    """A fact without partner; none where a small number in words is only a way of speaking."""
    kind = fact.fact.type
    if fact.casual or kind not in types:
        return []
    old, new = (fact.fact, None) if verb == "removed" else (None, fact.fact)
    # "Two expectations" is no figure to a reader, though it counts something.
    spelt = kind == "number" and not any(map(str.isdigit, fact.figure))
    said = f"“{_said(fact)}”" if spelt else f"{_NAMES[kind]} {_said(fact)}"
    return [FactChange(type=kind, old=old, new=new, message=f"{said} {verb}")]


def _changed(old: Found, new: Found, lost: Sequence[Qualifier], gained: Sequence[Qualifier]) -> FactChange | None:
    same = old.same == new.same or (
        # The same figure before another word: only a known unit is sure to count something else.
        old.fact.type == new.fact.type == "number" and old.value == new.value and not (old.named and new.named)
    )
    if same and not lost and not gained:
        return None
    kind: Type = "deadline" if "deadline" in (old.fact.type, new.fact.type) else new.fact.type
    delta, percent = _difference(old, new)
    if kind in TIME or not same:
        was, now = _said(old, new), _said(new, old)
        if was == now:
            was, now = _tail(old.fact.quote), _tail(new.fact.quote)
        message = f"{_NAMES[kind]} {became(was, now)}" + _in_words(old, new, delta, percent)
    else:
        message = f"{_NAMES[kind]} {_said(old, new)}"
    if kind not in TIME:
        notes = [("lost", lost), ("gained", gained)]
        message += "".join(f"; {name}: {', '.join(map(_words_of, items))}" for name, items in notes if items)
    return FactChange(
        type=kind,
        old=old.fact,
        new=new.fact,
        delta=None if delta is None else plain(delta),
        percent=percent,
        message=message,
    )


def _qualifier(
    item: Qualifier,
    verb: Literal["lost", "gained"],
    fact: Found,
    tokens: Sequence[Word],
    plan: Plan,
    ids: Sequence[str],
) -> Finding:
    point, line = place(plan, ids, tokens[fact.first].start)
    figure = quote(fact.figure, 0, len(fact.figure))
    return Finding(
        rule=f"qualifier-{verb}",
        severity="critical",
        message=f"qualifier {verb}: “{_words_of(item)}” ({_NAMES[fact.fact.type]} {figure})",
        side="left" if verb == "lost" else "right",
        point=point,
        line=line,
        quote=_words_of(item),
    )


def _words_of(item: Qualifier) -> str:
    return quote(item.quote, 0, len(item.quote))


def _qualifiers(pair: Versions, old: Found, new: Found) -> tuple[list[Qualifier], list[Qualifier]]:
    """The qualifiers lost and gained.

    One that follows its figure in one text and stands somewhere else in the other ("in peacetime" at the head
    of the sentence) is neither.
    """

    def only(these: Sequence[Qualifier], those: Sequence[Qualifier], other: str) -> list[Qualifier]:
        return [
            item
            for item in these
            if not any(_say_the_same(item, that) for that in those)
            and not (item.follows and item.quote.casefold() in other.casefold())
        ]

    return only(old.qualifiers, new.qualifiers, pair.new), only(new.qualifiers, old.qualifiers, pair.old)


def _say_the_same(one: Qualifier, other: Qualifier) -> bool:
    """Whether two qualifiers are one: events ("of signature", "after it is signed") by the stems of their words."""
    if one.sense.startswith("anchor") and other.sense.startswith("anchor"):
        these, those = set(one.sense.split()), set(other.sense.split())
        return these <= those or those <= these
    return one.sense == other.sense


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
    comparable = old.fact.type == new.fact.type and _one_unit(old, new) and old.same[3:] == new.same[3:]
    if old.value is None or new.value is None or not comparable or old.value == new.value:
        return None, None
    with localcontext() as context:
        context.prec = 80
        delta = new.value - old.value
        if not old.value:
            return delta, None
        return delta, int((100 * delta / old.value).to_integral_value(ROUND_HALF_UP))


def _one_unit(old: Found, new: Found) -> bool:
    """Whether two facts count the same: a word without entry in the lexicon is known by its stem."""
    one, other = old.fact.unit, new.fact.unit
    if one == other or old.named or new.named:
        return one == other
    return bool(one and other) and (one or "")[:STEM] == (other or "")[:STEM]


def _in_words(old: Found, new: Found, delta: Decimal | None, percent: int | None) -> str:
    if delta is None:
        return _days_between(old, new)
    sign = "+" if delta > 0 else "−"
    size = sign + _short(abs(delta))
    if new.fact.type == "percentage":
        return f" ({size} percentage point{'' if size[1:] == '1' else 's'})"
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
