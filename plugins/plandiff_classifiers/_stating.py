"""Facts made of values and of what stands around them."""

from __future__ import annotations

from decimal import Decimal
from math import gcd

from plandiff.model import Fact
from plandiff_classifiers._found import Found, Qualifier, Type, plain
from plandiff_classifiers._reading import Reading

TIME_LEADS = frozenset(("within", "by", "after", "span", "during"))
_TIME_ANCHORS = ("anchor", "anchor_before", "extent")
_EXACT = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("minute", 1440),
    "week": ("minute", 10080),
    "month": ("month", 1),
    "year": ("month", 12),
    "decade": ("month", 120),
}
"""Units of time in the smallest unit that they are a whole number of."""


class Stating(Reading):
    """A text whose values are stated as facts; all positions are indices of words."""

    def proportion(self, index: int, end: int, left: int, right: int) -> Found:
        common = gcd(left, right) or 1
        same = ("ratio", str(left // common), str(right // common))
        begin, _, before = self.look_back(index, frozenset())
        after, reach = self.look_ahead(end)
        return self.found("ratio", index, end, begin, end, same, (*before, *after), iso=f"{left}:{right}", reach=reach)

    def measured(
        self,
        kind: Type,
        unit: str | None,
        value: Decimal,
        first: int,
        last: int,
        end: int,
        *,
        named: bool = True,
        casual: bool = False,
    ) -> Found:
        begin, _, before = self.look_back(first, frozenset())
        after, reach = self.look_ahead(end)
        same = (kind, plain(value), unit)
        return self.found(
            kind,
            first,
            last,
            begin,
            end,
            same,
            (*before, *after),
            value,
            unit,
            reach=reach,
            named=named,
            casual=casual,
        )

    def known_set(self, index: int, value: Decimal) -> bool:
        """Whether a small number in words only names those spoken of: "the two sides", "обе стороны", "двух стран"."""
        definite = index > 0 and self.tokens[index - 1].key in self.lexicon.words("facts", "definite")
        return definite or (value == 2 and not self.lexicon.words("facts", "one"))

    def timed(self, value: Decimal, unit: str, first: int, last: int) -> Found:
        begin, lead, before = self.look_back(first, TIME_LEADS)
        if lead == "during":
            lead = "span" if self.lasts(begin) else "within"
        end = self.anchor(last, *_TIME_ANCHORS)
        anchor = self.lexicon.phrases("deadlines", *_TIME_ANCHORS).at(self.tokens, last) if end > last else None
        dated = lead in ("within", "by", "after") or (
            lead is None and anchor is not None and anchor.meaning != "extent"
        )
        kind: Type = "deadline" if dated else "duration"
        # "within 60 days of signature" runs from it; "after 60 days of calm" and "60 days of calm" do not.
        event = anchor is not None and (anchor.meaning != "extent" or lead in ("within", "by"))
        qualifiers = (*before, *(self.anchored(last, end) if event else ()))
        # A year is twelve months and a week seven days; a month is no number of days.
        base, times = _EXACT.get(unit, (unit, 1))
        # "in", "within" and "by" set the same limit; "after" and "for" do not.
        same = (kind, plain(value * times), base, "within" if lead == "by" else lead)
        return self.found(kind, first, last, begin, end, same, qualifiers, value, unit)

    def found(
        self,
        kind: Type,
        first: int,
        last: int,
        begin: int,
        end: int,
        same: tuple[str | None, ...],
        qualifiers: tuple[Qualifier, ...],
        value: Decimal | None = None,
        unit: str | None = None,
        *,
        iso: str | None = None,
        reach: int = 0,
        named: bool = True,
        casual: bool = False,
    ) -> Found:
        # Qualifiers of a count stand in a field of their own; a deadline is nothing without its words.
        quoted = begin if kind in ("deadline", "duration") else first
        if self.has(quoted - 1, "[") and any(token.key == "]" for token in self.tokens[first:end]):
            quoted -= 1
        fact = Fact(
            type=kind,
            quote=self.quote(quoted, end),
            value=plain(value) if value is not None else iso,
            unit=unit,
            qualifier=", ".join(qualifier.quote for qualifier in qualifiers) or None,
        )
        return Found(
            fact,
            first,
            last,
            begin,
            end,
            same,
            qualifiers,
            value,
            self.quote(first, last),
            max(end, reach),
            named,
            casual,
        )

    def short(self, value: Decimal, end: int) -> tuple[Decimal, int]:
        """ "€5m": a letter that stands for a power of ten beside a currency."""
        power = self.lexicon.short_scales.get(self.tokens[end].key) if end < len(self.tokens) else None
        return (value.scaleb(power), end + 1) if power else (value, end)
