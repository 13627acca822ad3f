"""Two short plans, and what became of every point: `2 → 3 unchanged renumbered`.

Labels stand for points; `–` is nobody. Points follow the left plan, those without a left side come last. The
lines of sub-points are indented below those of their point.
"""

from __future__ import annotations

from textwrap import dedent

import pytest

from plandiff.engine.align import align
from plandiff.engine.describe import describe
from plandiff.engine.outline import outline
from plandiff.model import Block, Change, Document, Plan

SOVEREIGN = "The parties confirm that the island is a sovereign state and that its borders are inviolable."
FORCES = "The strength of the armed forces of the island shall be limited to 600,000 personnel."
ALLIANCE = "The island shall write into its constitution that it will not become a member of the alliance."
ASSETS = "The frozen assets of the coast shall be paid into a fund for the reconstruction of the harbour."
PLANT = "The nuclear power plant shall be started again under the supervision of the atomic agency."
VOTE = "The island shall hold elections within 100 days of the signature of this agreement."
AMNESTY = "Every party involved in the dispute receives a full amnesty for its acts during the war."
RIVER = "The coast shall not hinder the island from using the river for commercial navigation."
TRUCE = "The ceasefire takes effect at once after both sides have withdrawn to the agreed points."
GRAIN = "Further agreements shall secure the free transport of grain across the northern sea."
SCHOOLS = "Both countries shall introduce programmes in schools that foster tolerance and understanding."
COUNCIL = "A peace council headed by the mediator shall monitor the implementation of the agreement."


def numbered(*texts: str, start: int = 1) -> str:
    return "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, start))


@pytest.fixture
def fates(plan):
    """The changes of two texts, as lines."""

    def run(old: str, new: str) -> str:
        left, right = plan(old), plan(new)
        return "\n".join(lines(describe(align(left, right), left, right), left, right))

    return run


def lines(changes: tuple[Change, ...], left: Plan, right: Plan, indent: str = "") -> list[str]:
    found = []
    for change in changes:
        flags = [name for name in ("moved", "renumbered") if getattr(change, name)]
        sides = f"{names(change.left, left)} → {names(change.right, right)}"
        found.append(indent + " ".join([sides, change.kind, *flags]))
        found += lines(change.parts, left, right, indent + "  ")
    return found


def names(ids: tuple[str, ...], plan: Plan) -> str:
    return ", ".join(".".join(plan.by_id[name].path) for name in ids) or "–"


def holds(found: str, expected: str) -> None:
    assert found == dedent(expected).strip("\n")


# ---------------------------------------------------------------- one to one


def test_the_same_text(fates):
    plan = numbered(SOVEREIGN, FORCES, ALLIANCE)

    holds(fates(plan, plan), "1 → 1 unchanged\n2 → 2 unchanged\n3 → 3 unchanged")


def test_white_space_quotes_and_dashes_are_no_change(fates):
    old = numbered("The 'zone' – or area – is\n   open.", ASSETS)
    new = numbered("The ‘zone’ - or area - is open.", ASSETS)

    holds(fates(old, new), "1 → 1 unchanged\n2 → 2 unchanged")


def test_another_dress_of_the_number_is_no_other_number(fates):
    holds(
        fates(f"1. {SOVEREIGN}\n\n2. {FORCES}", f"(1) {SOVEREIGN}\n\n(2) {FORCES}"),
        "1 → 1 unchanged\n2 → 2 unchanged",
    )


def test_another_figure_is_a_change(fates):
    holds(
        fates(numbered(SOVEREIGN, FORCES, VOTE), numbered(SOVEREIGN, FORCES.replace("600", "800"), VOTE)),
        "1 → 1 unchanged\n2 → 2 modified\n3 → 3 unchanged",
    )


def test_a_point_may_be_reworded(fates):
    new = "Within 100 days of the signature, elections shall take place on the island and in its harbours."

    holds(
        fates(numbered(SOVEREIGN, VOTE, PLANT), numbered(SOVEREIGN, new, PLANT)),
        "1 → 1 unchanged\n2 → 2 modified\n3 → 3 unchanged",
    )


def test_a_point_goes_and_those_below_are_renumbered_not_moved(fates):
    holds(
        fates(numbered(SOVEREIGN, AMNESTY, PLANT, VOTE), numbered(SOVEREIGN, PLANT, VOTE)),
        """
        1 → 1 unchanged
        2 → – dropped
        3 → 2 unchanged renumbered
        4 → 3 unchanged renumbered
        """,
    )


