"""Anchors: a point is known again by its text, by its label and first words, by its likest first words."""

from __future__ import annotations

import pytest

from plandiff.engine.anchors import Anchors
from plandiff.model import Anchor

OLD = """
    1. The sovereignty of the island is confirmed.
    2. The coast guard is limited to 600 personnel.
    3. The parties agree on this:
       (a) prisoners go home at once;
       (b) families are brought together.
"""


def again(plan, old: str, new: str, point_id: str, *, part: bool = False) -> str | None:
    """The id, in the new text, of the point anchored in the old one."""
    return Anchors(plan(new)).find(Anchors(plan(old)).anchor(point_id, part=part), part=part)


@pytest.mark.parametrize(
    ("new", "found"),
    [
        # The same text under another number, white space and quotation marks aside.
        (
            "1. The port is open.\n2. The port is closed.\n3.  The coast  guard is limited to 600 personnel.",
            "3",
        ),
        # The same label and first words.
        ("1. The port is open.\n2. The coast guard is limited to 600 personnel. It is unarmed.", "2"),
        # Neither, but no other first words are like it.
        (
            "1. The port is open.\n2. The port is closed.\n3. The coast guard is limited to 800 personnel.",
            "3",
        ),
        # Two are like it: no telling which.
        (
            "1. The coast guard is limited to 800 personnel.\n3. The coast guard is limited to 900 personnel.",
            None,
        ),
        ("1. The sovereignty of the island is confirmed.\n2. Elections follow.", None),
    ],
)
def test_a_point_is_known_again(plan, new, found):
    assert again(plan, OLD, new, "2") == found


def test_a_sub_point_that_became_a_point(plan):
    new = "1. The island is sovereign.\n2. Families are brought together.\n3. prisoners go home at once;"

    assert again(plan, OLD, new, "3.a", part=True) == "3"


def test_a_point_is_its_whole_text_and_a_part_its_own_words(plan):
    whole, part = (Anchors(plan(OLD)).anchor("3", part=part) for part in (False, True))

    assert whole.hash != part.hash
    assert part.words == "The parties agree on this:"


def test_equal_texts_are_told_apart_by_label(plan):
    text = "1. The parties meet.\n2. The port is open.\n3. The parties meet.\n4. The parties meet."

    assert again(plan, text, text, "3") == "3"
    assert again(plan, text, "1. The port is open.\n2. The parties meet.\n5. The parties meet.", "3") is None


def test_a_label_alone_is_enough_when_it_is_there_once(plan):
    anchors = Anchors(plan(OLD))

    assert anchors.find(Anchor(label="3(b)"), part=True) == "3.b"
    assert anchors.find(Anchor(label="9"), part=False) is None
    assert anchors.find(Anchor(label="3(b)", hash="", words=""), part=True) is None


def test_a_script_without_blanks(plan):
    old = "1. 乌克兰的主权得到确认。\n2. 武装部队限制为六十万人。"
    new = "1. 双方释放战俘。\n2. 乌克兰的主权得到确认。\n3. 武装部队限制为八十万人。"

    assert (again(plan, old, new, "1"), again(plan, old, new, "2")) == ("2", "3")
