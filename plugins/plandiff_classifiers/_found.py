"""A fact with its place in a text."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from plandiff.model import Fact

Type = Literal["number", "money", "percentage", "ratio", "date", "duration", "deadline"]

TIME = frozenset(("date", "duration", "deadline"))
"""The types that speak of time."""


class Qualifier(Struct, frozen=True):
    """Words that narrow a value. `sense` is equal for those that say the same; `follows`: they come after."""

    sense: str
    quote: str
    follows: bool


class Found(Struct, frozen=True):
    """A fact with its place.

    `first` and `last` bound the words of the value itself, `begin` and `end` those of the whole phrase (word
    indices, the second one exclusive); `reach` is the end of the last qualifier that follows. `same` is equal
    for facts that say the same in other signs ("600,000" and "six hundred thousand"), qualifiers apart.
    `figure` is the bare value as printed. `named` tells that the unit is a known one and not merely the next
    word. `casual` marks a small number in words, often only a way of speaking ("the two sides"), and `offered`
    one of the alternatives in a bracket, which is open text and no value yet.
    """

    fact: Fact
    first: int
    last: int
    begin: int
    end: int
    same: tuple[str | None, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    value: Decimal | None = None
    figure: str = ""
    reach: int = 0
    named: bool = True
    casual: bool = False
    offered: bool = False


def plain(value: Decimal) -> str:
    """A number as a decimal string without exponent or idle noughts."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
