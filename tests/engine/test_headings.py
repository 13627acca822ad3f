"""Headings between points: the same outline whether a format marks them or they are lines of plain text."""

from __future__ import annotations

from textwrap import dedent

from plandiff.engine.outline import outline
from plandiff.model import Block, Document


def of_blocks(*blocks: tuple[int, str], listed: bool = False) -> list[tuple[str, str]]:
    """The roles and texts of a document with headings of these levels; level 0 is a point, 9 a paragraph."""
    made = []
    for number, (level, text) in enumerate(blocks):
        kind = "heading" if 0 < level < 9 else "paragraph"
        label = str(number) if level == 0 else None
        made.append(Block(text=text, kind=kind, level=None if level in (0, 9) else level, label=label))
    plan = outline(Document(format="test", blocks=tuple(made), listed=listed), name="plan")
    return [(point.role, point.text) for point in plan.points if point.role != "point"]


def test_a_line_of_plain_text_between_points_is_a_heading(tree):
    text = """
        Agreement on the island

        Security

        1. The border is open.
        2. No forces remain:
           (a) on land;
           (b) at sea.

        Trade

        3. Ports are open.
        """

    assert tree(text) == dedent(
        """
        ~ |Agreement on the island
        # |Security
        1|The border is open.
        2|No forces remain:
          (a)|on land;
          (b)|at sea.
        # |Trade
        3|Ports are open."""
    ).strip("\n")


def test_a_line_below_a_title_point_is_its_text(tree):
    text = """
        1. The border

        It is open at all times

        2. Trade

        It is free
        """

    assert "#" not in tree(text)


def test_the_only_line_before_the_first_point_is_the_title(tree):
    assert tree("Agreement\n\n1. The border is open.\n\nTrade\n\n2. Ports are open.").startswith("~ |Agreement\n")


def test_a_heading_before_the_first_point_is_told_from_the_title_by_its_level():
    roles = of_blocks((1, "Agreement"), (2, "Security"), (0, "Peace."), (2, "Trade"), (0, "Ports are open."))

    assert roles == [("surrounding", "Agreement"), ("heading", "Security"), ("heading", "Trade")]


def test_headings_of_two_levels_stand_before_the_first_point():
    front = [(3, "Agreement"), (1, "Common rules"), (2, "Security")]
    roles = of_blocks(
        *front, (0, "Peace is kept on land and at sea by all."), (1, "Own rules"), (2, "Trade"), (0, "Ports are open.")
    )

    assert roles[0] == ("surrounding", "Agreement")
    assert {role for role, _ in roles[1:]} == {"heading"}


def test_a_heading_that_does_not_come_again_is_the_title():
    assert of_blocks((1, "Agreement"), (0, "Peace."), (0, "Ports are open.")) == [("surrounding", "Agreement")]


def test_a_paragraph_under_a_heading_belongs_to_it():
    blocks = (Block(text="Peace.", label="1"), Block(text="Trade", kind="heading", level=2))
    blocks += (Block(text="It is agreed:"), Block(text="Ports are open.", label="2"))
    plan = outline(Document(format="test", blocks=blocks), name="plan")

    assert [(point.text, point.parent and plan.by_id[point.parent].text) for point in plan.points] == [
        ("Peace.", None),
        ("Trade", None),
        ("It is agreed:", "Trade"),
        ("Ports are open.", None),
    ]


def test_an_entry_of_a_point_list_without_a_label_is_a_heading_where_it_looks_like_one():
    entries = [(9, "Security"), (0, "Peace."), (9, "Trade"), (0, "Ports are open."), (9, "This is agreed in full.")]

    assert of_blocks(*entries, listed=True) == [
        ("heading", "Security"),
        ("heading", "Trade"),
        ("paragraph", "This is agreed in full."),
    ]
