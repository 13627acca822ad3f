"""The straight path from two files to one comparison, on the versions of the Ukraine plan."""

from __future__ import annotations

import re
from json import loads
from pathlib import Path

import pytest
from msgspec import convert

from plandiff import compare
from plandiff.cli.report import VIEWS
from plandiff.errors import SourceError
from plandiff.model import Comparison, Options, SeedRecord
from plandiff.registry import Plugins
from plandiff.render.json import json

UKRAINE = Path(__file__).parent.parent / "fixtures" / "ukraine"
E3 = ("e3-28", "e3-28-closed", "e3-28-printed")


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture(scope="module")
def versions(plugins):
    """Compare two fixtures by name, each pair once."""
    known: dict[tuple[str, str], Comparison] = {}

    def run(old: str, new: str) -> Comparison:
        if (old, new) not in known:
            paths = [UKRAINE / (name if "." in name else f"{name}.txt") for name in (old, new)]
            known[old, new] = compare(*paths, plugins=plugins)
        return known[old, new]

    return run


def fates(comparison: Comparison) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Kind and texts of every change, which do not depend on numbers."""

    def texts(plan, ids):
        return tuple(plan.text_of([name], deep=True) for name in ids)

    return [
        (change.kind, texts(comparison.left, change.left), texts(comparison.right, change.right))
        for change in comparison.changes
    ]


def pairs(comparison: Comparison) -> list[str]:
    """The mapping of the numbered points: "24 → 16"."""
    plans = comparison.left, comparison.right
    found = []
    for change in comparison.changes:
        sides = [
            ", ".join(".".join(plan.by_id[name].path) for name in ids)
            for plan, ids in zip(plans, (change.left, change.right), strict=True)
        ]
        if "¶" not in "".join(sides):
            found.append(" → ".join(side or "–" for side in sides))
    return found


# ---------------------------------------------------------------- the European text in its three numberings


@pytest.mark.parametrize("old", E3)
@pytest.mark.parametrize("new", E3)
def test_the_european_text_is_one_text_in_all_three_numberings(versions, old, new):
    comparison = versions(old, new)
    numbered = [
        change
        for change in comparison.changes
        if change.left and comparison.left.by_id[change.left[0]].label is not None
    ]

    assert [(change.kind, change.moved) for change in numbered] == [("unchanged", False)] * 27
    assert {len(change.left) + len(change.right) for change in comparison.changes} == {2}


@pytest.mark.parametrize("new", E3[1:])
def test_the_numbering_of_the_new_text_does_not_change_what_became_what(versions, new):
    def numbered(comparison):
        points = comparison.right.by_id
        return [
            fate
            for fate, change in zip(fates(comparison), comparison.changes, strict=True)
            if not any(points[name].label is None for name in change.right)
        ]

    assert numbered(versions("us-28", new)) == numbered(versions("us-28", "e3-28"))


def test_24_d_became_26_while_26_was_used_for_other_content(versions):
    comparison = versions("us-28", "e3-28")
    (split,) = (change for change in comparison.changes if change.left == ("24",))
    (amnesty,) = (change for change in comparison.changes if change.left == ("26",))

    assert (split.kind, split.right) == ("split", ("24", "26"))
    assert [part.right for part in split.parts if part.left == ("24.d",)] == [("26",)]
    assert (amnesty.kind, amnesty.right) == ("dropped", ())


# ---------------------------------------------------------------- one text in four formats


def bare(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["us-28.md", "us-28.html", "us-28.json"])
def test_every_format_holds_the_same_points(versions, form):
    comparison = versions("us-28.txt", form)
    text, other = (
        [
            (tuple(re.sub(r"\W", "", step) for step in point.path), bare(point.text))
            for point in plan.points
            if point.label is not None
        ]
        for plan in (comparison.left, comparison.right)
    )

    assert len(text) == 54
    assert other == text
    assert {change.kind for change in comparison.changes if comparison.left.by_id[change.left[0]].label} == {
        "unchanged"
    }


# ---------------------------------------------------------------- the United States plan and its successors


def test_what_became_of_the_28_points_in_geneva(versions):
    found = pairs(versions("us-28", "geneva-19"))

    assert found == [
        "1, 22 → 1",
        "2, 16 → 2",
        "3 → –",
        "4 → –",
        "5, 10 → 3",
        "6 → 4",
        "7, 8 → 5",
        "9 → –",
        "11 → –",
        "12 → 6",
        "13 → 7",
        "14 → –",
        "15 → 8",
        "17 → 9",
        "18 → 10",
        "19 → 11",
        "20 → 12",
        "21 → 13",
        "23 → 14",
        "24 → 15, 16",
        "25 → 17",
        "26 → –",
        "27 → 18",
        "28 → 19",
    ]


@pytest.mark.parametrize("issue", ["territory", "nato", "armed-forces"])
def test_the_issues_that_reports_called_open_are_open(versions, issue):
    (status,) = (one for one in versions("us-28", "geneva-19").issues if one.id == issue)

    assert status.status == "open"
    assert any("30 November 2025 (RKS News)" in ground.message for ground in status.grounds)


def test_600_000_became_800_000(versions):
    (forces,) = (change for change in versions("us-28", "geneva-19").changes if change.left == ("6",))
    (fact,) = (fact for fact in forces.facts if fact.old and fact.old.value == "600000")

    assert (fact.new.value if fact.new else None, fact.delta, fact.percent) == ("800000", "200000", 33)
    assert forces.severity == "critical"


@pytest.mark.parametrize(
    ("format", "view"),
    [("json", "points"), *((format, view) for format in ("terminal", "markdown") for view in VIEWS[format])],
)
def test_a_reconstruction_says_so_in_every_format(plandiff, format, view):
    run = plandiff("compare", UKRAINE / "us-28.txt", UKRAINE / "geneva-19.txt", "-f", format, "--view", view)

    assert run.code == 0
    assert "RECONSTRUCTION" in run.out


def test_a_reconstruction_says_so_when_it_is_shown(plandiff):
    assert "RECONSTRUCTION" in plandiff("show", UKRAINE / "geneva-19.txt").out


# ---------------------------------------------------------------- what compare takes and gives


def test_a_path_a_text_and_a_plan_compare_alike(versions, plugins):
    path = UKRAINE / "geneva-19.txt"
    plan = versions("us-28", "geneva-19").right
    left = UKRAINE / "us-28.txt"
    by_path, by_text, by_plan = (
        compare(left, right, plugins=plugins) for right in (path, path.read_text(encoding="utf-8"), plan)
    )

    assert fates(by_path) == fates(by_text)
    assert [change.left for change in by_path.changes] == [change.left for change in by_plan.changes]


def test_nothing_of_a_text_is_lost(versions):
    comparison = versions("us-28", "geneva-19")
    read = (UKRAINE / "us-28.txt").read_text(encoding="utf-8")
    kept = [(point.label or "") + point.text for point in comparison.left.points]
    kept += [left.text for left in comparison.not_compared if left.side == "left"]

    assert sorted(re.findall(r"\w", "".join(kept))) == sorted(re.findall(r"\w", read))


def test_a_comparison_is_frozen(versions):
    with pytest.raises(AttributeError):
        versions("us-28", "geneva-19").changes = ()


def test_a_comparison_survives_being_written_and_read(versions):
    comparison = versions("us-28", "geneva-19")

    assert convert(loads(json(comparison)), Comparison) == comparison


def test_a_missing_file(plugins):
    with pytest.raises(SourceError, match=r"nowhere\.txt"):
        compare("nowhere.txt", UKRAINE / "us-28.txt", plugins=plugins)


def test_text_around_the_list_that_differs_is_not_compared(plugins):
    old = "Draft of the island\n\n1. The border is open.\n\n2. Trade is free.\n"
    new = "Draft of the coast\n\n1. The border is open.\n\n2. Trade is free.\n"
    comparison = compare(old, new, plugins=plugins)

    assert not comparison.differs
    assert [(left.side, left.text) for left in comparison.not_compared] == [
        ("left", "Draft of the island"),
        ("right", "Draft of the coast"),
    ]


def test_a_runner_up_is_never_text_that_was_set_aside():
    folder = Path(__file__).parent.parent / "fixtures" / "ukraine"
    comparison = compare(folder / "us-28.txt", folder / "us-28.html")

    assert comparison.not_compared, "the page has text around the list"
    named = [change.runner_up for change in comparison.changes if change.runner_up]
    assert all(name in comparison.left.by_id for other in named for name in other.left)
    assert all(name in comparison.right.by_id for other in named for name in other.right)


def test_a_comparison_says_what_was_asked_of_it(plugins, tmp_path):
    review = tmp_path / "review.toml"
    review.write_text('[[links]]\nverdict = "confirm"\nleft = [{ label = "1" }]\nright = [{ label = "1" }]\n')
    record = SeedRecord(id="gazette", date="2025-12-01", reporter="The Gazette", summary="Disputed.")
    old, new = "1. The truce holds.\n2. The port is open.\n", "1. The truce holds.\n2. The port is closed.\n"

    plain = compare(old, new, plugins=plugins)
    asked = compare(old, new, plugins=plugins, records=iter([record]), review=review, revisions="reject")

    assert plain.options == Options()
    assert asked.options == Options(revisions="reject", review=str(review), records=("gazette",))
    assert "plandiff" in [each.distribution for each in asked.plugins]
