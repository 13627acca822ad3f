"""Points as people cite them."""

from __future__ import annotations

import pytest

from plandiff.model import Plan, Point
from plandiff.render.cite import Cite


def tree(*rows):
    """A plan of (id, label, parent) rows, or (id, label, parent, role)."""
    points = tuple(
        Point(id=row[0], label=row[1], path=(), text="", parent=row[2], line=line, role=(*row, "point")[3])
        for line, row in enumerate(rows, start=1)
    )
    return Plan(name="plan", format="text", sha256="", points=points)


@pytest.mark.parametrize(
    ("above", "label", "cited"),
    [
        ("21", "(d)", "21(d)"),
        ("21", "d", "21(d)"),
        ("21", "d)", "21(d)"),
        ("1", "1.2", "1.2"),
        ("2", "2(b)", "2(b)"),
        ("Article IV", "(2)", "Article IV(2)"),
        ("Article IV", "2", "Article IV(2)"),
        ("Article IV", "Section 2", "Article IV, Section 2"),
        ("§ 12a", "(1)", "§ 12a(1)"),
        ("1", "12", "1(12)"),
    ],
)
def test_a_sub_point_is_cited_with_its_point(above, label, cited):
    cite = Cite(tree(("top", above, None), ("sub", label, "top")))

    assert cite(["sub"]) == cited


def test_sub_sub_points():
    cite = Cite(tree(("21", "21", None), ("21d", "(d)", "21"), ("21dii", "(ii)", "21d")))

    assert cite(["21dii"]) == "21(d)(ii)"
    assert cite(["21dii"], within="21") == "(d)(ii)"


def test_neighbours_are_joined():
    plan = tree(*((str(n), str(n), None) for n in range(1, 14)))
    cite = Cite(plan)

    assert cite(["11", "12", "13"]) == "11 to 13"
    assert cite(["12", "11"]) == "11, 12"
    assert cite(["1", "3", "4", "5", "9"]) == "1, 3 to 5, 9"
    assert cite([]) == "–"


def test_neighbouring_sub_points_share_their_point():
    cite = Cite(tree(("4", "4", None), ("a", "(a)", "4"), ("b", "(b)", "4"), ("c", "(c)", "4"), ("5", "5", None)))

    assert cite(["a", "b"]) == "4(a), (b)"
    assert cite(["a", "b", "c"]) == "4(a) to (c)"
    assert cite(["a", "b", "c"], within="4") == "(a) to (c)"
    assert cite(["4", "a"], within="4") == "opening words, (a)"


def test_provisions_without_number_are_cited_by_what_stands_before_them():
    plan = tree(
        ("p", None, None, "paragraph"),
        ("1", "1", None),
        ("h", None, None, "heading"),
        ("2", "2", None),
        ("q", None, None, "paragraph"),
        ("r", None, None, "paragraph"),
    )

    assert [Cite(plan)([point.id]) for point in plan.points] == [
        "¶ before 1",
        "1",
        "heading after 1",
        "2",
        "¶ after 2",
        "¶ 2 after 2",
    ]


def test_a_text_without_any_number_counts_its_paragraphs():
    assert Cite(tree(("p", None, None, "paragraph"), ("q", None, None, "paragraph")))(["p", "q"]) == "¶1, ¶2"


def test_numbers_that_restart_are_told_apart_by_their_lines():
    cite = Cite(tree(("a", "1", None), ("b", "1", None), ("c", "2", None)))

    assert [cite([each]) for each in "abc"] == ["1 (line 1)", "1 (line 2)", "2"]