def test_a_point_comes_and_those_below_are_renumbered_not_moved(fates):
    holds(
        fates(numbered(SOVEREIGN, PLANT, VOTE), numbered(SOVEREIGN, COUNCIL, PLANT, VOTE)),
        """
        1 → 1 unchanged
        2 → 3 unchanged renumbered
        3 → 4 unchanged renumbered
        – → 2 added
        """,
    )


def test_a_gap_that_is_kept_renumbers_nothing(fates):
    old = numbered(SOVEREIGN, AMNESTY, PLANT)
    new = f"1. {SOVEREIGN}\n\n3. {PLANT}"

    holds(fates(old, new), "1 → 1 unchanged\n2 → – dropped\n3 → 3 unchanged")


def test_a_point_that_changed_its_place_moved(fates):
    old = numbered(SOVEREIGN, FORCES, ALLIANCE, PLANT, VOTE)
    new = numbered(SOVEREIGN, VOTE, FORCES, ALLIANCE, PLANT)

    holds(
        fates(old, new),
        """
        1 → 1 unchanged
        2 → 3 unchanged renumbered
        3 → 4 unchanged renumbered
        4 → 5 unchanged renumbered
        5 → 2 unchanged moved renumbered
        """,
    )


def test_a_point_that_moved_and_was_changed(fates):
    old = numbered(SOVEREIGN, FORCES, ALLIANCE, PLANT, VOTE)
    new = numbered(SOVEREIGN, ALLIANCE, PLANT, VOTE, FORCES.replace("600,000", "800,000"))

    assert "2 → 5 modified moved renumbered" in fates(old, new)


def test_a_point_that_moved_says_the_same_of_somebody_else(fates):
    police = "France trains the new police force of the island."
    holds(
        fates(numbered(SOVEREIGN, FORCES, police), numbered(police.replace("France", "Italy"), SOVEREIGN, FORCES)),
        """
        1 → 2 unchanged renumbered
        2 → 3 unchanged renumbered
        3 → 1 modified moved renumbered
        """,
    )


def test_where_a_plan_says_the_same_of_many_one_of_them_goes_and_another_comes(fates):
    old, new = (
        [f"The ferry calls at the harbour of {name} twice a day." for name in names]
        for names in (("Alba", "Borea", "Cedra"), ("Dorna", "Alba", "Borea"))
    )
    holds(
        fates(numbered(*old, SOVEREIGN), numbered(*new, SOVEREIGN)),
        """
        1 → 2 unchanged renumbered
        2 → 3 unchanged renumbered
        3 → – dropped
        4 → 4 unchanged
        – → 1 added
        """,
    )


def test_of_two_that_changed_places_the_shorter_moved(fates):
    old = numbered(f"{SOVEREIGN} {ASSETS}", "Trade on the river is free.")
    new = numbered("Trade on the river is free.", f"{SOVEREIGN} {ASSETS}")

    holds(fates(old, new), "1 → 2 unchanged renumbered\n2 → 1 unchanged moved renumbered")


def test_what_leaves_a_section_has_moved_and_not_the_heading(fates):
    old = f"Article 1. Rights\n\n1.1 {SOVEREIGN}\n\n1.2 {RIVER}\n\nArticle 2. Duties\n\n2.1 {PLANT}"
    new = f"Article 1. Rights\n\n1.1 {SOVEREIGN}\n\nArticle 2. Duties\n\n2.1 {RIVER}\n\n2.2 {PLANT}"
    moved = [line.strip() for line in fates(old, new).splitlines() if " moved" in line]

    assert moved == ["1.2 → 2.1 unchanged moved renumbered"]


def test_a_plan_reversed_has_only_moved(fates):
    texts = (SOVEREIGN, FORCES, ALLIANCE, PLANT, VOTE)
    found = fates(numbered(*texts), numbered(*reversed(texts))).splitlines()

    assert [line.split(" ")[:4] for line in found] == [[str(n), "→", str(6 - n), "unchanged"] for n in range(1, 6)]
    assert sum(" moved" in line for line in found) == 4


def test_a_number_is_used_again_for_other_content(fates):
    old = numbered(SOVEREIGN, AMNESTY, PLANT)
    new = numbered(SOVEREIGN, COUNCIL, PLANT)

    holds(
        fates(old, new),
        """
        1 → 1 unchanged
        2 → – dropped
        3 → 3 unchanged
        – → 2 added
        """,
    )


