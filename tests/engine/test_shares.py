"""Where the words of old points went."""

from __future__ import annotations

import pytest

from plandiff.engine.shares import shares


def test_each_sentence_goes_to_the_point_that_holds_most_of_its_words():
    found, lost = shares(
        {"1": "The wells are cleaned. The mayor is heard."}, {"1": "The wells are cleaned.", "2": "The mayor is heard."}
    )

    assert found == [("1", "1", 0.5), ("1", "2", 0.5)]
    assert lost == []


def test_where_words_are_not_set_apart_each_sign_counts():
    found, lost = shares({"1": "双方立即停止一切敌对行动"}, {"1": "双方应当停止一切敌对行动"})

    assert found == [("1", "1", pytest.approx(10 / 12)), ("1", None, pytest.approx(2 / 12))]
    assert lost == []


def test_what_was_said_of_two_stands_where_it_is_said_of_both():
    old = {name: f"{name} shall withdraw its guns by 15 miles from the contact line." for name in ("Peru", "Chile")}
    found, lost = shares(old, {"1": "Peru and Chile shall withdraw their guns by 15 miles from the contact line."})

    assert [(each, new) for each, new, share in found if share > 0.9] == [("Peru", "1"), ("Chile", "1")]
    assert lost == []
