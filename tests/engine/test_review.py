"""What a person says of the links is obeyed, and every promise about links still holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.engine.align import align
from plandiff.engine.anchors import Anchors
from plandiff.engine.cited import Cited
from plandiff.engine.outline import outline
from plandiff.engine.review import overrule
from plandiff.model import Anchor, Block, Document, Link, Plan, Review, ReviewEntry

OLD = """
    1. The sovereignty of the island is confirmed.
    2. The coast guard is limited to 600 personnel and carries no heavy weapons.
    3. All parties receive a full amnesty for their acts during the dispute.
    4. A humanitarian committee is formed:
       (a) prisoners of war are exchanged at once, all for all;
       (b) separated families are brought together under a common programme;
       (c) the victims receive relief from a fund of the neighbouring states.
    5. Elections are held on the island in 100 days.
"""
NEW = """
    1. The sovereignty of the island is confirmed.
    2. Elections are held on the island as soon as possible.
    3. A humanitarian committee is formed:
       (a) prisoners of war are exchanged at once, all for all;
       (b) separated families are brought together under a common programme.
    4. The victims receive relief from a fund of the neighbouring states.
    5. The coast guard is limited to 800 personnel and carries no heavy weapons.
    6. The harbour is rebuilt by an international company.
"""


def entry(verdict: str, left: str = "", right: str = "", to: str | None = None) -> ReviewEntry:
    """An entry by labels alone, set apart by blanks."""
    return ReviewEntry(
        verdict=verdict,
        left=tuple(Anchor(label=label) for label in left.split()),
        right=tuple(Anchor(label=label) for label in right.split()),
        to=None if to is None else tuple(to.split()),
    )


def said(links: tuple[Link, ...], left: Plan, right: Plan) -> list[str]:
    """The links as "2 → 5", each followed by those of its parts that cross to another label."""
    old, new = Cited(left), Cited(right)

    def cite(link: Link) -> str:
        lefts = ", ".join(old.name(left.by_id[each]) for each in link.left)
        rights = ", ".join(new.name(right.by_id[each]) for each in link.right)
        return f"{lefts or '–'} → {rights or '–'}"

    return [line for link in links for line in (cite(link), *(f"  {cite(part)}" for part in link.parts))]


@pytest.fixture
def judge(plan: Callable[..., Plan]) -> Callable[..., tuple[list[str], list[str]]]:
    """What some entries do to the links of OLD and NEW: lines that go, with "-", and that come, with "+"."""

    def run(*entries: ReviewEntry) -> tuple[list[str], list[str]]:
        left, right = plan(OLD), plan(NEW)
        links = align(left, right)
        ruled, remarks = overrule(links, left, right, Review(name="r.toml", links=entries))
        hold(links, ruled)
        before, after = said(links, left, right), said(ruled, left, right)
        gone = [f"-{line.strip()}" for line in before if line not in after]
        return gone + [f"+{line.strip()}" for line in after if line not in before], list(remarks)

    return run


def hold(before: tuple[Link, ...], after: tuple[Link, ...]) -> None:
    """Every top-level point stands in one link, every provision in one part, as before."""
    for side in ("left", "right"):
        tops = [each for link in after for each in getattr(link, side)]
        parts = [each for link in after for part in link.parts for each in getattr(part, side)]
        assert sorted(tops) == sorted(each for link in before for each in getattr(link, side))
        assert len(parts) == len(set(parts))
        assert _provisions(after, side) == _provisions(before, side)


def _provisions(links: tuple[Link, ...], side: str) -> set[str]:
    return {each for link in links for one in (link, *link.parts) for each in getattr(one, side)}


def test_the_links_to_be_judged(plan):
    left, right = plan(OLD), plan(NEW)

    assert said(align(left, right), left, right) == [
        "1 → 1",
        "2 → 5",
        "3 → –",
        "4 → 3, 4",
        "  4 → 3",
        "  4(a) → 3(a)",
        "  4(b) → 3(b)",
        "  4(c) → 4",
        "5 → 2",
        "– → 6",
    ]


# ---------------------------------------------------------------- the verdicts


def test_a_confirmed_link_is_sure(plan):
    left, right = plan(OLD), plan(NEW)

    links, remarks = overrule(
        align(left, right), left, right, Review(name="r.toml", links=(entry("confirm", "5", "2"),))
    )

    link = next(link for link in links if link.left == ("5",))
    assert (link.score, link.reason, link.runner_up) == (1.0, "confirmed in r.toml", None)
    assert remarks == ("review: 1 link confirmed by hand",)


def test_a_confirmed_link_is_kept_where_the_texts_say_otherwise(judge):
    assert judge(entry("confirm", "4", "3")) == (
        ["-4 → 3, 4", "-4(c) → 4", "+4 → 3", "+4(c) → –", "+– → 4"],
        ["review: 4 → 3 kept as confirmed by hand"],
    )


def test_a_broken_link_leaves_a_point_dropped_and_one_added(judge):
    assert judge(entry("break", "5", "2")) == (
        ["-5 → 2", "+5 → –", "+– → 2"],
        ["review: 5 → 2 taken apart by hand"],
    )


def test_a_broken_link_takes_its_sub_points_along(judge):
    changes, _ = judge(entry("break", "4", "3 4"))

    assert changes[:1] == ["-4 → 3, 4"]
    assert {"+4 → –", "+4(a) → –", "+– → 3", "+– → 3(a)", "+– → 4"} <= set(changes)


def test_one_side_of_a_split_is_broken_off(judge):
    assert judge(entry("break", "4", "4"))[0] == ["-4 → 3, 4", "-4(c) → 4", "+4 → 3", "+4(c) → –", "+– → 4"]


def test_a_broken_sub_point_link_undoes_the_split_it_was_the_ground_of(judge):
    assert judge(entry("break", "4(c)", "4")) == (
        ["-4 → 3, 4", "-4(c) → 4", "+4 → 3", "+4(c) → –", "+– → 4"],
        ["review: 4(c) → 4 taken apart by hand"],
    )


def test_a_set_link_is_made_and_the_partner_it_is_taken_from_is_alone(judge):
    assert judge(entry("set", "3", to="5")) == (
        ["-2 → 5", "-3 → –", "+2 → –", "+3 → 5"],
        ["review: 3 → 5 set by hand"],
    )


def test_an_added_point_is_set_from_the_newer_side(judge):
    assert judge(entry("set", right="6", to="3"))[0] == ["-3 → –", "-– → 6", "+3 → 6"]


def test_points_are_set_to_nothing(judge):
    assert judge(entry("set", "2", "5", to=""))[0] == ["-2 → 5", "+2 → –", "+– → 5"]


def test_two_entries_that_share_a_point_make_a_merge(judge):
    changes, remarks = judge(entry("confirm", "2", "5"), entry("set", "3", to="5"))

    assert changes == ["-2 → 5", "-3 → –", "+2, 3 → 5"]
    assert remarks == ["review: 3 → 5 set by hand", "review: 1 link confirmed by hand"]


def test_a_sub_point_set_elsewhere_takes_the_lone_point_into_its_link(judge):
    changes, _ = judge(entry("set", "4(c)", to="6"))

    assert changes == ["-4 → 3, 4", "-4(c) → 4", "-– → 6", "+4 → 3, 6", "+4(c) → 6", "+– → 4"]


def test_a_link_set_anew_has_its_sub_points_matched(plan):
    left = plan("""
        1. The committee meets monthly:
           (a) prisoners of war are exchanged at once;
           (b) the harbour is rebuilt by a company.
        2. The border stays where the river runs today.
    """)
    right = plan("""
        1. The border stays where the river runs today.
        2. Under a neutral chair these duties are shared out among the guarantors of the peace:
           (a) prisoners of war are exchanged at once;
           (b) a museum is opened.
    """)
    review = Review(links=(entry("break", "1", "2"), entry("set", "1", to="2")))

    links, _ = overrule(align(left, right), left, right, review)

    assert "  1(a) → 2(a)" in said(links, left, right)
    assert next(link for link in links if link.left == ("1",)).right == ("2",)


# ---------------------------------------------------------------- entries that do not apply


def test_an_entry_whose_point_is_gone_is_reported_with_its_place(judge):
    assert judge(entry("open", "1", "1"), entry("confirm", "9", "2")) == (
        [],
        ["review: links[1], 9 → 2, no longer applies: 9 is not found in the older version"],
    )


def test_a_link_to_break_that_is_none_is_reported(judge):
    assert judge(entry("break", "1", "6")) == (
        [],
        ["review: links[0], 1 → 6, no longer applies: they are not linked"],
    )


def test_open_entries_that_are_gone_are_counted(judge):
    assert judge(entry("open", "8", "2"), entry("open", "9", "3")) == (
        [],
        ["review: 2 open entries have points that are not found in these versions"],
    )


def test_entries_that_contradict_each_other_are_reported(judge):
    changes, remarks = judge(entry("confirm", "3"), entry("set", "3", to="6"))

    assert "+3 → 6" in changes
    assert "review: links[0], 3 → –, is overruled by another entry of the file" in remarks


# ---------------------------------------------------------------- renumbered versions

LATER = """
    1. Preparations begin on the first of May.
    2. The sovereignty of the island is confirmed.
    3. Elections are held on the island as soon as possible.
    4. A humanitarian committee is formed:
       (a) prisoners of war are exchanged at once, all for all;
       (b) separated families are brought together under a common programme.
    5. The victims receive relief from a fund of the neighbouring states.
    6. The coast guard is limited to 800 personnel and carries no heavy weapons.
    7. The harbour is rebuilt by an international company of the five states.