def test_every_number_is_used_again(fates):
    old, new = numbered(SOVEREIGN, FORCES, PLANT), numbered(VOTE, RIVER, SCHOOLS, COUNCIL)
    found = fates(old, new).splitlines()

    assert sorted(found) == sorted(
        [*(f"{n} → – dropped" for n in (1, 2, 3)), *(f"– → {n} added" for n in (1, 2, 3, 4))]
    )


def test_an_inserted_point_takes_the_number_of_the_one_it_pushes_down(fates):
    old = numbered(FORCES, PLANT, VOTE, TRUCE)
    new = numbered(FORCES.replace("600,000", "800,000"), COUNCIL, PLANT, VOTE + " They are free.", TRUCE)

    holds(
        fates(old, new),
        """
        1 → 1 modified
        2 → 3 unchanged renumbered
        3 → 4 modified renumbered
        4 → 5 unchanged renumbered
        – → 2 added
        """,
    )


# ---------------------------------------------------------------- split, merged, regrouped


def test_a_point_splits_into_neighbours(fates):
    holds(
        fates(numbered(SOVEREIGN, f"{RIVER} {GRAIN}", PLANT), numbered(SOVEREIGN, RIVER, GRAIN, PLANT)),
        """
        1 → 1 unchanged
        2 → 2, 3 split
        3 → 4 unchanged renumbered
        """,
    )


def test_a_point_splits_into_distant_points(fates):
    old = numbered(SOVEREIGN, f"{RIVER} {GRAIN}", PLANT, VOTE)
    new = numbered(SOVEREIGN, RIVER, PLANT, VOTE, GRAIN)

    assert "2 → 2, 5 split" in fates(old, new).splitlines()


def test_a_heading_that_was_cut_off_belongs_to_its_point(fates):
    old = numbered(SOVEREIGN, f"Free navigation.\n{RIVER}", PLANT)
    new = numbered(SOVEREIGN, "Free navigation.", RIVER, PLANT)

    assert "2 → 2, 3 split" in fates(old, new).splitlines()


def test_of_two_points_alike_in_length_the_same_one_moved_from_either_side(fates):
    one, other = "Boats carry grain freely.", "Trains bring coal daily."

    assert [
        [line[:1] for line in fates(*texts).splitlines() if line.endswith("moved renumbered")]
        for texts in ((numbered(one, other), numbered(other, one)), (numbered(other, one), numbered(one, other)))
    ] in ([["1"], ["2"]], [["2"], ["1"]])


def test_neighbours_merge(fates):
    holds(
        fates(numbered(SOVEREIGN, RIVER, GRAIN, PLANT), numbered(SOVEREIGN, f"{RIVER} {GRAIN}", PLANT)),
        """
        1 → 1 unchanged
        2, 3 → 2 merged
        4 → 3 unchanged renumbered
        """,
    )


def test_distant_points_merge(fates):
    old = numbered(SOVEREIGN, RIVER, PLANT, VOTE, GRAIN)
    new = numbered(SOVEREIGN, f"{RIVER} {GRAIN}", PLANT, VOTE)

    assert "2, 5 → 2 merged" in fates(old, new).splitlines()


def test_points_that_merge_may_be_reworded(fates):
    both = RIVER.replace("not hinder", "permit") + " " + GRAIN.replace("Further agreements", "A protocol")

    assert "2, 3 → 2 merged" in fates(numbered(SOVEREIGN, RIVER, GRAIN), numbered(SOVEREIGN, both)).splitlines()


def test_points_that_merge_beside_others_that_go(fates):
    old = numbered(SOVEREIGN, RIVER, AMNESTY, GRAIN, PLANT)
    new = numbered(SOVEREIGN, f"{RIVER} {GRAIN}", PLANT)

    holds(
        fates(old, new),
        """
        1 → 1 unchanged
        2, 4 → 2 merged
        3 → – dropped
        5 → 3 unchanged renumbered
        """,
    )


def test_two_points_become_three_others(fates):
    old = numbered(SOVEREIGN, f"{RIVER} {GRAIN}", f"{SCHOOLS} {COUNCIL}", PLANT)
    new = numbered(SOVEREIGN, RIVER, f"{GRAIN} {SCHOOLS}", COUNCIL, PLANT)
    found = fates(old, new).splitlines()

    assert found[0] == "1 → 1 unchanged"
    assert found[-1] == "4 → 5 unchanged renumbered"
    assert "2, 3 → 2, 3, 4 regrouped" in found


# ---------------------------------------------------------------- sub-points

COMMITTEE = """\
{n}. A humanitarian committee shall be set up for the questions that remain:
    (a) Prisoners and the bodies of the dead are exchanged on the principle of all for all.
    (b) Civilian detainees and hostages return home, children among them.
    (c) A programme brings separated families together again.
"""
RELIEF = "Measures are taken to relieve the suffering of the victims of the conflict."


