"""The changes in words: what is folded, what is said of doubt and of invented text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plandiff.model import Change, Comparison, Finding, RunnerUp
from plandiff.render.entries import Fold, entries


@pytest.fixture
def told(plan):
    """The entries of some changes between two plans of the points 1 to 5, where 4 and 5 have sub-points."""

    def tell(*changes, least="none", **right):
        lines = (
            [f"{n}: text" for n in (1, 2, 3, 4)] + [f"4({each}): text" for each in "abcd"] + ["5: text", "5(a): text"]
        )
        new = plan(*lines)
        points = tuple(replace(point, **right.get(f"p{point.label}", {})) for point in new.points)
        new = replace(new, points=points)
        return entries(Comparison(plandiff="0", left=plan(*lines), right=new, changes=changes), least)

    return tell


def change(link, kind="unchanged", **fields):
    left, right = (tuple(side.split()) for side in link.split(">"))
    return Change(**{"kind": kind, "left": left, "right": right, "score": 1, "reason": "same words"} | fields)


class fold(str):
    """The text of a fold, whatever changes it stands for."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other):
        return isinstance(other, Fold) and other.text == str(self)


def test_neighbours_that_stayed_are_one_line(told):
    assert told(change("1>1"), change("2>2"), change("3>3")) == [fold("1 to 3 unchanged")]


def test_a_fold_says_the_new_numbers(told):
    assert told(change("2>1"), change("3>2")) == [fold("2, 3 unchanged, now 1, 2")]


def test_a_moved_point_is_not_folded(told):
    first, second = told(change("2>1", moved=True), change("1>2"))

    assert (first.where, second) == ("2 → 1", fold("1 unchanged, now 2"))


def test_trifles_are_said_in_the_fold(told):
    quotes = Finding(rule="quotes", severity="none", message="quotation marks differ")

    assert told(change("1>1", findings=(quotes,)), change("2>2")) == [
        fold("1, 2 unchanged (quotation marks differ in 1)")
    ]


def test_a_grave_finding_unfolds_a_point(told):
    hidden = Finding(rule="invisible", severity="critical", message="a hidden sign was added")

    (entry,) = told(change("1>1", findings=(hidden,)))

    assert [note.text for note in entry.notes] == ["critical: a hidden sign was added"]


def test_parts_that_stayed_are_one_line(told):
    parts = [change(f"4({each})>4({each})") for each in "abc"] + [change("4(d)>", "dropped")]

    (entry,) = told(change("4>4", "modified", parts=(change("4>4", "modified"), *parts)))

    stem, unchanged, dropped = entry.body
    assert (stem.where, stem.state) == ("", "")
    assert unchanged == fold("(a) to (c) unchanged")
    assert (dropped.where, dropped.state) == ("(d)", "dropped")


def test_a_part_that_crossed_over_names_both_points(told):
    parts = (change("4>4"), change("4(a)>4(a)"), change("4(d)>5(a)", moved=True), change("4(b)>5"))

    (entry,) = told(change("4>4 5", "split", parts=parts))

    assert [getattr(part, "where", part) for part in entry.body] == [
        fold("opening words, (a) unchanged, now in 4"),
        fold("4(b) unchanged, now 5"),
        "4(d) → 5(a)",
    ]


@pytest.mark.parametrize(
    ("score", "runner_up", "note"),
    [
        (0.95, None, None),
        (0.95, RunnerUp(left=("1",), right=("2",), score=0.3), None),
        (
            0.95,
            RunnerUp(left=("1",), right=("2",), score=0.9),
            "ambiguous (0.95 against 0.90): same words, could also be 2",
        ),
        (
            0.5,
            RunnerUp(left=("3",), right=("1",), score=0.1),
            "uncertain (0.50): same words, could also come from 3",
        ),
        (0.5, None, "uncertain (0.50): same words"),
    ],
)
def test_doubt_is_said(told, score, runner_up, note):
    (entry,) = told(change("1>1", "modified", score=score, runner_up=runner_up))

    assert [each.text for each in entry.notes] == ([note] if note else [])


def test_of_what_has_no_counterpart_the_closest_left_over_is_named(told):
    rival = RunnerUp(left=("1",), right=("3",), score=0.2)
    gone = change("1>", "dropped", score=0.8, runner_up=rival)

    entry, _ = told(gone, change(">3", "added"))
    assert [note.text for note in entry.notes] == ["closest of what is left over: 3 (0.20)"]

    # What has a counterpart is not left over; where it is likely, it may have taken the point in.
    entry, _ = told(gone, change("2>3", "modified"))
    assert [note.text for note in entry.notes] == []
    likely = RunnerUp(left=("1",), right=("3",), score=0.6)
    entry, _ = told(change("1>", "dropped", score=0.88, runner_up=likely), change("2>3", "modified"))
    assert [note.text for note in entry.notes] == ["perhaps taken into 3 (0.60)"]


def test_invented_text_is_marked_with_all_that_stands_in_it(told):
    parts = (change("4>4", "modified"), change("4(a)>4(a)", "modified"))

    (entry,) = told(change("4>4", "modified", parts=parts), p4={"reported": False})

    assert entry.cautions == ("new 4 not reported: invented for the reconstruction",)
    assert [part.notes for part in entry.body] == [(), ()]


def test_an_invented_sub_point_is_marked_where_it_stands(told):
    parts = (change("4>4", "modified"), change("4(a)>4(a)", "modified"))

    (entry,) = told(change("4>4", "modified", parts=parts), **{"p(a)": {"reported": False}})

    stem, part = entry.body
    assert stem.notes == ()
    assert [note.text for note in part.notes] == ["new 4(a) not reported: invented for the reconstruction"]


def test_a_fold_does_not_hide_that_a_text_is_invented(told):
    assert told(change("1>1"), change("2>2"), p2={"reported": False}) == [
        fold("1, 2 unchanged (new 2 not reported: invented for the reconstruction)")
    ]


def test_a_part_with_another_label_in_the_same_point(told):
    parts = (change("4>4", "modified"), change("4(c)>4(b)"))

    (entry,) = told(change("4>4", "modified", parts=parts))

    assert entry.body[1] == fold("(c) unchanged, now (b)")


def test_changes_that_weigh_less_are_one_line_at_the_end(told):
    light = change("1>1", "modified", severity="editorial"), change("3>3", "modified", severity="substantive")
    grave = change("2>2", "modified", severity="critical")

    entry, *rest = told(light[0], grave, light[1], change("4>4"), least="critical")

    assert entry.change == grave
    assert rest == [fold("4 unchanged"), fold("2 changes below critical are folded")]
    assert rest[1].changes == light
    assert told(light[0], least="substantive") == [fold("1 change below substantive is folded")]
    assert told(light[1], least="substantive")[0].change == light[1]


def test_parts_that_weigh_less_are_one_line_in_their_entry(told):
    parts = [change(f"4({each})>4({each})", "modified", severity="editorial") for each in "ab"]
    parts.append(change("4(c)>4(c)", "modified", severity="critical"))

    (entry,) = told(change("4>4", "modified", severity="critical", parts=tuple(parts)), least="substantive")

    assert entry.body[0].where == "(c)"
    assert entry.body[1:] == (fold("2 changes below substantive are folded"),)


def test_a_fold_of_light_changes_does_not_hide_that_a_text_is_invented(told):
    light = change("2>2", "modified", severity="editorial")

    assert told(light, p2={"reported": False}, least="critical") == [
        fold("1 change below critical is folded (new 2 not reported: invented for the reconstruction)")
    ]
