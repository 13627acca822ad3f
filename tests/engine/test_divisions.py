"""Which titles only gather points, so that the points under them are the points of the plan."""

from __future__ import annotations

from textwrap import dedent

import pytest

import plandiff
from plandiff.engine.outline import outline
from plandiff.model import Source
from plandiff.render.cite import Cite, Where
from plandiff.render.pointlist import pointlist
from plandiff_readers.markdown import plandiff_read
from plandiff_readers.pointlist import plandiff_read as read_list

BILL = """
    Part 1 Rents
    1. A landlord may raise the rent once a year.
    2. Notice of a rise is given sixty days before.
    Part 2 Repairs
    3. A landlord keeps the roof in repair.
    4. The Minister may make regulations.
"""


@pytest.mark.parametrize(
    ("text", "told", "tops"),
    [
        (BILL, "Part 1 Part 2", 4),
        # called a part, even where it is alone or its points begin again at 1
        ("Chapter I. Peace\nArticle 1. The border is open.\nArticle 2. Trade is free.", "Chapter I", 2),
        ("Part I. Peace\n1. Guns are silent.\n2. Roads open.\nPart II. Trade\n1. Trade is free.", "Part I Part II", 3),
        # one inside the other
        (
            "Part I\nPeace\nChapter 1 Arms\nArticle 1. Guns are silent.\nChapter 2 Roads\nArticle 2. Roads open.\n"
            "Part II\nTrade\nChapter 3\nDuties\nArticle 3. Trade is free.",
            "Part I Chapter 1 Chapter 2 Part II Chapter 3",
            3,
        ),
        # a heading of the page
        ("## Peace\n\n1. Guns are silent.\n2. Roads open.\n\n## Trade\n\n1. Trade is free.", "None None", 3),
        # points with paragraphs of their own
        ("Article 1 Peace\n1. Guns are silent.\n2. Roads open.\nArticle 2 Trade\n1. Trade is free.", "", 2),
        ("1. The parties agree:\n(a) on peace;\n(b) on trade.\n2. The seat stays.", "", 2),
    ],
)
def test_what_divides_a_plan(plan, text, told, tops):
    found = plan(dedent(text))

    assert " ".join(str(point.label) for point in found.points if point.role == "division") == told
    assert found.numbered == tops


def test_points_are_compared_and_cited_without_the_part_they_stand_in():
    new = BILL.replace("4. The M", "5. The M").replace("3. A landlord keeps", "4. A landlord keeps")
    new = new.replace("2. Notice of a rise", "2. Every dwelling may hold a pet.\n    3. Notice of any rise")
    comparison = plandiff.compare(dedent(BILL), dedent(new))
    where = Where(comparison)

    assert [(where(change.left, change.right), change.kind) for change in comparison.changes] == [
        ("Part 1 → Part 1", "unchanged"),
        ("1 → 1", "unchanged"),
        ("2 → 3", "modified"),
        ("Part 2 → Part 2", "unchanged"),
        ("3 → 4", "unchanged"),
        ("4 → 5", "unchanged"),
        ("– → 2", "added"),
    ]


def test_a_number_used_in_two_parts_is_cited_with_its_part(plan):
    text = "Part I Peace\n1. Guns are silent.\nPart II Trade\n1. Trade is free."
    comparison = plandiff.compare(text, text)
    cite = Where(comparison).left

    assert [cite(change.left) for change in comparison.changes] == ["Part I", "Part I(1)", "Part II", "Part II(1)"]


def test_the_text_under_the_title_of_an_article_belongs_to_it(tree):
    text = """
    PART I
    THE FRONTIER

    Article 1
    Islands

    The island of Karn belongs to the north.

    PART II
    THE WATERS

    Article 2
    Fishing

    Both may fish in the whole lake.

    Nets are numbered.
    """

    assert tree(text).splitlines() == [
        "## PART I|THE FRONTIER",
        "  Article 1|Islands",
        "    |The island of Karn belongs to the north.",
        "## PART II|THE WATERS",
        "  Article 2|Fishing",
        "    |Both may fish in the whole lake.",
        "    |Nets are numbered.",
    ]


def test_a_list_below_a_numbered_heading_stands_in_it():
    text = "# Plan\n\n## Chapter 1: War\n\n1. Guns fall.\n2. Roads open.\n\n## Chapter 2: Trade\n\n1. Trade is free.\n"
    document = plandiff_read(Source(name="plan.md", suffix=".md", data=b"", text=text))
    assert document is not None
    found = outline(document, name="plan.md")

    assert [(point.role, point.label, point.path) for point in found.points if point.label] == [
        ("division", "Chapter 1", ("1",)),
        ("point", "1", ("1", "1")),
        ("point", "2", ("1", "2")),
        ("division", "Chapter 2", ("2",)),
        ("point", "1", ("2", "1")),
    ]


def test_what_stands_in_a_point_that_moved_did_not_move_by_itself():
    ports = "3. The ports are run jointly:\n(a) by day by the north;\n(b) by night by the south.\n"
    others = (
        "1. The border between the two countries stays where it was drawn by the commission forty years ago.\n"
        "2. Elections are held in the coming spring in every village that the council has put on its list.\n"
    )
    old = others + ports
    new = ports.replace("3.", "1.").replace("day", "daylight") + others.replace("2.", "3.").replace("1.", "2.")

    (moved,) = [change for change in plandiff.compare(old, new).changes if change.left == ("3",)]

    assert (moved.moved, [part.moved for part in moved.parts]) == (True, [False, False, False])


def test_a_paragraph_inside_an_article_is_cited_with_it(plan):
    found = plan("Article 1\nIslands\n\nKarn is northern.\n\nMir is not.\n\nArticle 2\nFishing\n\nBoth may fish.\n")
    cite = Cite(found)

    assert [cite([point.id]) for point in found.points] == [
        *("Article 1", "Article 1 ¶", "Article 1 ¶ 2"),
        *("Article 2", "Article 2 ¶"),
    ]


def test_a_plan_with_divisions_comes_back_from_its_point_list(plan):
    there = plan(dedent(BILL))
    source = Source(name="plan.json", suffix=".json", data=b"", text=pointlist(there))
    document = read_list(source)
    assert document is not None
    back = outline(document, name="plan.json")

    assert [(p.label, p.role, p.parent) for p in back.points] == [(p.label, p.role, p.parent) for p in there.points]