def test_a_sub_point_becomes_a_point_whose_number_was_another(fates):
    old = "\n".join(
        [COMMITTEE.format(n=24) + f"    (d) {RELIEF}\n", f"25. {VOTE}\n", f"26. {AMNESTY}\n", f"27. {PLANT}"]
    )
    new = "\n".join([COMMITTEE.format(n=24), f"25. {VOTE}\n", f"26. {RELIEF}\n", f"27. {PLANT}"])

    holds(
        fates(old, new),
        """
        24 → 24, 26 split
          24 → 24 unchanged
          24.a → 24.a unchanged
          24.b → 24.b unchanged
          24.c → 24.c unchanged
          24.d → 26 unchanged moved renumbered
        25 → 25 unchanged
        26 → – dropped
        27 → 27 unchanged
        """,
    )


def test_a_sub_point_goes_and_those_below_are_renumbered(fates):
    new = COMMITTEE.format(n=1).replace(
        "    (b) Civilian detainees and hostages return home, children among them.\n", ""
    )

    holds(
        fates(COMMITTEE.format(n=1), new.replace("(c)", "(b)")),
        """
        1 → 1 modified
          1 → 1 unchanged
          1.a → 1.a unchanged
          1.b → – dropped
          1.c → 1.b unchanged renumbered
        """,
    )


def test_a_sub_point_is_changed(fates):
    new = COMMITTEE.format(n=1).replace("all for all", "one for one, within 30 days")

    holds(
        fates(COMMITTEE.format(n=1), new),
        """
        1 → 1 modified
          1 → 1 unchanged
          1.a → 1.a modified
          1.b → 1.b unchanged
          1.c → 1.c unchanged
        """,
    )


def test_sub_points_change_places(fates):
    lines = COMMITTEE.format(n=1).splitlines()
    lines[1], lines[2] = lines[2].replace("(b)", "(a)"), lines[1].replace("(a)", "(b)")
    found = fates(COMMITTEE.format(n=1), "\n".join(lines)).splitlines()

    assert found[0] == "1 → 1 modified"
    assert "  1.a → 1.b unchanged renumbered" in found
    assert "  1.b → 1.a unchanged moved renumbered" in found


def test_a_sub_point_moves_to_another_point(fates):
    steps = "The coast returns to the common market by these steps:"
    old = f"{COMMITTEE.format(n=1)}    (d) {RELIEF}\n\n2. {steps}\n    (a) Tariffs fall.\n    (b) Ports open."
    new = f"{COMMITTEE.format(n=1)}\n2. {steps}\n    (a) Tariffs fall.\n    (b) Ports open.\n    (c) {RELIEF}"

    assert "  1.d → 2.c unchanged renumbered" in fates(old, new).replace(" moved", "").splitlines()


def test_points_become_the_sub_points_of_one(fates):
    new = f"1. {SOVEREIGN}\n\n2. Trade and transport:\n    (a) {RIVER}\n    (b) {GRAIN}\n\n3. {PLANT}"

    holds(
        fates(numbered(SOVEREIGN, RIVER, GRAIN, PLANT), new),
        """
        1 → 1 unchanged
        2, 3 → 2 merged
          2 → 2.a unchanged renumbered
          3 → 2.b unchanged renumbered
          – → 2 added
        4 → 3 unchanged renumbered
        """,
    )


# ---------------------------------------------------------------- repeated, unnumbered, foreign


def test_repeated_points_keep_their_order(fates):
    reserved = "This point is kept free."
    plan = numbered(SOVEREIGN, reserved, PLANT, reserved, VOTE, reserved)

    holds(fates(plan, plan), "\n".join(f"{n} → {n} unchanged" for n in range(1, 7)))


def test_of_repeated_points_the_one_that_lost_its_place_goes(fates):
    reserved = "This point is kept free."

    holds(
        fates(numbered(SOVEREIGN, reserved, PLANT, reserved, VOTE), numbered(SOVEREIGN, PLANT, reserved, VOTE)),
        """
        1 → 1 unchanged
        2 → – dropped
        3 → 2 unchanged renumbered
        4 → 3 unchanged renumbered
        5 → 4 unchanged renumbered
        """,
    )


def test_a_text_that_lost_its_numbers(fates):
    old = numbered(SOVEREIGN, FORCES, AMNESTY, PLANT)
    new = "\n\n".join([SOVEREIGN, FORCES.replace("600,000", "800,000"), PLANT])

    holds(
        fates(old, new),
        """
        1 → ¶1 unchanged
        2 → ¶2 modified
        3 → – dropped
        4 → ¶3 unchanged
        """,
    )


