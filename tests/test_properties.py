"""What holds of every pair of plans: nothing vanishes, sides mirror, texts are rebuilt, runs repeat."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.engine.align import align
from plandiff.engine.describe import describe
from plandiff.engine.outline import outline
from plandiff.model import Block, Change, Document, Plan

SENTENCES = [
    "The parties confirm that the island is a sovereign state.",
    "The strength of the armed forces shall be limited to 600,000 personnel.",
    "The island will not become a member of the alliance.",
    "Frozen assets of USD 100 billion are paid into a fund for the harbour.",
    "The nuclear power plant is started again under the supervision of the agency.",
    "Elections shall be held within 100 days of the signature.",
    "Every party receives a full amnesty for its acts during the war.",
    "The coast shall not hinder navigation on the river.",
    "The ceasefire takes effect after both sides have withdrawn.",
    "Further agreements secure the transport of grain across the sea.",
    "Both countries introduce programmes of education that foster tolerance.",
    "A council headed by the mediator monitors the implementation.",
    "Prisoners are exchanged on the principle of all for all.",
    "Sanctions are lifted in stages, case by case.",
    "The line of contact is monitored from space by 24 November 2025.",
    "The parties shall settle their disputes by peaceful means.",
    "[To be settled by the two presidents.]",
    "The parties shall meet.",
]

# ---------------------------------------------------------------- plans and their edited versions

Shape = tuple[str, tuple[str, ...]]
"""A point: its own text and the texts of its sub-points."""

SENTENCE = st.sampled_from(SENTENCES)
POINT = st.tuples(
    st.lists(SENTENCE, min_size=1, max_size=2).map(" ".join),
    st.just(()) | st.lists(SENTENCE, max_size=3).map(tuple),
)
PLANS = st.lists(POINT, min_size=1, max_size=7)


@st.composite
def without_repeats(draw: st.DrawFn) -> list[Shape]:
    """A plan that says nothing twice."""
    left = draw(st.permutations(SENTENCES))
    points: list[Shape] = []
    for _ in range(draw(st.integers(1, 6))):
        text = " ".join(left.pop() for _ in range(draw(st.integers(1, 2))))
        points.append((text, tuple(left.pop() for _ in range(draw(st.integers(0, 1))))))
    return points


REPLACED = {
    "600,000": "800,000",
    "shall": "may",
    "100": "60",
    "not ": "",
    "the": "this",
    "island": "republic",
}


@st.composite
def edited(draw: st.DrawFn, plan: list[Shape], most: int) -> list[Shape]:
    """The plan after a few of the things that drafters do, up to `most`."""
    points = list(plan)
    for _ in range(draw(st.integers(0, most))):
        at = draw(st.integers(0, len(points) - 1))
        text, inner = points[at]
        match draw(st.sampled_from(["drop", "add", "move", "replace", "split", "merge", "lift"])):
            case "drop" if len(points) > 1:
                del points[at]
            case "add":
                points.insert(at, (draw(SENTENCE), ()))
            case "move":
                points.insert(draw(st.integers(0, len(points) - 1)), points.pop(at))
            case "replace":
                old = draw(st.sampled_from(sorted(REPLACED)))
                points[at] = (text.replace(old, REPLACED[old]) or text, inner)
            case "split" if ". " in text:
                first, second = text.split(". ", 1)
                points[at : at + 1] = [(first + ".", inner), (second, ())]
            case "merge" if at + 1 < len(points):
                points[at : at + 2] = [(f"{text} {points[at + 1][0]}", inner + points[at + 1][1])]
            case "lift" if inner:
                points[at : at + 1] = [(text, inner[:-1]), (inner[-1], ())]
    return points


def plan(points: list[Shape], name: str, *, numbers: bool = True) -> Plan:
    lines = []
    for number, (text, inner) in enumerate(points, 1):
        lines.append(f"{number}. {text}" if numbers else text)
        lines += [f"({letter}) {part}" for letter, part in zip("abcdefghijkl", inner, strict=False)]
    blocks = tuple(Block(text=line, line=number) for number, line in enumerate(lines, 1))
    return outline(Document(format="plain text", blocks=blocks), name=name)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan and its edited version, now and then without numbers, or another plan altogether."""
    points = draw(PLANS | without_repeats())
    other = draw(edited(points, 4)) if draw(st.integers(0, 4)) else draw(PLANS)
    numbers = draw(st.sampled_from([True, True, True, False]))
    return plan(points, "old"), plan(other, "new", numbers=numbers)


def changes(left: Plan, right: Plan) -> tuple[Change, ...]:
    return describe(align(left, right), left, right)


