"""The facts of a text: figures, money, percentages, ratios, dates, durations and deadlines.

One grammar for `amounts` and `deadlines`, so that the 100 of "in 100 days" is one fact and not two.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from msgspec.structs import replace

from plandiff_classifiers._brackets import offered
from plandiff_classifiers._compounds import compound
from plandiff_classifiers._dates import date_at
from plandiff_classifiers._found import Found, Type
from plandiff_classifiers._fractions import fraction
from plandiff_classifiers._lexicon import Lexicon
from plandiff_classifiers._names import counts, names
from plandiff_classifiers._numbers import digits, number
from plandiff_classifiers._stating import TIME_LEADS, Stating


@lru_cache(maxsize=128)
def facts(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every fact of a text, in order.

    Not facts: numbers of articles, points, resolutions and footnotes, labels at a line start, designations
    such as G8 or F-16, times of day, and "one" unless it counts time.
    """
    return tuple(_Scan(text, lexicon).run())


class _Scan(Stating):
    """One walk over one text."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        super().__init__(text, lexicon)
        self._names = names(text, self.tokens, lexicon)
        self._offered = offered(text, self.tokens)
        self._immediate = lexicon.phrases("deadlines", "at_once", "soon")
        halves = lexicon.phrases("fractions", "alone", "half", "one_and_half", "two_and_half")
        self._begun_by = (
            self._immediate,
            lexicon.ordinals,
            lexicon.currencies,
            lexicon.phrases("facts", "evenly"),
            halves,
        )
        self._compounds = "de" in lexicon.languages
        self._may_begin = cache(self._begins)  # Most words of a text come again.

    def run(self) -> list[Found]:
        found: list[Found] = []
        index = 0
        while index < len(self.tokens):
            fact = self._nth(index) if index in self._names else self._at(index)
            if fact:
                found.append(replace(fact, offered=index in self._offered))
                index = self.floor = max(fact.end, index + 1)
            else:
                index += 1
        return found

    def _at(self, index: int) -> Found | None:
        shape, key = self.tokens[index].shape, self.tokens[index].key
        if shape == "label":
            return None
        if shape == "ratio":
            return self._ratio(index)
        if shape in ("word", "mark") and not self._may_begin(key):
            return None
        return self._soon(index) or self._nth(index) or self._quantity(index) or self._date(index)

    def _begins(self, key: str) -> bool:
        """Whether a fact may begin with a word: most are passed over here."""
        if key in self.lexicon.counting or any(phrases.begins(key) for phrases in self._begun_by):
            return True
        return self._compounds and compound(key, self.lexicon.numbers) is not None

    # -------------------------------------------------------------- the kinds of fact

    def _soon(self, index: int) -> Found | None:
        match = self._immediate.at(self.tokens, index)
        if match is None:
            return None
        end = self.anchor(match.end, "anchor_of_soon")
        at_once = match.meaning == "at_once"
        same = ("deadline", "at once" if at_once else self.plain(index, match.end))
        return self.found("deadline", index, match.end, index, end, same, self.anchored(match.end, end))

    def _nth(self, index: int) -> Found | None:
        """ "On the thirtieth day after the exchange": the day is counted from an event."""
        nth = self.lexicon.ordinals.at(self.tokens, index)
        unit = self.lexicon.time.at(self.tokens, nth.end) if nth else None
        end = self.anchor(unit.end, "anchor") if unit else index
        if nth is None or unit is None or end == unit.end:
            return None
        same = ("deadline", nth.meaning, unit.meaning, None)
        event = self.anchored(unit.end, end)
        value = Decimal(nth.meaning)
        return self.found("deadline", index, unit.end, index, end, same, event, value, unit.meaning)

    def _date(self, index: int) -> Found | None:
        date = date_at(self.tokens, index, self.text, self.lexicon)
        if date is None:
            return None
        begin, lead, _ = self.look_back(index, frozenset(("by", "after")))
        kind: Type = "deadline" if lead else "date"
        same = (kind, date.iso or self.plain(index, date.end), lead)
        return self.found(kind, index, date.end, begin, date.end, same, (), iso=date.iso)

    def _ratio(self, index: int) -> Found | None:
        left, right = (int(part) for part in self.tokens[index].key.split(":"))
        clock = left < 24 and right < 60 and len(self.tokens[index].key.split(":")[1]) == 2
        return None if clock else self.proportion(index, index + 1, left, right)

    def _share(self, index: int) -> Found | None:
        """A share in words; halves and quarters are percentages, as they come out even."""
        part = fraction(self.tokens, index, self.lexicon)
        if part is None:
            return None
        if part.bottom in (2, 4):
            value = Decimal(100 * part.top) / part.bottom
            return self.measured("percentage", "%", value, index, part.end, part.end)
        return self.proportion(index, part.end, part.top, part.bottom)

    def _quantity(self, index: int) -> Found | None:
        tokens, lexicon = self.tokens, self.lexicon
        if tokens[index].shape == "mark" or tokens[index].shape == "word":
            currency = lexicon.currencies.at(tokens, index)
            if currency and currency.end < len(tokens) and tokens[currency.end].shape == "number":
                amount = number(tokens, currency.end, lexicon)
                if amount:
                    value, end = self.short(amount.value, amount.end)
                    return self.measured("money", currency.meaning, value, index, end, end)
        single = self._single(index)
        if single:
            return single
        even = lexicon.phrases("facts", "evenly").at(tokens, index)
        if even:
            return self.proportion(index, even.end, 50, 50)
        share = self._share(index) if tokens[index].shape == "word" else None
        amount = number(tokens, index, lexicon) if tokens[index].shape in ("number", "word") else None
        if share and (amount is None or amount.end <= index + 1 or share.last >= amount.end):
            return share
        if amount is None or self._is_date(index, amount.end):
            return None
        pair = self._pair(index, amount.end, amount.value, amount.spelt)
        return pair or self._counted(index, amount.end, amount.value, amount.spelt)

    def _single(self, index: int) -> Found | None:
        """ "within a year": an article that counts one unit of time."""
        if self.tokens[index].key not in self.lexicon.words("facts", "one"):
            return None
        unit = self.lexicon.time.at(self.tokens, index + 1)
        if unit is None:
            return None
        begin, lead, _ = self.look_back(index, TIME_LEADS)
        if lead is None or begin == index:
            return None
        # "In a year of drought" is no limit, "within a year of signature" is one.
        kind = self.lexicon.phrases("deadlines", "extent").at(self.tokens, unit.end)
        inside = begin == index - 1 and self.tokens[begin].key in self.lexicon.words("parties", "locative")
        return None if kind and inside else self.timed(Decimal(1), unit.meaning, index, unit.end)

    def _pair(self, index: int, end: int, value: Decimal, spelt: bool) -> Found | None:
        """Two numbers joined: a ratio ("two to one"), or a range, whose first takes the second's unit."""
        tokens, lexicon = self.tokens, self.lexicon
        if end + 1 >= len(tokens) or tokens[end + 1].shape not in ("number", "word") or end + 1 in self._names:
            return None
        join = tokens[end].key
        if join not in lexicon.words("facts", "range") and join not in lexicon.words("facts", "ratio"):
            return None
        other = number(tokens, end + 1, lexicon)
        if other is None:
            return None
        second = self._counted(end + 1, other.end, other.value, other.spelt)
        bare = second is None or (second.fact.type == "number" and second.fact.unit is None)
        if bare:
            small = 0 < other.value < value <= 100
            if join in lexicon.words("facts", "ratio") and small and spelt == other.spelt:
                return self.proportion(index, other.end, int(value), int(other.value))
            return None
        assert second is not None
        # "5 to 10 million": the scale belongs to both.
        shared = tokens[index].shape == "number" and end == index + 1 and other.end > end + 2
        if shared and not other.spelt and other.value:
            value *= other.value / digits(tokens[end + 1].key)
        if second.fact.type in ("duration", "deadline"):
            return self.timed(value, second.fact.unit or "", index, end)
        return self.measured(
            second.fact.type,
            second.fact.unit,
            value,
            index,
            end,
            end,
            named=second.named,
            casual=second.casual,
        )

    def _counted(self, index: int, end: int, value: Decimal, spelt: bool) -> Found | None:
        """A number and what it counts: a share, money, time, things, or nothing that is named."""
        tokens, lexicon = self.tokens, self.lexicon
        start = end + self.has(end, "-", "‑", "]")
        share = lexicon.phrases("facts", "percent", "percentage_points").at(tokens, start)
        if share:
            if share.meaning == "percentage_points":
                return self.measured("number", "percentage point", value, index, end, share.end)
            return self.measured("percentage", "%", value, index, end, share.end)
        scaled, after = self.short(value, end)
        for position in (after, after + self.has(after, ".", "of", "de", "d'", "-")):
            currency = lexicon.currencies.at(tokens, position)
            if currency:
                return self.measured("money", currency.meaning, scaled, index, after, currency.end)
        unit = lexicon.time.at(tokens, start)
        if unit:
            return self.timed(value, unit.meaning, index, unit.end)
        if spelt and value <= 1:
            return None
        name, stop, named = self.unit(start)
        casual = spelt and value < 10 and self.known_set(index, value)
        return self.measured("number", name, value, index, end, stop, named=named, casual=casual)

    def _is_date(self, index: int, end: int) -> bool:
        """Whether a number belongs to a date: beside a month always, as a year only if it counts nothing."""
        date = date_at(self.tokens, index, self.text, self.lexicon)
        return date is not None and (date.end > end or not counts(self.tokens, end, self.lexicon))