def test_letters_become_numbers(fates):
    holds(
        fates(f"A. {SOVEREIGN}\n\nB. {PLANT}", f"1. {SOVEREIGN}\n\n2. {PLANT}"),
        "A → 1 unchanged renumbered\nB → 2 unchanged renumbered",
    )


def test_another_language_is_paired_by_what_reads_alike_in_both(plan):
    german = numbered(
        "Die Parteien bestätigen, dass die Insel ein souveräner Staat ist.",
        "Die Stärke der Streitkräfte der Insel wird auf 600.000 Personen begrenzt.",
        "Die Insel hält binnen 100 Tagen Wahlen ab.",
    )
    left, right = plan(numbered(SOVEREIGN, FORCES, VOTE)), plan(german)
    changes = describe(align(left, right), left, right)

    assert sorted(name for change in changes for name in change.left) == ["1", "2", "3"]
    assert sorted(name for change in changes for name in change.right) == ["1", "2", "3"]
    assert all(change.kind in ("modified", "added", "dropped") for change in changes)


def test_what_surrounds_the_list_is_linked_only_to_its_counterpart(plan):
    preamble = "The parties, wishing to end the dispute that has lasted for many years, have agreed as follows:"
    left = plan(f"Draft of the island\n\n{preamble}\n\n{numbered(SOVEREIGN, PLANT)}")
    right = plan(f"Draft of the coast\n\n{preamble}\n\n{numbered(SOVEREIGN, PLANT)}")

    linked = [left.by_id[name].text for link in align(left, right) for name in link.left]

    assert linked == [preamble, SOVEREIGN, PLANT]


def test_what_surrounded_the_list_may_become_a_point_of_it(plan):
    preamble = "The parties, wishing to end the dispute that has lasted for many years, have agreed as follows."
    left = plan(f"{preamble}\n\n{numbered(SOVEREIGN, PLANT)}")
    right = plan(numbered(SOVEREIGN, PLANT, preamble))

    assert {(*link.left, *link.right) for link in align(left, right)} == {("¶1", "3"), ("1", "1"), ("2", "2")}
    assert {(*link.left, *link.right) for link in align(right, left)} == {("3", "¶1"), ("1", "1"), ("2", "2")}


def test_a_title_before_the_text_is_a_heading_where_nothing_follows_it():
    preamble = "The parties, wishing to end the dispute that has lasted for many years, have agreed as follows."
    left = titled("Island accord", preamble, f"1. {SOVEREIGN}", f"2. {PLANT}")
    right = titled("Island accord", f"1. {SOVEREIGN}", f"2. {PLANT}", f"3. {preamble}")

    linked = [left.text_of(link.left) for link in align(left, right) if link.right]

    assert linked == ["Island accord", preamble, SOVEREIGN, PLANT]


def titled(title: str, *texts: str) -> Plan:
    blocks = (Block(text=title, kind="heading", level=1), *(Block(text=text) for text in texts))
    return outline(Document(format="Markdown", blocks=blocks), name=title)


# ---------------------------------------------------------------- score and reason


def test_an_equal_text_is_certain(plan):
    text = plan(numbered(SOVEREIGN, PLANT))

    assert [(link.score, link.reason) for link in align(text, text)] == [(1.0, "same text")] * 2


def test_the_reason_names_what_both_texts_share(plan):
    old, new = (
        numbered(SOVEREIGN, FORCES, PLANT),
        numbered(SOVEREIGN, FORCES.replace("limited to", "at most"), PLANT),
    )
    (link,) = (link for link in align(plan(old), plan(new)) if link.left == ("2",))

    assert "600,000" in link.reason
    assert 0.5 < link.score <= 1


def test_a_point_without_a_counterpart_says_so(plan):
    (_, gone) = align(plan(numbered(SOVEREIGN, AMNESTY)), plan(numbered(SOVEREIGN)))

    assert (gone.right, gone.reason) == ((), "no counterpart")


@pytest.mark.parametrize("texts", [(), (SOVEREIGN,)])
def test_a_plan_without_points_leaves_the_other_alone(plan, texts):
    empty = Plan(name="empty", format="text", sha256="", points=())
    other = plan(numbered(*texts)) if texts else empty

    assert [link.right for link in align(other, empty)] == [()] * len(texts)
    assert [link.left for link in align(empty, other)] == [()] * len(texts)