def all_of(found: tuple[Change, ...]) -> Iterator[Change]:
    for change in found:
        yield change
        yield from all_of(change.parts)


# ---------------------------------------------------------------- every point has one fate


def due(plan: Plan, linked: Counter[str]) -> Counter[str]:
    """The provisions that must have a fate: all but text around the list that found no counterpart."""
    return Counter(p.id for p in plan.points if p.role != "surrounding" or p.id in linked)


@given(pairs())
def test_every_point_and_every_provision_has_one_fate(pair):
    found = changes(*pair)
    leaves = [leaf for change in found for leaf in change.leaves()]
    for plan, side in zip(pair, ("left", "right"), strict=True):
        tops = Counter(name for change in found for name in getattr(change, side))
        provisions = Counter(name for leaf in leaves for name in getattr(leaf, side))

        assert tops == due(plan, tops) & Counter(point.id for point in plan.top)
        assert provisions == due(plan, provisions)


def test_a_stem_that_joins_another_point_has_one_fate():
    disputes, assets, forces = SENTENCES[15], SENTENCES[3], SENTENCES[1]
    both = f"{SENTENCES[12]} {SENTENCES[2]}"
    left = plan([(disputes, (assets, forces)), (both, ())], "old")
    right = plan(
        [(forces, ()), (f"{both.replace('the', 'this')} {disputes.replace('shall', 'may')}", (assets,))], "new"
    )
    leaves = [leaf for change in changes(left, right) for leaf in change.leaves()]

    assert Counter(name for leaf in leaves for name in leaf.left) == Counter(["1", "1.a", "1.b", "2"])
    assert Counter(name for leaf in leaves for name in leaf.right) == Counter(["1", "2", "2.a"])


@given(pairs())
def test_the_kind_is_that_of_the_sides(pair):
    left, right = pair
    for change in all_of(changes(left, right)):
        sides = (len(change.left), len(change.right))
        assert {
            "unchanged": sides == (1, 1),
            "modified": sides == (1, 1),
            "split": sides[0] == 1 and sides[1] > 1,
            "merged": sides[0] > 1 and sides[1] == 1,
            "regrouped": min(sides) > 1,
            "added": sides == (0, 1),
            "dropped": sides == (1, 0),
        }[change.kind]
        assert 0 <= change.score <= 1
        assert change.reason
        assert not change.moved or sides == (1, 1)


@given(pairs())
def test_edits_rebuild_both_texts(pair):
    left, right = pair
    for change in changes(left, right):
        for deep, one in [(True, change), *((False, part) for part in change.parts)]:
            old = "".join(edit.text for edit in one.edits if edit.op != "insert")
            new = "".join(edit.text for edit in one.edits if edit.op != "delete")
            assert old == left.text_of(one.left, deep=deep)
            assert new == right.text_of(one.right, deep=deep)


# ---------------------------------------------------------------- a plan and itself, and the sides exchanged


@given(PLANS)
def test_a_plan_against_itself_is_unchanged(points):
    same = plan(points, "plan")

    for change in all_of(changes(same, same)):
        assert (change.kind, change.left, change.moved, change.renumbered) == (
            "unchanged",
            change.right,
            False,
            False,
        )


MIRRORED = {"split": "merged", "merged": "split", "added": "dropped", "dropped": "added"}


@st.composite
def steps(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan that says nothing twice, and the same after one step of drafting."""
    points = draw(without_repeats())
    return plan(points, "old"), plan(draw(edited(points, 1)), "new")


@given(steps())
def test_exchanged_sides_mirror(pair):
    left, right = pair
    there = Counter((c.kind, c.moved, c.left, c.right) for c in all_of(changes(left, right)))
    back = Counter((MIRRORED.get(c.kind, c.kind), c.moved, c.right, c.left) for c in all_of(changes(right, left)))

    assert there == back


# ---------------------------------------------------------------- the same run twice

PROBE = """
import sys
from plandiff import compare
from plandiff.render.json import json
sys.stdout.write(json(compare(sys.argv[1], sys.argv[2])))
"""


@pytest.mark.parametrize(("old", "new"), [("us-28", "geneva-19"), ("e3-28", "kyiv-20")])
def test_the_report_does_not_depend_on_the_hash_seed(old, new):
    folder = Path(__file__).parent.parent / "fixtures" / "ukraine"
    reports = {
        subprocess.run(
            [sys.executable, "-c", PROBE, folder / f"{old}.txt", folder / f"{new}.txt"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2", "30")
    }

    assert len(reports) == 1
    assert json.loads(reports.pop())["changes"]
