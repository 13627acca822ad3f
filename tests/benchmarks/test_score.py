"""The scores: a short truth, short answers, and what they are worth."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from benchmarks.alignment.calibrate import calibrate
from benchmarks.alignment.gold import gold
from benchmarks.alignment.judge import judge
from benchmarks.alignment.pair import Group, Pair, plan
from benchmarks.alignment.peers import difflib_words, dmp_words, lines
from benchmarks.alignment.project import describe_links, project
from benchmarks.alignment.score import mean, score
from benchmarks.alignment.table import table
from plandiff.model import Change, Kind
from plandiff.registry import Plugins

TRUTH = (
    Group(("1",), ("1",), "unchanged"),
    Group(("2",), ("2", "3"), "split"),
    Group(("3",), (), "dropped"),
    Group((), ("4",), "added"),
)


def change(kind: Kind, left: str, right: str, *, moved: bool = False, score: float = 1.0) -> Change:
    return Change(kind=kind, left=tuple(left.split()), right=tuple(right.split()), moved=moved, score=score, reason="")


PERFECT = [
    change("unchanged", "1", "1"),
    change("split", "2", "2 3"),
    change("dropped", "3", ""),
    change("added", "", "4"),
]


def test_the_truth_told_back_is_worth_everything():
    tallies = score([(TRUTH, PERFECT)])
    assert {name: tally.f1 for name, tally in tallies.items()} == dict.fromkeys(tallies, 1.0)
    assert mean(tallies) == 1.0


def test_half_a_split_is_a_right_pair_and_no_exact_change():
    half = [
        change("unchanged", "1", "1"),
        change("modified", "2", "2"),
        change("dropped", "3", ""),
        change("added", "", "3"),
        change("added", "", "4"),
    ]
    tallies = score([(TRUTH, half)])
    pair, exact = tallies["pair"], tallies["exact"]
    assert (pair.right, pair.predicted, pair.true) == (2, 2, 3)
    assert (exact.right, exact.predicted, exact.true) == (3, 5, 4)
    assert tallies["several"].f1 == tallies["split"].f1 == 0.0
    assert tallies["added"].precision == 0.5


def test_a_move_counts_as_moved_whatever_happened_to_its_words():
    truth = [Group(("1",), ("2",), "moved", reworded="light"), Group(("2",), ("1",), "unchanged")]
    tallies = score([(truth, [change("modified", "1", "2", moved=True), change("unchanged", "2", "1")])])
    assert tallies["moved"].f1 == tallies["unchanged"].f1 == 1.0
    assert tallies["modified"].predicted == 0


def test_the_mean_leaves_out_fates_that_do_not_occur():
    tallies = score([([Group(("1",), ("1",), "unchanged")], [change("modified", "1", "1")])])
    assert tallies["pair"].f1 == 1.0
    assert mean(tallies) == 0.0


def test_counts_are_summed_over_pairs_of_versions():
    wrong = [change("dropped", "1 2 3", ""), change("added", "", "1 2 3 4")]
    pair = score([(TRUTH, PERFECT), (TRUTH, wrong)])["pair"]
    assert (pair.right, pair.predicted, pair.true) == (3, 3, 6)
    assert pair.f1 == pytest.approx(2 / 3)


# ---------------------------------------------------------------- gold pairs


def gold_pair(folder: Path, **more: object) -> Pair:
    """A gold file written and read again: 2 became 3, the new 2 is another; 4 is unsure."""
    texts = {"1": "Fire ceases.", "2": "Prisoners go home.", "4": "Bridges are mended."}
    news = {"1": "All fire ceases.", "2": "Ports open.", "3": "Prisoners go home.", "4": "Roads are mended."}
    known = {
        "name": "small",
        "left": {"points": [{"id": name, "text": text} for name, text in texts.items()]},
        "right": {"points": [{"id": name, "text": text} for name, text in news.items()]},
        "groups": [
            {"left": ["1"], "right": ["1"], "kind": "modified"},
            {"left": ["2"], "right": ["3"], "kind": "moved"},
            {"left": [], "right": ["2"], "kind": "added"},
            {"left": ["4"], "right": ["4"], "kind": "modified", "unsure": True},
        ],
        "number_reused_with_other_content": ["2"],
    }
    (folder / "small.json").write_text(json.dumps(known | more), encoding="utf-8")
    (pair,) = gold(folder, Plugins.load())
    return pair


RIGHT = [change("modified", "1", "1"), change("unchanged", "2", "3"), change("added", "", "2")]


@pytest.mark.parametrize(
    "unsure", [[change("modified", "4", "4")], [change("dropped", "4", ""), change("added", "", "4")]]
)
def test_what_is_unsure_is_not_judged(tmp_path: Path, unsure: list[Change]):
    tallies = judge([(gold_pair(tmp_path), [*RIGHT, *unsure])])
    assert {name: (tally.right, tally.predicted, tally.true) for name, tally in tallies.items()} == {
        "link": (2, 2, 2),
        "renumbered": (1, 1, 1),
        "several": (0, 0, 0),
        "fate": (1, 1, 1),
        "reused": (1, 1, 1),
        "text": (2, 2, 2),
    }


def test_following_the_numbers_is_worth_half(tmp_path: Path):
    by_number = [change("unchanged", "1", "1"), change("modified", "2", "2"), change("added", "", "3")]
    tallies = judge([(gold_pair(tmp_path), by_number)])
    assert tallies["link"].precision == tallies["link"].recall == 0.5
    assert [tallies[name].recall for name in ("renumbered", "fate", "reused", "text")] == [0.0] * 4


def test_ignored_points_are_not_judged(tmp_path: Path):
    pair = gold_pair(tmp_path, ignore_left=["1"])
    tallies = judge([(pair, [change("split", "1", "1 2"), change("unchanged", "2", "3")])])
    assert (tallies["link"].right, tallies["link"].predicted, tallies["link"].true) == (1, 1, 1)


def test_an_id_is_the_label_unless_it_says_otherwise(tmp_path: Path):
    points = {"points": [{"id": "§ 1", "text": "One."}, {"id": "#2", "text": "Two."}]}
    pair = gold_pair(tmp_path, left=points, groups=[])
    assert [(point.id, point.label) for point in pair.left.points] == [("§ 1", "§ 1"), ("#2", None)]


def test_a_folder_without_gold_is_said(tmp_path: Path):
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    with pytest.raises(SystemExit, match="no gold pairs here"):
        gold(tmp_path, Plugins.load())


# ---------------------------------------------------------------- peers


@pytest.mark.parametrize("peer", [difflib_words, dmp_words])
def test_a_redline_links_points_that_share_half_of_their_words(
    peer: Callable[[Sequence[str], Sequence[str]], list[tuple[int, int]]],
):
    left = ["the ports open at once to all ships", "prisoners go home"]
    right = ["the ports open at once", "to all ships of both", "mines are cleared"]
    assert peer(left, right) == [(0, 0), (0, 1)]


def test_lines_that_changed_pair_off_by_position():
    assert lines(["a", "b", "c"], ["x", "b", "y", "z"]) == [(0, 0), (1, 1), (2, 2)]


def test_half_of_either_point_is_enough_and_less_is_not():
    assert project({(0, 0): 5, (1, 0): 4}, ({0: 10, 1: 10}, {0: 20})) == [(0, 0)]
    assert project({(0, 0): 2}, ({0: 10}, {0: 4})) == [(0, 0)]


def test_links_of_a_peer_are_described_like_those_of_plandiff():
    plugins = Plugins.load()
    left = plan([("1", None, "Fire ceases."), ("2", None, "Ports open. Mines go.")], plugins)
    right = plan([("1", None, "Ports open."), ("2", None, "Mines go."), ("3", None, "Fire ceases.")], plugins)
    changes = describe_links([(0, 2), (1, 0), (1, 1)], left, right)
    assert [(one.kind, one.left, one.right) for one in changes] == [
        ("unchanged", ("1",), ("3",)),
        ("split", ("2",), ("1", "2")),
    ]


# ---------------------------------------------------------------- calibration and tables


def test_calibration_counts_pairs_and_lone_points_by_score(tmp_path: Path):
    changes = [
        change("modified", "1", "1", score=0.92),
        change("merged", "2 4", "3", score=0.97),
        change("added", "", "2", score=0.55),
        change("unchanged", "4", "4"),
    ]
    links, alone = calibrate([(gold_pair(tmp_path), changes)]).split("\n\n")
    said = [" ".join(line.replace("|", " ").split()) for line in (links + "\n" + alone).splitlines()]
    assert "0.9 to 0.95 1 0.920 1.000" in said
    assert "0.95 to 1 1 0.970 1.000" in said
    assert "0.5 to 0.6 1 0.550 1.000" in said
    assert "same text 0 – –" in said


def test_a_table_is_lined_up():
    assert table(["", "F1"], [["plandiff", "0.9"], ["lines", "0.25"]]) == (
        "|          |   F1 |\n| -------- | ---: |\n| plandiff |  0.9 |\n| lines    | 0.25 |\n"
    )
