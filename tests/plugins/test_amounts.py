"""Figures, money, shares, ratios and dates: old text, new text, what is told."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plandiff
from plandiff.model import FactChange, Finding
from plandiff_classifiers import amounts


@pytest.fixture(scope="session")
def told(pair):
    """The messages about a change of figures, without the findings about qualifiers."""
    return lambda old, new: [
        fact.message for fact in amounts.plandiff_classify(*pair(old, new)) if isinstance(fact, FactChange)
    ]


CHANGES = [
    # a figure replaced in place, with its difference
    (
        "The forces are limited to 600,000 personnel.",
        "The forces are limited to 800,000 personnel.",
        "figure 600,000 → 800,000 (+200,000, +33 %)",
    ),
    # a qualifier gained or lost, alone or beside a new figure
    (
        "The forces are limited to 600,000 personnel.",
        "The forces are limited to 600,000 personnel in peacetime.",
        "figure 600,000; gained: in peacetime",
    ),
    (
        "The forces are limited to 600,000 personnel.",
        "The forces are limited to 800,000 personnel in peacetime.",
        "figure 600,000 → 800,000 (+200,000, +33 %); gained: in peacetime",
    ),
    ("at least 40 aircraft", "up to 40 aircraft", "figure 40; lost: at least; gained: up to"),
    # every way of writing a number
    ("forces of 1.000 men", "forces of 2 000 men", "figure 1.000 → 2 000 (+1,000, +100 %)"),
    (
        "six hundred thousand soldiers",
        "eight hundred thousand soldiers",
        "figure six hundred thousand → eight hundred thousand (+200,000, +33 %)",
    ),
    ("a staff of twenty-eight", "a staff of nineteen", "figure twenty-eight → nineteen (−9, −32 %)"),
    ("1.2 million tonnes", "1.25 million tonnes", "figure 1.2 million → 1.25 million (+50,000, +4 %)"),
    ("[600,000] personnel", "[800,000] personnel", "figure 600,000 → 800,000 (+200,000, +33 %)"),
    # money with its scale and currency
    (
        "USD 100 billion are invested.",
        "USD 150 billion are invested.",
        "amount USD 100 billion → USD 150 billion (+50 billion, +50 %)",
    ),
    ("a fund of $100bn", "a fund of €100bn", "amount $100bn → €100bn"),
    ("a grant of €5m", "a grant of €4m", "amount €5m → €4m (−1 million, −20 %)"),
    # shares in percentage points
    ("50 % of the profits", "40 per cent of the profits", "share 50 % → 40 per cent (−10 percentage points)"),
    ("0.5 % of output", "2 % of output", "share 0.5 % → 2 % (+1.5 percentage points)"),
    # ratios
    ("Power is shared 50:50.", "Power is shared 60:40.", "ratio 50:50 → 60:40"),
    ("a majority of two to one", "a majority of three to one", "ratio two to one → three to one"),
    ("a majority of two thirds of the seats", "a majority of three fifths", "ratio two thirds → three fifths"),
    ("half of the seats", "three quarters of the seats", "share half → three quarters (+25 percentage points)"),
    # dates
    ("on 1 March 2026", "on 1 May 2026", "date 1 March 2026 → 1 May 2026 (61 days later)"),
    ("on March 1, 2026", "on 2026-02-27", "date March 1, 2026 → 2026-02-27 (2 days earlier)"),
    ("The review is held in 2027.", "The review is held in 2029.", "date 2027 → 2029"),
    # Arabic digits, with their own signs for thousands and decimals
    ("عدد القوات ٦٠٠٬٠٠٠", "عدد القوات ٨٠٠٬٠٠٠", "figure ٦٠٠٬٠٠٠ became ٨٠٠٬٠٠٠ (+200,000, +33 %)"),
    ("بنسبة ١٫٥ %", "بنسبة ٢٫٥ %", "share ١٫٥ % became ٢٫٥ % (+1 percentage point)"),
    # figures that count different things have no difference
    ("28 points", "19 members", "figure 28 points → 19 members"),
    # only in one of the two
    (
        "Assets stay frozen.",
        "Assets stay frozen, and 20 % are paid out.",
        "share 20 % added",
    ),
    ("The council has 15 members.", "The council is small.", "figure 15 members removed"),
    # other languages
    (
        "Збройні сили налічують до 600 тис. осіб.",
        "Збройні сили налічують до 800 тис. осіб у мирний час.",
        "figure 600 тис. → 800 тис. (+200,000, +33 %); gained: у мирний час",
    ),
    (
        "На это выделяется 100 млрд долларов.",
        "На это выделяется 50 млрд долларов.",
        "amount 100 млрд долларов → 50 млрд долларов (−50 billion, −50 %)",
    ),
    (
        "Les forces sont de 600 000 hommes.",
        "Les forces sont de 800 000 hommes en temps de paix.",
        "figure 600 000 → 800 000 (+200,000, +33 %); gained: en temps de paix",
    ),
    (
        "Der Beitrag ist 10,5 Millionen Euro und wird gezahlt.",
        "Der Beitrag ist 12 Millionen Euro und wird gezahlt.",
        "amount 10,5 Millionen Euro → 12 Millionen Euro (+1.5 million, +14 %)",
    ),
    (
        "Se pagan cien mil millones de dólares a los estados.",
        "Se pagan 50 mil millones de dólares a los estados.",
        "amount cien mil millones de dólares → 50 mil millones de dólares (−50 billion, −50 %)",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CHANGES)
def test_a_change_is_told_in_one_line(told, old, new, message):
    assert told(old, new) == [message]


SAME = [
    # other signs for the same figure
    ("600,000 men", "600 000 men"),
    ("600,000 men", "six hundred thousand men"),
    ("thirty members", "thirty (30) members"),
    ("50 % of it", "fifty per cent of it"),
    ("50:50", "1:1"),
    ("$100bn", "USD 100 billion"),
    ("up to 5 aircraft", "at most 5 aircraft"),
    ("on 1 March 2026", "on March 1, 2026"),
    ("limited to 600,000 men", "limited to [600,000] men"),
    ("They are limited to 600,000 men in peacetime.", "In peacetime they are limited to 600,000 men."),
    ("half of the profits", "50 % of the profits"),
    ("a grant of one and a half billion euros", "a grant of EUR 1.5 billion"),
    # what only the one who drafts can settle: a figure out of several in a bracket
    ("a force of [8,000] [12,000] soldiers", "a force of 12,000 soldiers"),
    # numbers that name something
    ("See Article 5.", "See Article 6."),
    ("See Articles 5, 6 and 7 and point 21.", "See Articles 6 and 9 and point 14."),
    ("under Resolution 1325, paragraph 3", "under Resolution 2202, paragraph 5"),
    ("the G8, with F-16 aircraft", "the G7, with F-35 aircraft"),
    ("as said in 21(d)", "as said in 24(a)"),
    ("2. The text.\n3. More.", "4. The text.\n5. More."),
    ("(1) first; (2) second", "(3) first; (4) second"),
    ("the truce[12] holds", "the truce[14] holds"),
    ("under Resolution 2202 (2015)", "under Resolution 1701 (2006)"),
    ("as the 1994 Memorandum says", "as the 1997 Treaty says"),
    ("The third party pays.", "The second party pays."),
    # ways of speaking
    ("The two sides meet.", "The sides meet."),
    ("One of the parties leaves.", "Some of the parties leave."),
    # deadlines are told elsewhere
    ("Elections are held in 100 days.", "Elections are held in 60 days."),
    # a sentence that moved took its figure along
    ("A pays 100 euros. B pays 200 dollars.", "B pays 200 dollars. A pays 100 euros."),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_no_change_of_figures(told, old, new):
    assert told(old, new) == []


def test_two_figures_that_change_places_are_two_changes(told):
    assert told("A pays 100 euros and B pays 200 euros.", "A pays 200 euros and B pays 100 euros.") == [
        "amount 100 euros → 200 euros (+100, +100 %)",
        "amount 200 euros → 100 euros (−100, −50 %)",
    ]


def test_figures_find_each_other_in_sentences_that_moved(told):
    old = "USD 100 billion go to one fund; investors keep 50 % of the profits; Europe adds USD 100 billion."
    new = "All assets stay frozen; Europe adds USD 150 billion; investors keep 40 % of the profits."
    assert told(old, new) == [
        "amount USD 100 billion removed",
        "share 50 % → 40 % (−10 percentage points)",
        "amount USD 100 billion → USD 150 billion (+50 billion, +50 %)",
    ]


def test_of_a_text_that_is_new_or_gone_every_figure_is_told(told):
    text = "USD 100 billion, half of it in 3 years, for 28 projects with 2,000 staff; investors keep 50 %."
    figures = ["amount USD 100 billion", "share half", "figure 28 projects", "figure 2,000 staff", "share 50 %"]
    assert told(text, "") == [f"{figure} removed" for figure in figures]
    assert told("", text) == [f"{figure} added" for figure in figures]


def test_the_facts_hold_canonical_values(pair):
    (fact,) = amounts.plandiff_classify(*pair("up to USD 0.5 billion per year", "up to USD 1.25 billion per year"))
    assert (fact.type, fact.delta, fact.percent) == ("money", "750000000", 150)
    assert (fact.old.quote, fact.old.value, fact.old.unit) == ("USD 0.5 billion", "500000000", "USD")
    assert fact.new.qualifier == "up to, per year"


def test_no_digit_is_lost(pair):
    old, new = "123,456,789,012,345,678,901 grains", "123,456,789,012,345,678,902 grains"
    (fact,) = amounts.plandiff_classify(*pair(old, new))
    assert fact.delta == "1"


@given(
    st.integers(min_value=0, max_value=10**15),
    st.integers(min_value=0, max_value=10**15),
    st.sampled_from(["personnel", "euros", "%", "tonnes"]),
)
def test_swapping_the_sides_swaps_the_facts(pair, one, other, unit):
    old, new = f"The limit is {one:,} {unit}.", f"The limit is {other:,} {unit}."
    there = amounts.plandiff_classify(*pair(old, new))
    back = amounts.plandiff_classify(*pair(new, old))
    assert [(fact.old, fact.new) for fact in there] == [(fact.new, fact.old) for fact in back]
    assert [Decimal(fact.delta) for fact in there] == [-Decimal(fact.delta) for fact in back]
    assert bool(there) == (one != other)


@pytest.mark.parametrize("part", ["1 111", "1.", "a minimum of ", "one hundred ", "Articles 5, ", "[1] to "])
def test_the_time_grows_with_the_text_and_no_faster(told, part):
    text = part * (20_000 // len(part))
    started = time.process_time()
    assert told(f"{text}; 5 euros", f"{text}; 6 euros") == ["amount 5 euros → 6 euros (+1, +20 %)"]
    assert time.process_time() - started < 5


PIECES = "the 5 10 0 600,000 1.2 million a hundred twenty - to % USD $ in 100 days by 1 May 2026 31.02.2026 ["


@given(st.lists(st.sampled_from(PIECES.split()), max_size=20), st.lists(st.sampled_from(PIECES.split())))
def test_whatever_stands_in_a_text_every_fact_quotes_it(pair, one, other):
    old, new = " ".join(one), " ".join(other)
    for fact in amounts.plandiff_classify(*pair(old, new)):
        if isinstance(fact, Finding):
            assert fact.quote in (old if fact.side == "left" else new)
            continue
        assert fact.old is None or fact.old.quote in old
        assert fact.new is None or fact.new.quote in new


QUALIFIERS = [
    ("a garrison of 1,200 men", "a garrison of at most 1,200 men", [("qualifier-gained", "at most")]),
    ("at least 300 observers", "300 observers", [("qualifier-lost", "at least")]),
    # a swap is both
    ("up to 20 % of it", "at least 20 % of it", [("qualifier-lost", "up to"), ("qualifier-gained", "at least")]),
    ("USD 5 billion for roads", "USD 5 billion per year for roads", [("qualifier-gained", "per year")]),
    ("at least two thirds of the votes", "two thirds of the votes", [("qualifier-lost", "at least")]),
    # the same bound in other words, or in another place
    ("no more than 5 aircraft", "limited to 5 aircraft", []),
    ("5,000 men in peacetime", "In peacetime 5,000 men", []),
    # where the figure goes, its qualifiers go unmentioned
    ("The council has at most 15 members.", "The council is small.", []),
]


@pytest.mark.parametrize(("old", "new", "told"), QUALIFIERS)
def test_a_qualifier_that_comes_or_goes_is_a_finding(pair, old, new, told):
    found = [one for one in amounts.plandiff_classify(*pair(old, new)) if isinstance(one, Finding)]
    assert [(finding.rule, finding.quote) for finding in found] == told
    assert {finding.severity for finding in found} <= {"critical"}


def test_a_qualifier_is_found_on_its_side_with_point_and_line(pair):
    _, gained = amounts.plandiff_classify(*pair("It has 15 members.", "It has\nup to 15 members."))
    assert (gained.side, gained.point, gained.line) == ("right", "1", 11)
    assert gained.message == "qualifier gained: “up to” (figure 15)"


def test_a_ratio_never_becomes_a_count(told) -> None:
    old = "The power of the dam shall be shared 50:50 between Peru and Chile."
    assert told(old, "The power of the dam remains open. Two proposals are on the table.") == [
        "ratio 50:50 removed",
        "“Two proposals” added",
    ]


def test_of_two_points_that_became_one_a_figure_of_both_is_told_once() -> None:
    line = "withdraw its heavy guns to a distance of 15 kilometres from the line of contact."
    old = f"1. Peru is asked to {line}\n2. The rebels of Arania are asked to {line.replace('its', 'their')}\n"
    new = f"1. Peru and the rebels of Arania are asked to {line.replace('its', 'their').replace('15', '25')}\n"

    (change,) = plandiff.compare(old, new).changes
    (back,) = plandiff.compare(new, old).changes

    assert (change.kind, [fact.message for fact in change.facts]) == ("merged", ["figure 15 → 25 (+10, +67 %)"])
    assert (back.kind, [fact.message for fact in back.facts]) == ("split", ["figure 25 → 15 (−10, −40 %)"])
