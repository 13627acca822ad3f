"""A report and the older version give the newer one, exactly, or the reason why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from plandiff.apply import apply
from plandiff.compare import compare
from plandiff.errors import ApplyError
from plandiff.model import Edit
from tests.apply.pairs import pair
from tests.apply.roundtrip import comes_back

UKRAINE = Path(__file__).parent.parent.parent / "fixtures" / "ukraine"
IN_A_TEST = 400
"""Of the 10,000 pairs of `python -m tests.apply`."""


def test_every_newer_version_comes_back():
    assert [number for number in range(IN_A_TEST) if not comes_back(*pair(number))] == []


def test_the_pairs_hold_what_is_hard_to_bring_back():
    points = [point for number in range(50) for plan in pair(number) for point in plan.points]

    assert any("\n" in point.text for point in points)
    assert any(point.parent for point in points)
    assert any(point.label is None for point in points)
    assert any("\u200b" in point.text for point in points)


@pytest.mark.parametrize("new", ["geneva-19", "e3-28", "kyiv-20"])
def test_the_command_brings_back_the_points_of_the_newer_version(plandiff, tmp_path, new):
    old, report, again = UKRAINE / "us-28.txt", tmp_path / "report.json", tmp_path / "again.json"
    plandiff("compare", old, UKRAINE / f"{new}.txt", "--format", "json", "--output", report)

    assert plandiff("apply", report, old, "--output", again) == (0, "", "")

    points = json.loads(report.read_text(encoding="utf-8"))["right"]["points"]
    read = json.loads(plandiff("show", again, "--format", "json").out)["points"]
    kept = ("id", "label", "text", "parent")
    assert [[point[key] for key in kept] for point in read] == [[point[key] for key in kept] for point in points]


def test_as_text_a_point_is_a_line(plandiff, texts):
    plandiff("compare", texts / "before.txt", texts / "after.txt", "-f", "json", "-o", texts / "report.json")

    run = plandiff("apply", texts / "report.json", texts / "before.txt", "--format", "text")

    assert run == (0, (texts / "after.txt").read_text(), "")


def test_another_file_is_refused(plandiff, texts):
    plandiff("compare", texts / "before.txt", texts / "after.txt", "-f", "json", "-o", texts / "report.json")

    code, out, err = plandiff("apply", texts / "report.json", texts / "after.txt")

    assert (code, out) == (2, "")
    assert err == (f"plandiff: {texts / 'after.txt'}: is not the older version of the report: its SHA-256 is another\n")


@pytest.mark.parametrize(
    ("report", "said"),
    [
        ("not json", "line 1: is not JSON"),
        ("[1, 2]", "is no report of schema version 1"),
        ('{"schema_version": "9"}', "is no report of schema version 1"),
        ('{"schema_version": "1"}', "field plandiff: is missing"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('"\\ud800"', "is no report of schema version 1"),
    ],
)
def test_what_is_no_report_is_refused(plandiff, texts, report, said):
    (texts / "report.json").write_text(report)

    code, out, err = plandiff("apply", texts / "report.json", texts / "before.txt")

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


# ---------------------------------------------------------------- reports that were changed

OLD = "1. The truce holds.\n\n2. The guard has 600 people.\n   a) Boats sail.\n"
NEW = "1. The guard has 800 people.\n   a) Boats sail at night.\n\n2. The truce holds.\n"


@pytest.fixture
def report():
    return compare(OLD, NEW)


def changed(report, **fields):
    """The report with fields of its first change replaced."""
    first, *rest = report.changes
    return replace(report, changes=(replace(first, parts=(), **fields), *rest))


def test_a_report_that_edits_other_words_is_refused(report):
    with pytest.raises(ApplyError, match="it edits other words"):
        apply(changed(report, edits=(Edit(op="equal", text="Other words."),)), report.left)


def test_a_report_that_makes_other_words_than_it_says_is_refused(report):
    edits = (Edit(op="delete", text=report.left.points[0].text), Edit(op="insert", text="Other words."))

    with pytest.raises(ApplyError, match="do not make its newer point"):
        apply(changed(report, edits=edits), report.left)


def test_a_report_without_a_change_is_refused(report):
    with pytest.raises(ApplyError, match="do not make its newer point"):
        apply(replace(report, changes=report.changes[1:]), report.left)


def test_a_report_that_names_a_point_that_is_not_there_is_refused(report):
    with pytest.raises(ApplyError, match="names a point that is not there"):
        apply(changed(report, right=("99",)), report.left)


def test_points_that_stand_in_each_other_are_refused(report):
    points = tuple(replace(point, parent=point.id) for point in report.right.points)

    with pytest.raises(ApplyError, match="stands in none before it"):
        apply(replace(report, right=replace(report.right, points=points)), report.left)


def test_the_same_file_read_as_other_points_is_refused(report):
    points = tuple(replace(point, text=f"{point.text} ") for point in report.left.points)

    with pytest.raises(ApplyError, match="read as other points"):
        apply(report, replace(report.left, points=points))
