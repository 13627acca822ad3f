"""Citations: what people write, and the point it means."""

from __future__ import annotations

import pytest

from plandiff.engine.cited import Cited

TEXT = """
    1. The border stays.
    2. The parties agree on this:
       (a) prisoners go home;
       (b) families are brought together.
    12. The seat is on the island.
"""


@pytest.mark.parametrize(
    ("citation", "point_id"),
    [
        ("1", "1"),
        ("2(b)", "2.b"),
        ("2.b", "2.b"),
        ("2 b)", "2.b"),
        ("2(B)", "2.b"),
        ("point 12", "12"),
        ("12.", "12"),
        ("１２", "12"),
    ],
)
def test_a_point_is_found_as_people_cite_it(plan, citation, point_id):
    assert [point.id for point in Cited(plan(TEXT))(citation)] == [point_id]


@pytest.mark.parametrize("citation", ["3", "2(c)", "", "the border", "b("])
def test_nothing_is_found_for_what_is_not_there(plan, citation):
    found = Cited(plan("1. The border stays.\n2. The port is open."))(citation)

    assert found == ()


def test_a_label_of_its_own_is_enough_where_chapters_hold_it(plan):
    cited = Cited(
        plan("""
        Chapter I

        Article 1. The border stays.

        Article 2. The port is open.

        Chapter II

        Article 3. The seat is on the island.
        """)
    )

    assert [point.text for point in cited("Article 3")] == ["The seat is on the island."]


def test_a_label_used_twice_means_two_points_and_an_id_one(plan):
    cited = Cited(plan("1. The border stays.\n2. The port is open.\n1. The seat moves.\n2. The fleet stays."))

    ids = [point.id for point in cited("2")]
    assert len(ids) == 2
    assert [cited(each)[0].id for each in ids] == ids


def test_a_name_leads_back_to_its_point(plan):
    document = plan("1. The border stays.\n   (a) In the north.\n2. The port is open.\n1. The seat moves.")
    cited = Cited(document)

    for point in document.points:
        assert cited(cited.name(point))[0] == point
    assert cited.name(document.by_id["1.a"]) == "1(a)"


@pytest.mark.parametrize(
    ("citation", "near"),
    [("2(c)", ["2(a)", "2(b)"]), ("point 11", ["2", "12"]), ("3", ["1", "2"]), ("", ["1", "2"])],
)
def test_near_points_are_suggested_for_what_is_not_there(plan, citation, near):
    assert Cited(plan(TEXT)).near(citation, count=2) == near
