"""Obligations, permissions, prohibitions, negations and conditions: old text, new text, what is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff_classifiers import obligations


@pytest.fixture(scope="session")
def found(pair):
    """The rules that speak up about a change, with their messages."""
    return lambda old, new: [
        (finding.rule, finding.message) for finding in obligations.plandiff_classify(*pair(old, new))
    ]


@pytest.fixture(scope="session")
def rules(found):
    """Only the rules."""
    return lambda old, new: [rule for rule, _ in found(old, new)]


FORCE = [
    (
        "The army shall withdraw.",
        "The army may withdraw.",
        "obligation-to-permission",
        "obligation becomes permission: “shall” → “may”",
    ),
    (
        "The army may withdraw.",
        "The army must withdraw.",
        "permission-to-obligation",
        "permission becomes obligation: “may” → “must”",
    ),
    (
        "The army shall withdraw.",
        "The army shall not withdraw.",
        "obligation-to-prohibition",
        "obligation becomes prohibition: “shall” → “shall not”",
    ),
    (
        "The army shall not withdraw.",
        "The army shall withdraw.",
        "prohibition-to-obligation",
        "prohibition becomes obligation: “shall not” → “shall”",
    ),
    (
        "No troops may be stationed there.",
        "Troops may be stationed there.",
        "prohibition-to-permission",
        "prohibition becomes permission: “no … may” → “may”",
    ),
    (
        "Torture is permitted.",
        "Torture is prohibited.",
        "permission-to-prohibition",
        "permission becomes prohibition: “is permitted” → “is prohibited”",
    ),
    (
        "Weapons are prohibited.",
        "Weapons are not prohibited.",
        "prohibition-to-permission",
        "prohibition becomes permission: “are prohibited” → “not prohibited”",
    ),
    (
        "The army shall withdraw.",
        "The army should withdraw.",
        "obligation-weakened",
        "obligation weakened: “shall” → “should”",
    ),
    (
        "Both shall endeavour to agree.",
        "Both shall agree.",
        "obligation-strengthened",
        "expectation strengthened: “shall endeavour to” → “shall”",
    ),
    (
        "Sanctions are lifted in stages.",
        "Sanctions may be lifted in stages.",
        "obligation-weakened",
        "plain statement weakened: “may” added",
    ),
    (
        "The army shall withdraw.",
        "The army will withdraw.",
        "obligation-reworded",
        "obligation in other words: “shall” → “will”",
    ),
    ("The army withdraws.", "The army shall withdraw.", "obligation-reworded", "“shall” added"),
]


@pytest.mark.parametrize(("old", "new", "rule", "message"), FORCE)
def test_the_force_of_a_clause(found, old, new, rule, message):
    assert found(old, new) == [(rule, message)]


NEGATIONS = [
    ("The line is recognised.", "The line is not recognised.", "not"),
    ("The island joins the bloc.", "The island never joins the bloc.", "never"),
    ("Each party attacks the other.", "Neither party attacks the other.", "neither"),
    ("Troops are on the island.", "No troops are on the island.", "no"),
    ("All receive an amnesty with conditions.", "All receive an amnesty without conditions.", "without"),
    ("The line is recognised.", "The line isn't recognised.", "isn't"),
    ("The party complies with the terms.", "The party fails to comply with the terms.", "fails to"),
    ("The scheme is limited to islanders.", "The scheme is not limited to islanders.", "not"),
]


@pytest.mark.parametrize(("old", "new", "word"), NEGATIONS)
def test_a_negation_gained_or_lost(found, old, new, word):
    assert ("negation-gained", f"negation gained: “{word}”") in found(old, new)
    assert ("negation-lost", f"negation lost: “{word}”") in found(new, old)


MODALS = ["shall", "will", "must", "may", "can", "should", "agrees to", "is to"]


@given(
    st.sampled_from(MODALS),
    st.sampled_from(["The army", "Either party", "The administration of the island, by itself,"]),
    st.sampled_from(["leave the zone", "open the strait to ships of all flags", "pay 5 euros without delay"]),
    st.booleans(),
)
def test_no_flip_of_a_modal_is_missed(pair, modal, subject, rest, gained):
    denied = {"agrees to": "agrees not to"}.get(modal, f"{modal} not")
    texts = [f"First. {subject} {word} {rest}. It may stay in May." for word in (modal, denied)]
    found = obligations.plandiff_classify(*pair(*(texts if gained else texts[::-1])))
    assert [finding.severity for finding in found] == ["critical"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Армія може залишитися на острові.", "Армія не може залишитися на острові."),
        ("Армия должна остаться на острове.", "Армия не должна остаться на острове."),
        ("L'armée peut entrer dans la zone.", "L'armée ne peut pas entrer dans la zone."),
        ("Die Armee darf in die Zone einrücken.", "Die Armee darf nicht in die Zone einrücken."),
        ("El ejército podrá entrar en la zona.", "El ejército no podrá entrar en la zona."),
    ],
)
def test_prohibitions_in_other_languages(pair, old, new):
    (finding,) = obligations.plandiff_classify(*pair(old, new))
    assert finding.rule in ("permission-to-prohibition", "obligation-to-prohibition")
    assert finding.severity == "critical"


CONDITIONS = [
    ("The army withdraws.", "The army withdraws unless the truce fails.", "unless the truce fails"),
    ("Membership is agreed.", "Membership is agreed subject to consensus.", "subject to consensus"),
    ("Talks are held.", "Talks are held only after a peace agreement.", "only after a peace agreement"),
    ("The fund pays.", "The fund pays, provided that the truce holds.", "provided that the truce holds"),
]


@pytest.mark.parametrize(("old", "new", "phrase"), CONDITIONS)
def test_a_condition_gained_or_lost(found, old, new, phrase):
    assert found(old, new) == [("condition-added", f"condition gained: “{phrase}”")]
    assert found(new, old) == [("condition-removed", f"condition lost: “{phrase}”")]


def test_limits_of_a_ban_are_conditions_too(found):
    old = "The alliance will station no troops on the island."
    new = "The alliance will station no troops permanently on the island under its command in peacetime."
    assert [message for _, message in found(old, new)] == [
        "limit gained: “permanently”",
        "limit gained: “under its command”",
        "limit gained: “in peacetime”",
    ]


NOTHING = [
    # words that look like cues
    ("Votes in May 2026 count.", "Votes in June 2026 count."),
    ("The will of the people counts.", "The wish of the people counts."),
    ("Paid not later than 60 days.", "Paid within 60 days."),
    ("See decision No. 5.", "See decision 5."),
    ("It shall not only pay but also serve.", "It shall pay and serve."),
    ("This is without prejudice to claims.", "This leaves claims as they are."),
    ("Nothing is settled yet.", "Nothing at all is settled yet."),
    # the same negation, elsewhere in its clause
    ("No troops shall be stationed there.", "Troops shall not be stationed there."),
    ("Troops shall, in line with Annex 2, not stay.", "Troops shall not stay."),
    ("The island does not join.", "The island shall not join."),
    # sentences that only moved
    ("A shall pay. B shall not attack. C may leave.", "C may leave. B shall not attack. A shall pay."),
    # text that is new
    ("A pays.", "A pays. B shall not attack the north."),
    ("A pays 5 euros.", "A pays 5 euros, and B may not attack the north."),
    ("", "A shall not attack, unless B does."),
    ("A shall not attack, unless B does.", ""),
    # a qualifier that belongs to a figure is told with the figure
    ("Limited to 600,000 troops.", "Limited to 800,000 troops in peacetime."),
    # another language
    ("The army shall not stay on the island.", "L'armée peut rester sur l'île et dans la zone."),
]


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_gives_no_finding(rules, old, new):
    assert rules(old, new) == []


def test_a_negation_lost_in_a_sentence_that_moved_is_found(rules):
    old = "A shall pay at once. B shall not attack the north. C may leave the zone."
    new = "C may leave the zone. A shall pay at once. B shall attack the north."
    assert rules(old, new) == ["prohibition-to-obligation"]


def test_a_negation_that_changes_its_verb_is_two_findings(rules):
    assert rules("A shall not attack and shall pay.", "A shall attack and shall not pay.") == [
        "prohibition-to-obligation",
        "obligation-to-prohibition",
    ]


def test_a_finding_has_side_point_line_and_a_short_quote(pair):
    filler = "The sea is calm and the fleet stays in its harbour. " * 3
    old = f"A pays.\n{filler}The army shall withdraw from the whole of the island."
    new = f"A pays.\n{filler}The army may withdraw from the whole of the island."
    (finding,) = obligations.plandiff_classify(*pair(old, new))
    assert (finding.side, finding.point, finding.line) == ("right", "1", 11)
    assert finding.quote == "The army may withdraw from the whole of"
    (finding,) = obligations.plandiff_classify(*pair("A fee is not due.", "A fee is due."))
    assert (finding.side, finding.point, finding.quote) == ("left", "1", "A fee is not due.")


@given(st.text(alphabet="aeno tshl.,;\n[]", max_size=80))
def test_a_text_beside_itself_gives_nothing(pair, text):
    assert obligations.plandiff_classify(*pair(text, text)) == []
