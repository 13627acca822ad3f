"""Conditions: what a line of red lines asks for."""

from __future__ import annotations

import pytest

from plandiff.engine.condition import Condition, condition


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("coast guard: at least 800", Condition("figure", (("coast guard",),), "at least", "800")),
        ("Coast guard:  No more than  800 boats", Condition("figure", (("Coast guard",),), "at most", "800 boats")),
        ("dues | toll*: up to 5 %", Condition("figure", (("dues",), ("toll*",)), "at most", "5 %")),
        ("elections: fewer than 90 days", Condition("figure", (("elections",),), "less than", "90 days")),
        ("must not mention: harbour & foreign fleet", Condition("silence", (("harbour", "foreign fleet"),))),
        ("MUST MENTION: fisher*", Condition("mention", (("fisher*",),))),
        ("must keep: point on the harbour", Condition("mention", (("the harbour",),))),
        ("must keep: the harbour removed", Condition("silence", (("harbour",),))),
        ("must keep: points on amnesty removed", Condition("silence", (("amnesty",),))),
    ],
)
def test_a_line_asks_for(line: str, asked: Condition) -> None:
    assert condition(line) == asked


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("no harbour", "is no condition; write"),
        ("harbour:", "is no condition"),
        (": at least 3", "is no condition"),
        ("must forget: the harbour", "begins with a word that is not known"),
        ("harbour: many boats", "has no bound; write one of at least, "),
        ("harbour: at least", "has no bound"),
        ("must mention: *", "has a bad pattern"),
        ("must mention: har*bour", "has a bad pattern"),
        ("must mention: harbour & ", "has a bad pattern"),
    ],
)
def test_a_line_that_asks_for_nothing(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        condition(line)