"""


def test_verdicts_hold_in_a_renumbered_version(plan):
    left, right, later = plan(OLD), plan(NEW), plan(LATER)
    old, new = Anchors(left), Anchors(right)
    amnesty, elections = old.anchor("3", part=False), old.anchor("5", part=False)
    harbour, polls = new.anchor("6", part=False), new.anchor("2", part=False)
    review = Review(
        links=(
            ReviewEntry(verdict="break", left=(elections,), right=(polls,)),
            # The label in `to` is that of the file, where the entry below anchors it.
            ReviewEntry(verdict="set", left=(amnesty,), to=("6",)),
            ReviewEntry(right=(harbour,)),
        )
    )

    links, remarks = overrule(align(left, later), left, later, review)

    assert {"3 → 7", "5 → –", "– → 3"} <= set(said(links, left, later))
    assert remarks == ("review: 5 → 3 taken apart by hand", "review: 3 → 7 set by hand")


# ---------------------------------------------------------------- properties

SENTENCES = [
    "The border follows the river.",
    "The harbour is rebuilt by a company.",
    "Prisoners go home at once.",
    "Elections are held in 100 days.",
    "The fleet stays in its ports.",
    "Families are brought together.",
]

plans = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.lists(st.sampled_from(SENTENCES), max_size=2)),
    min_size=1,
    max_size=5,
)
verdicts = st.lists(
    st.tuples(
        st.sampled_from(["open", "confirm", "break", "set"]),
        st.lists(st.integers(0, 12), max_size=2),
        st.lists(st.integers(0, 12), max_size=2),
    ),
    max_size=4,
)


def make(points: list[tuple[str, list[str]]]) -> Plan:
    blocks = []
    for number, (text, inner) in enumerate(points, start=1):
        blocks.append(Block(text=text, label=str(number), level=1))
        blocks += [Block(text=each, label=f"({'ab'[n]})", level=2) for n, each in enumerate(inner)]
    return outline(Document(format="list", blocks=tuple(blocks), listed=True), name="plan")


@given(plans, plans, verdicts)
def test_whatever_is_said_every_point_keeps_one_place(old, new, sayings):
    left, right = make(old), make(new)
    names = [[Cited(plan).name(point) for point in plan.points] for plan in (left, right)]

    def anchors(side: int, numbers: list[int]) -> tuple[Anchor, ...]:
        return tuple(Anchor(label=names[side][number % len(names[side])]) for number in numbers)

    entries = [
        ReviewEntry(
            verdict=verdict,
            left=anchors(0, lefts),
            right=anchors(1, rights),
            to=tuple(anchor.label for anchor in anchors(1 if lefts else 0, rights)),
        )
        for verdict, lefts, rights in sayings
    ]
    links = align(left, right)

    ruled, _ = overrule(links, left, right, Review(links=tuple(entries)))

    hold(links, ruled)


@given(plans, plans)
def test_a_review_without_verdicts_changes_nothing(old, new):
    left, right = make(old), make(new)
    links = align(left, right)
    anchors = Anchors(left), Anchors(right)
    entries = tuple(
        ReviewEntry(
            left=tuple(anchors[0].anchor(each, part=False) for each in link.left),
            right=tuple(anchors[1].anchor(each, part=False) for each in link.right),
        )
        for link in links
    )

    assert overrule(links, left, right, Review()) == (links, ())
    assert overrule(links, left, right, Review(links=entries))[0] == links
