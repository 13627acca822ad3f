"""The picture: every point has a box, bands are as wide as what went along them, labels keep apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from benchmarks.alignment.generate import generated
from plandiff import compare
from plandiff.model import Change, Comparison, Share
from plandiff.registry import Plugins
from plandiff.render.html.bands import BOX, LABELS, bands


@pytest.fixture
def drawn(plan, edits):
    """The drawing of three old points and three new ones of equal length, with these changes."""

    def draw(*changes):
        lines = [f"{n}: {'w' * 10}" for n in (1, 2, 3)]
        return bands(Comparison(plandiff="0", left=plan(*lines), right=plan(*lines), changes=changes))

    return draw


def change(link, kind, **fields):
    left, right = (tuple(side.split()) for side in link.split(">"))
    return Change(kind=kind, left=left, right=right, score=1, reason="same words", **fields)


def width(edge):
    return round((edge[1] - edge[0]) / BOX, 3)


def linked(column):
    return {box.point: round(box.linked, 3) for box in column.boxes}


def test_an_unchanged_point_is_a_whole_band(drawn):
    (band,) = drawn(change("1>2", "unchanged")).bands

    assert (width(band.old), width(band.new)) == (1, 1)


def test_a_band_is_as_wide_as_the_share_that_is_kept(drawn, edits):
    (band,) = drawn(change("1>1", "modified", edits=edits("www", "-wwwwwww", "+www"))).bands

    assert (width(band.old), width(band.new)) == (0.3, 0.5)


def test_a_split_point_has_a_band_to_each_part_one_below_the_other(drawn):
    shares = (Share(left="1", right="3", share=0.5), Share(left="1", right="2", share=0.3))
    picture = drawn(change("1>2 3", "split", shares=shares))
    second, third = sorted(picture.bands, key=lambda band: band.new)

    assert (width(second.old), width(third.old)) == (0.3, 0.5)
    assert second.old[1] == pytest.approx(third.old[0])
    assert linked(picture.old)["1"] == 0.8


def test_merged_points_fill_the_new_one_as_far_as_they_make_it_up(drawn):
    shares = (Share(left="1", right="1", share=0.5), Share(left="2", right="1", share=0.25))
    picture = drawn(change("1 2>1", "merged", shares=shares))

    assert [width(band.new) for band in picture.bands] == [0.5, 0.25]
    assert linked(picture.new)["1"] == 0.75


def test_a_link_without_a_common_word_is_a_hair(drawn, edits):
    (band,) = drawn(change("1>1", "modified", edits=edits("-old", "+new"))).bands

    assert 0 < width(band.old) < 0.1


def test_what_was_dropped_or_added_has_a_box_and_no_band(drawn):
    picture = drawn(change("1>", "dropped"), change(">2", "added"))

    assert picture.bands == ()
    assert linked(picture.old)["1"] == linked(picture.new)["2"] == 0


def test_every_point_of_a_short_plan_has_its_label(drawn):
    assert drawn().old.labels == (("1",), ("2",), ("3",))


@pytest.mark.parametrize("points", [28, 41, 280])
def test_labels_are_few_and_boxes_keep_apart_however_long_the_plans(points):
    pair = generated(points, 3, "default", Plugins.load())
    comparison = compare(pair.left, pair.right)
    picture = bands(comparison)

    for column, plan in ((picture.old, comparison.left), (picture.new, comparison.right)):
        sizes = {len(group) for group in column.labels}
        assert [name for group in column.labels for name in group] == [point.id for point in plan.top]
        assert len(column.labels) <= LABELS
        assert max(sizes) - min(sizes) <= 1
        assert [box.point for box in column.boxes] == [point.id for point in plan.top]
        for above, below in pairwise(column.boxes):
            assert above.top + above.height <= below.top + 1e-9
        assert column.boxes[0].top >= 0
        assert column.boxes[-1].top + column.boxes[-1].height <= picture.height


def test_bands_stay_inside_their_boxes():
    pair = generated(60, 4, "hard", Plugins.load())
    comparison = compare(pair.left, pair.right)
    picture = bands(comparison)
    places = [{box.point: box for box in column.boxes} for column in (picture.old, picture.new)]

    assert picture.bands
    for band in picture.bands:
        for ends, edge, boxes in ((band.change.left, band.old, places[0]), (band.change.right, band.new, places[1])):
            assert any(
                boxes[end].top - 1e-9 <= edge[0] <= edge[1] <= boxes[end].top + boxes[end].height + 1e-9 for end in ends
            )
