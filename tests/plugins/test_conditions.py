"""Conditions and exceptions: old text, new text, what is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff_classifiers import conditions


@pytest.fixture(scope="session")
def found(pair):
    """The rules that speak up about a change, with their messages."""
    return lambda old, new: [
        (finding.rule, finding.message) for finding in conditions.plandiff_classify(*pair(old, new))
    ]


ADDED = [
    ("Membership is agreed.", "Membership is agreed subject to consensus.", "condition", "subject to consensus"),
    ("Talks are held.", "Talks are held only after a vote.", "condition", "only after a vote"),
    ("The fund pays.", "The fund pays, provided that the truce holds.", "condition", "provided that the truce holds"),
    ("The court sits in town.", "If both agree, the court sits in town.", "condition", "If both agree"),
    ("The army withdraws.", "The army withdraws unless the truce fails.", "exception", "unless the truce fails"),
    ("All ships may pass.", "All ships may pass, except warships.", "exception", "except warships"),
    ("The fund pays all debts.", "The fund pays all debts other than fines.", "exception", "other than fines"),
    ("Der Fonds zahlt.", "Der Fonds zahlt, sofern geprüft wurde.", "condition", "sofern geprüft wurde"),
    ("Der Spruch gilt.", "Der Spruch gilt, es sei denn, er ist falsch.", "exception", "es sei denn"),
    ("Le fonds paie tout.", "Le fonds paie tout, sous réserve d'un audit.", "condition", "sous réserve d'un audit"),
    ("Les navires passent.", "Les navires passent, sauf ceux de guerre.", "exception", "sauf ceux de guerre"),
    ("El fondo paga.", "El fondo paga, siempre que haya paz.", "condition", "siempre que haya paz"),
    ("Los barcos pasan.", "Los barcos pasan, salvo los de guerra.", "exception", "salvo los de guerra"),
    ("Фонд платить.", "Фонд платить за умови перевірки.", "condition", "за умови перевірки"),
    ("Усі судна проходять.", "Усі судна проходять, крім військових.", "exception", "крім військових"),
    ("Фонд платит сразу.", "Фонд платит сразу при условии проверки.", "condition", "при условии проверки"),
    ("Решение окончательно.", "Решение окончательно, если не доказан обман.", "exception", "если не доказан обман"),
]


@pytest.mark.parametrize(("old", "new", "kind", "phrase"), ADDED)
def test_a_condition_or_exception_gained_or_lost(found, old, new, kind, phrase):
    assert found(old, new) == [(f"{kind}-added", f"{kind} gained: “{phrase}”")]
    assert found(new, old) == [(f"{kind}-removed", f"{kind} lost: “{phrase}”")]


NOTHING = [
    # another word for the same
    ("If a side suspects it, it shall say so.", "In the event that a side suspects it, it shall say so."),
    ("All posts go, except those there.", "All posts go, with the exception of those there."),
    ("Le verdict vaut à moins qu'il ne soit faux.", "Le verdict vaut sauf s'il est faux."),
    # elsewhere in the sentence, or in another sentence
    ("Unless both agree, the court sits.", "The court sits unless both agree."),
    ("A pays, if B agrees to it. C leaves the zone.", "C leaves the zone, if B agrees to it. A pays."),
    # words that look like cues
    ("All prisoners return.", "All prisoners return without exception."),
    ("Aid provided by states enters.", "Aid that states have provided enters."),
    ("The court sits again.", "The court sits once again."),
    ("Die Regel tritt in Kraft.", "Die Regel tritt außer Kraft."),
    ("Усі полонені повертаються.", "Усі без винятку полонені повертаються."),
    # part of a deadline
    ("Votes are held within 60 days.", "Votes are held within 60 days after the conclusion of the talks."),
    # text that is new
    ("A pays.", "A pays. If B attacks, C leaves the zone at once."),
    ("", "A pays, unless B does."),
    # another language
    ("The fund pays, if asked.", "Le fonds paie toutes les dettes de la ville."),
]


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_what_gives_no_finding(found, old, new):
    assert found(old, new) == []


def test_a_finding_is_critical_and_has_its_place(pair):
    (finding,) = conditions.plandiff_classify(*pair("A pays.\nThe fund pays.", "A pays.\nThe fund pays, if asked."))
    assert (finding.severity, finding.side, finding.line) == ("critical", "right", 11)
    assert finding.quote == "The fund pays, if asked."


@given(st.text(alphabet="if unlesxcpt,;.\n", max_size=80))
def test_a_text_beside_itself_gives_nothing(pair, text):
    assert conditions.plandiff_classify(*pair(text, text)) == []
