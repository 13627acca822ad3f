"""Durations and deadlines: old text, new text, what is told."""

from __future__ import annotations

import pytest

from plandiff.model import FactChange
from plandiff_classifiers import amounts, deadlines


@pytest.fixture
def told(pair):
    """The messages about a change of times, each with its type."""
    return lambda old, new: [
        (fact.type, fact.message)
        for fact in deadlines.plandiff_classify(*pair(old, new))
        if isinstance(fact, FactChange)
    ]


CHANGES = [
    (
        "Elections are held in 100 days.",
        "Elections are held as soon as possible after signature.",
        ("deadline", "deadline in 100 days → as soon as possible after signature"),
    ),
    (
        "within 60 days of signature",
        "within 90 days of signature",
        ("deadline", "deadline within 60 days of signature → within 90 days of signature (+30 days, +50 %)"),
    ),
    # what it runs from is part of a deadline
    (
        "within 60 days of signature",
        "within 90 days of ratification",
        ("deadline", "deadline within 60 days of signature → within 90 days of ratification (+30 days, +50 %)"),
    ),
    (
        "within sixty days",
        "immediately",
        ("deadline", "deadline within sixty days → immediately"),
    ),
    (
        "no later than 1 March 2026",
        "no later than 1 May 2026",
        ("deadline", "deadline no later than 1 March 2026 → no later than 1 May 2026 (61 days later)"),
    ),
    # a date that becomes a deadline
    ("on 1 May 2026", "by 1 May 2026", ("deadline", "deadline 1 May 2026 → by 1 May 2026")),
    # a duration says how long
    (
        "valid for 10 years",
        "valid for 15 years",
        ("duration", "duration for 10 years → for 15 years (+5 years, +50 %)"),
    ),
    ("a 60-day truce", "a 30-day truce", ("duration", "duration 60-day → 30-day (−30 days, −50 %)")),
    (
        "after at least 60 days of ceasefire",
        "after 60 days of ceasefire",
        ("deadline", "deadline after at least 60 days of ceasefire → after 60 days of ceasefire"),
    ),
    (
        "It enters into force on the thirtieth day after the exchange of letters.",
        "It enters into force on the sixtieth day after the exchange of letters.",
        (
            "deadline",
            "deadline thirtieth day after the exchange of… → sixtieth day after the exchange of… (+30 days, +100 %)",
        ),
    ),
    (
        "Il entre en vigueur le trentième jour suivant l'échange.",
        "Il entre en vigueur dans les 30 jours suivant l'échange.",
        ("deadline", "deadline trentième jour suivant l'échange → dans les 30 jours suivant l'échange"),
    ),
    (
        "The seller shall not compete with the business for three years after completion.",
        "For eighteen months after completion the seller may not compete with the business.",
        ("duration", "duration for three years after completion → For eighteen months after completion"),
    ),
    ("Talks start.", "Talks start without delay.", ("deadline", "deadline without delay added")),
    (
        "Вибори проводяться протягом 100 днів.",
        "Вибори проводяться якнайшвидше після підписання.",
        ("deadline", "deadline протягом 100 днів → якнайшвидше після підписання"),
    ),
    (
        "Выборы проводятся в течение 100 дней.",
        "Выборы проводятся в кратчайшие сроки.",
        ("deadline", "deadline в течение 100 дней → в кратчайшие сроки"),
    ),
    (
        "Les élections ont lieu dans les 100 jours.",
        "Les élections ont lieu dès que possible après la signature.",
        ("deadline", "deadline dans les 100 jours → dès que possible après la signature"),
    ),
    (
        "Die Wahlen finden innerhalb von 100 Tagen statt.",
        "Die Wahlen finden unverzüglich nach der Unterzeichnung statt.",
        ("deadline", "deadline innerhalb von 100 Tagen → unverzüglich nach der Unterzeichnung…"),
    ),
    (
        "Las elecciones se celebran en 100 días.",
        "Las elecciones se celebran lo antes posible.",
        ("deadline", "deadline en 100 días → lo antes posible"),
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CHANGES)
def test_a_change_of_time_is_told_once(told, pair, old, new, message):
    assert told(old, new) == [message]
    assert amounts.plandiff_classify(*pair(old, new)) == []


SAME = [
    ("within 100 days", "in one hundred days"),
    ("within thirty days", "within thirty (30) days"),
    ("within a year", "within 1 year"),
    # exact conversions, and no others
    ("for 12 months", "for one year"),
    ("for two weeks", "for 14 days"),
    ("within 24 hours", "within one day"),
    ("done immediately", "done without delay"),
    ("within 60 days of signature", "within 60 days of the signing of this agreement"),
    ("no later than 1 May 2026", "by May 1, 2026"),
    ("within 60 days of the signature", "within 60 days of signature"),
    ("He is 60 years old and [speaks].", "He is 60 years old and speaks."),
    ("On all 28 points.", "On all 19 points."),
    ("Water is shared.", "Water is shared, and rationed in a year of drought."),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_no_change_of_time(told, old, new):
    assert told(old, new) == []


def test_an_event_ends_where_the_subject_of_the_sentence_begins(told):
    old = "For 45 days after signature the company will not look for other bids."
    new = "For 30 days after signature the company will not look for other bids."
    message = "duration For 45 days after signature → For 30 days after signature (−15 days, −33 %)"
    assert told(old, new) == [("duration", message)]


def test_the_deadline_of_a_text_that_is_new_or_gone_is_told(told):
    assert told("", "Done within 60 days.") == [("deadline", "deadline within 60 days added")]
    assert told("Done within 60 days.", "") == [("deadline", "deadline within 60 days removed")]


def test_swapping_the_sides_swaps_the_facts(pair):
    old, new = "Paid within 60 days.", "Paid within 90 days."
    (there,) = deadlines.plandiff_classify(*pair(old, new))
    (back,) = deadlines.plandiff_classify(*pair(new, old))
    assert (there.old, there.new, there.delta) == (back.new, back.old, "30")
    assert (back.delta, back.percent) == ("-30", -33)


def test_the_fact_holds_number_unit_and_anchor(pair):
    (fact,) = deadlines.plandiff_classify(*pair("within 60 days of signature", "immediately after signature"))
    assert (fact.old.value, fact.old.unit, fact.old.qualifier) == ("60", "day", "of signature")
    assert (fact.new.quote, fact.new.value, fact.new.qualifier) == (
        "immediately after signature",
        None,
        "after signature",
    )


def test_another_event_is_a_qualifier_lost_and_one_gained(pair):
    old, new = "within 60 days of signature", "within 60 days of entry into force"
    _, lost, gained = deadlines.plandiff_classify(*pair(old, new))
    assert (lost.rule, lost.quote) == ("qualifier-lost", "of signature")
    assert (gained.rule, gained.quote) == ("qualifier-gained", "of entry into force")


def test_a_month_is_no_number_of_days(told):
    assert told("within 30 days", "within one month") == [("deadline", "deadline within 30 days → within one month")]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Угода діє протягом десяти років.", "Угода діє протягом двадцяти років.", "duration"),
        ("Вибори проводяться протягом 100 днів.", "Вибори проводяться протягом 60 днів.", "deadline"),
        ("Договор действует в течение десяти лет.", "Договор действует в течение двадцати лет.", "duration"),
        ("Выборы проводятся в течение 100 дней.", "Выборы проводятся в течение 60 дней.", "deadline"),
    ],
)
def test_the_verb_tells_for_how_long_from_by_when(pair, old, new, kind):
    (fact,) = deadlines.plandiff_classify(*pair(old, new))
    assert fact.type == kind
