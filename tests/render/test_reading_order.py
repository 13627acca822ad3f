"""New order, with dropped points where they stood."""

from __future__ import annotations

from plandiff.model import Change, Comparison
from plandiff.render.reading_order import reading_order


def order(plan, *links):
    """The order of links written "1>2": old and new labels, "!" for a moved one."""
    changes = []
    for link in links:
        left, right = (tuple(side.split()) for side in link.strip("!").split(">"))
        changes.append(Change(kind="modified", left=left, right=right, moved="!" in link, score=1, reason=""))
    old = plan(*(f"{n}: text" for n in range(1, 10)))
    comparison = Comparison(plandiff="0", left=old, right=old, changes=())
    return [f"{' '.join(c.left)}>{' '.join(c.right)}" for c in reading_order(changes, comparison)]


def test_new_order_rules(plan):
    assert order(plan, "1>3", "2>1", ">2") == ["2>1", ">2", "1>3"]


def test_dropped_points_stand_after_the_old_point_above_them(plan):
    assert order(plan, "1>1", "2>", "3>", "4>2") == ["1>1", "2>", "3>", "4>2"]


def test_dropped_points_at_the_top_lead(plan):
    assert order(plan, "1>", "2>", "3>1") == ["1>", "2>", "3>1"]


def test_a_moved_point_takes_no_dropped_neighbour_along(plan):
    assert order(plan, "1>1", "2>9!", "3>", "4>2") == ["1>1", "3>", "4>2", "2>9"]


def test_a_merged_point_counts_where_it_begins(plan):
    assert order(plan, "1 8>1", "2>2", "7>3", "9>") == ["1 8>1", "2>2", "7>3", "9>"]
