"""Issues: a short left, a short right, and where each subject stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from plandiff.engine.issues import issues, touched
from plandiff.model import (
    Change,
    Fact,
    FactChange,
    Finding,
    Ground,
    IssueSpec,
    IssueStatus,
    Kind,
    Plan,
    Point,
    Provenance,
    SeedRecord,
)

SPECS = (
    IssueSpec(id="border", title="Border", cues=("border*", "valley")),
    IssueSpec(id="fleet", title="Fleet", cues=("fleet", "ships")),
    IssueSpec(id="vote", title="Vote", cues=("vote",)),
)

REPORT = SeedRecord(
    id="daily",
    date="2031-05-04",
    reporter="Daily Example",
    summary="The fleet is not settled.",
    versions=("draft-1", "draft-2"),
    about="draft-2",
    open_issues=("fleet",),
)


def plan(version: str, *lines: str) -> Plan:
    """A plan from lines: "6 text", "21(d) text"; "# text" is a heading and "~ text" surrounds the plan."""
    points: list[Point] = []
    heading: str | None = None
    for number, line in enumerate(lines):
        label, _, text = line.partition(" ")
        top, _, letter = label.rstrip(")").partition("(")
        if label == "#":
            heading = f"h{number}"
            points.append(Point(id=heading, label=None, path=(heading,), text=text, role="heading"))
        elif label == "~":
            points.append(Point(id=f"s{number}", label=None, path=("s",), text=text, role="surrounding"))
        elif letter:
            points.append(Point(id=top + letter, label=f"({letter})", path=(top, letter), text=text, parent=top))
        else:
            points.append(Point(id=top, label=top, path=(top,), text=text, parent=heading))
    provenance = Provenance(version=version, title=version)
    return Plan(name=version, format="text", sha256="", points=tuple(points), provenance=provenance)


def link(left: str, right: str, kind: Kind = "modified", *facts: FactChange) -> Change:
    """A change of provisions: ids apart by blanks, an empty side for what was added or dropped."""
    leaf = Change(kind=kind, left=tuple(left.split()), right=tuple(right.split()), score=1, reason="", facts=facts)
    return replace(leaf, parts=(leaf,))


def follow(
    left: Plan,
    right: Plan,
    changes: Sequence[Change],
    records: Sequence[SeedRecord] = (),
    findings: Sequence[Finding] = (),
) -> dict[str, IssueStatus]:
    return {status.id: status for status in issues(changes, left, right, SPECS, records, findings)}


def bracket(point: str, quote: str) -> Finding:
    return Finding(rule="open-brackets", severity="substantive", message="", side="right", point=point, quote=quote)


def test_settled_when_nothing_changed_and_nothing_calls_it_open() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "4 The fleet stays in port.")

    fleet = follow(left, right, [link("1", "4", "unchanged")])["fleet"]

    assert (fleet.status, fleet.left, fleet.right, fleet.grounds) == ("settled", ("1",), ("4",), ())
    assert fleet.was == fleet.now == "The fleet stays in port"


def test_changed_when_the_words_changed() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "1 The fleet goes to sea.")

    fleet = follow(left, right, [link("1", "1")])["fleet"]

    assert (fleet.status, fleet.was, fleet.now) == (
        "changed",
        "The fleet stays in port",
        "The fleet goes to sea",
    )
    assert fleet.grounds == ()


def test_new_and_dropped_have_words_on_one_side_only() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "1 A vote is held.")

    found = follow(left, right, [link("1", "", "dropped"), link("", "1", "added")])

    assert (found["fleet"].status, found["fleet"].was, found["fleet"].now) == (
        "dropped",
        "The fleet stays in port",
        None,
    )
    assert (found["vote"].status, found["vote"].was, found["vote"].now) == ("new", None, "A vote is held")


def test_an_issue_that_neither_plan_speaks_of_has_no_status() -> None:
    left = plan("draft-1", "1 A vote is held.")

    assert list(follow(left, left, [link("1", "1", "unchanged")], [REPORT])) == ["vote"]


def test_the_order_is_that_of_the_packs() -> None:
    left = plan("draft-1", "1 A vote is held.", "2 The fleet stays.", "3 The border stays.")

    found = follow(left, left, [link("1 2 3", "1 2 3", "unchanged")])

    assert list(found) == ["border", "fleet", "vote"]


# ---------------------------------------------------------------- open, and why


def test_open_by_a_marker_in_its_point() -> None:
    left = plan("draft-1", "1 The border follows the river.")
    right = plan("draft-2", "4 The border is [to be agreed].")

    border = follow(left, right, [link("1", "4")], findings=[bracket("4", "[to be agreed]")])["border"]

    assert border.status == "open"
    assert border.grounds == (
        Ground(kind="marker", message="brackets in point 4: [to be agreed]"),
        Ground(kind="changing", message="the text also changed"),
    )
    assert (border.was, border.now) == ("The border follows the river", "The border is [to be agreed]")


def test_open_by_a_record_about_the_right_version() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "1 The fleet stays in port.")

    fleet = follow(left, right, [link("1", "1", "unchanged")], [REPORT])["fleet"]

    assert fleet.status == "open"
    assert fleet.grounds == (Ground(kind="record", message="reported open on 4 May 2031 (Daily Example)"),)


def test_a_record_about_the_left_version_says_nothing_of_the_right_one() -> None:
    left = plan("draft-2", "1 The fleet stays in port.")
    right = plan("draft-3", "1 The fleet stays in port.")

    assert follow(left, right, [link("1", "1", "unchanged")], [REPORT])["fleet"].status == "settled"


def test_a_record_says_nothing_of_a_plan_without_provenance() -> None:
    right = replace(plan("draft-2", "1 The fleet stays in port."), provenance=None)
    nowhere = replace(REPORT, about=None)

    assert follow(right, right, [link("1", "1", "unchanged")], [REPORT, nowhere])["fleet"].status == "settled"


def test_an_issue_reported_open_is_open_though_the_text_is_silent() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "1 A vote is held.")

    fleet = follow(left, right, [link("1", "", "dropped"), link("", "1", "added")], [REPORT])["fleet"]

    assert (fleet.status, fleet.right, fleet.now) == ("open", (), None)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2025-11-30", "reported open on 30 November 2025 (Daily Example)"),
        ("2025-11", "reported open in November 2025 (Daily Example)"),
        ("spring 2025", "reported open on spring 2025 (Daily Example)"),
    ],
)
def test_a_date_is_written_out_in_english(day: str, written: str) -> None:
    text = plan("draft-2", "1 The fleet stays in port.")
    record = replace(REPORT, date=day)

    fleet = follow(text, text, [link("1", "1", "unchanged")], [record])["fleet"]

    assert [ground.message for ground in fleet.grounds] == [written]


@pytest.mark.parametrize(
    ("point", "cited"),
    [
        ("h0", "brackets in an unnumbered paragraph: [x]"),
        ("9", "brackets in point 9: [x]"),
        ("21d", "brackets in point 21(d): [x]"),
    ],
)
def test_a_marker_is_cited_by_its_place(point: str, cited: str) -> None:
    right = plan("draft-2", "# The border [x]", "9 The border [x].", "21 On the border:", "21(d) The zone is [x].")
    link_all = link("h0 9 21 21d", "h0 9 21 21d", "unchanged")

    border = follow(right, right, [link_all], findings=[bracket(point, "[x]")])["border"]

    assert [ground.message for ground in border.grounds] == [cited]


def test_markers_of_the_left_plan_and_other_findings_open_nothing() -> None:
    text = plan("draft-2", "1 The border is [to be agreed].")
    left_one = replace(bracket("1", "[to be agreed]"), side="left")
    other = replace(bracket("1", "[to be agreed]"), rule="hidden-text")

    found = follow(text, text, [link("1", "1", "unchanged")], findings=[left_one, other])

    assert found["border"].status == "settled"


def test_a_marker_belongs_to_the_subject_of_its_sentence() -> None:
    right = plan("draft-2", "1 The border is [to be agreed]. The fleet stays in port.")

    found = follow(right, right, [link("1", "1", "unchanged")], findings=[bracket("1", "[to be agreed]")])

    assert (found["border"].status, found["fleet"].status) == ("open", "settled")


def test_a_marker_with_a_shortened_quote_is_found() -> None:
    right = plan("draft-2", "1 The fleet stays. The border is [to be agreed by both presidents in person].")

    found = follow(right, right, [link("1", "1", "unchanged")], findings=[bracket("1", "[to be agreed by both presi…")])

    assert (found["border"].status, found["fleet"].status) == ("open", "settled")
    assert found["border"].now == "The border is [to be agreed by both presidents in person]"


# ---------------------------------------------------------------- where it stands


def test_a_sub_point_is_named_rather_than_its_point() -> None:
    text = plan("draft-1", "3 Further rules:", "3(a) Trade is free.", "3(b) The fleet stays in port.")

    fleet = follow(text, text, [link("3 3a 3b", "3 3a 3b", "unchanged")])["fleet"]

    assert fleet.left == ("3b",)


def test_an_opening_that_speaks_of_it_names_the_point_and_not_all_inside() -> None:
    text = plan(
        "draft-1",
        "3 The border:",
        "3(a) The valley is shared.",
        "3(b) The hills are not.",
        "5 The border stays.",
    )

    border = follow(text, text, [link("3 3a 3b 5", "3 3a 3b 5", "unchanged")])["border"]

    assert border.left == ("3", "5")


def test_what_changed_inside_a_point_that_speaks_of_it_changes_the_issue() -> None:
    left = plan("draft-1", "3 The border:", "3(a) The hills are shared.")
    right = plan("draft-2", "3 The border:", "3(a) The hills are divided.")

    border = follow(left, right, [link("3", "3", "unchanged"), link("3a", "3a")])["border"]

    assert (border.status, border.was, border.now) == (
        "changed",
        "The hills are shared",
        "The hills are divided",
    )


def test_a_heading_speaks_for_its_points_and_is_no_provision() -> None:
    text = plan("draft-1", "# The border", "1 The hills are shared.", "2 The valley is not.")

    border = follow(text, text, [link("h0 1 2", "h0 1 2", "unchanged")])["border"]

    assert border.left == ("1", "2")


def test_text_around_the_plan_is_not_the_plan() -> None:
    text = plan("draft-1", "~ The talks were about the border.", "1 A vote is held.")

    assert list(follow(text, text, [link("1", "1", "unchanged")])) == ["vote"]


def test_a_dropped_point_without_parts_takes_its_sub_points_along() -> None:
    left = plan("draft-1", "3 Further rules:", "3(a) All 40 ships stay.")
    right = plan("draft-2", "1 A vote is held.")
    lost = FactChange(type="number", old=Fact(type="number", quote="40 ships"), new=None, message="40 ships gone")
    whole = Change(kind="dropped", left=("3",), right=(), score=1, reason="", facts=(lost,))

    fleet = follow(left, right, [whole, link("", "1", "added")])["fleet"]

    assert (fleet.status, fleet.left, fleet.facts) == ("dropped", ("3a",), (lost,))


# ---------------------------------------------------------------- what it said, what it says


def figures(old: str, new: str) -> FactChange:
    return FactChange(
        type="number",
        old=Fact(type="number", quote=old),
        new=Fact(type="number", quote=new),
        message="figure",
    )


def test_a_figure_is_quoted_with_a_few_words() -> None:
    left = plan("draft-1", "1 From the day of signature the fleet is limited to 60 ships.")
    right = plan("draft-2", "1 From the day of signature the fleet is limited to 80 ships in peacetime.")
    fact = figures("60 ships", "80 ships")

    fleet = follow(left, right, [link("1", "1", "modified", fact)])["fleet"]

    assert (fleet.was, fleet.now) == ("limited to 60 ships", "limited to 80 ships in peacetime")
    assert fleet.facts == (fact,)


def test_a_figure_that_went_is_set_against_its_like_that_came() -> None:
    left = plan("draft-1", "1 The fleet is limited to 60 ships.")
    right = plan("draft-2", "4 In peacetime the fleet shall count 80 ships.")
    pair = figures("60 ships", "80 ships")
    went, came = replace(pair, new=None), replace(pair, old=None)

    fleet = follow(left, right, [link("1", "", "dropped", went), link("", "4", "added", came)])["fleet"]

    assert (fleet.was, fleet.now) == ("limited to 60 ships", "shall count 80 ships")


def test_a_figure_belongs_to_the_subject_of_its_sentence() -> None:
    left = plan("draft-1", "1 The fleet has 60 ships. A vote is held by 60 % of all.")
    right = plan("draft-2", "1 The fleet has 80 ships. A vote is held by 60 % of all.")

    found = follow(left, right, [link("1", "1", "modified", figures("60 ships", "80 ships"))])

    assert [len(found[issue].facts) for issue in ("fleet", "vote")] == [1, 0]


def test_a_part_told_under_two_points_counts_once() -> None:
    left = plan("draft-1", "1 The fleet has 60 ships.")
    right = plan("draft-2", "1 The fleet has 80 ships.")
    crossing = link("1", "1", "modified", figures("60 ships", "80 ships"))

    assert len(follow(left, right, [crossing, crossing])["fleet"].facts) == 1


def test_what_went_stands_alone_beside_what_stayed() -> None:
    left = plan("draft-1", "1 All ships return.", "2 The fleet stays in port.")
    right = plan("draft-2", "1 The fleet stays in port.")

    fleet = follow(left, right, [link("1", "", "dropped"), link("2", "1", "unchanged")])["fleet"]

    assert (fleet.status, fleet.was, fleet.now) == ("changed", "All ships return", None)


def test_a_sentence_that_came_stands_alone() -> None:
    left = plan("draft-1", "1 The fleet stays in port.")
    right = plan("draft-2", "1 The fleet stays in port. Observers count it each year.")

    fleet = follow(left, right, [link("1", "1")])["fleet"]

    assert (fleet.status, fleet.was, fleet.now) == ("changed", None, "Observers count it each year")


def test_what_went_is_set_against_what_came() -> None:
    left = plan("draft-1", "1 All ships return.", "2 The fleet stays in port.")
    right = plan("draft-2", "1 The fleet stays in port.", "2 Ten ships are sold.")
    changes = [link("1", "", "dropped"), link("2", "1", "unchanged"), link("", "2", "added")]

    fleet = follow(left, right, changes)["fleet"]

    assert (fleet.was, fleet.now) == ("All ships return", "Ten ships are sold")


def test_what_came_into_a_link_is_set_against_what_went_elsewhere() -> None:
    left = plan("draft-1", "1 The fleet stays in port.", "2 All ships return.")
    right = plan("draft-2", "1 The fleet stays in port. Ten ships are sold.")

    fleet = follow(left, right, [link("1", "1"), link("2", "", "dropped")])["fleet"]

    assert (fleet.was, fleet.now) == ("All ships return", "Ten ships are sold")


def test_long_sentences_are_quoted_where_they_differ() -> None:
    opening = "The fleet of the southern state stays in the three ports that the annex to this plan names"
    left = plan("draft-1", f"1 {opening}, until the talks end.")
    right = plan("draft-2", f"1 {opening}, until a treaty is signed.")

    fleet = follow(left, right, [link("1", "1")])["fleet"]

    assert (fleet.was, fleet.now) == ("…until the talks end", "…until a treaty is signed")


def test_the_introduction_of_a_list_is_not_what_was_said() -> None:
    left = plan("draft-1", "1 The border is drawn in this way:", "1(a) The hills are shared.")
    right = plan("draft-2", "1 The border is [to be agreed].")
    changes = [link("1", "1"), link("1a", "", "dropped")]

    border = follow(left, right, changes, findings=[bracket("1", "[to be agreed]")])["border"]

    assert (border.was, border.now) == ("The hills are shared", "The border is [to be agreed]")


def test_touched_is_at_hand_beside_issues() -> None:
    assert touched("All ships return over the border.", SPECS) == ("border", "fleet")


# ---------------------------------------------------------------- which sentence is quoted


def test_settled_when_only_the_wording_changed() -> None:
    left = plan("draft-1", "1 The fleet is armed again.", "2 The vote stays open.")
    right = plan("draft-2", "1 The fleet is rearmed.", "2 The VOTE stays open.")
    recased = replace(link("2", "2"), parts=(replace(link("2", "2").parts[0], severity="editorial"),))

    found = follow(left, right, [link("1", "1"), recased])

    assert (found["fleet"].status, found["vote"].status) == ("settled", "settled")


def test_the_sentence_that_names_the_issue_most_often_is_quoted() -> None:
    left = plan("draft-1", "1 The border is closed.")
    right = plan("draft-2", "1 Nobody crosses the border by force. Talks on the valley start at the border.")

    assert follow(left, right, [link("1", "1")])["border"].now == "Talks on the valley start at the border"


def test_the_same_sentence_reworded_goes_before_one_that_says_more() -> None:
    left = plan("draft-1", "1 The fleet may use the river for trade. The ships of the fleet carry grain.")
    right = plan("draft-2", "1 The fleet may use the river and the lake for trade.")

    assert follow(left, right, [link("1", "1")])["fleet"].was == "The fleet may use the river for trade"


def test_a_sentence_with_money_in_it_says_more() -> None:
    left = plan("draft-1", "1 The fleet stays.", "1(a) The fleet costs 9 crowns.", "1(b) The ships of the fleet stay.")
    right = plan("draft-2", "1 A vote is held.")
    amounts = [
        FactChange(type="money", old=Fact(type="money", quote=quote), new=None, message=f"{quote} gone")
        for quote in ("9 crowns", "costs 9")
    ]
    gone = Change(kind="dropped", left=("1",), right=(), score=1, reason="", facts=tuple(amounts))

    assert follow(left, right, [gone])["fleet"].was == "The fleet costs 9 crowns"


def test_figures_are_not_set_against_each_other_when_several_could_be() -> None:
    left = plan("draft-1", "1 The fleet has 60 ships. The fleet sells 10 ships.")
    right = plan("draft-2", "4 The fleet gets 80 ships.")
    went = [replace(figures(quote, ""), new=None) for quote in ("60 ships", "10 ships")]
    came = replace(figures("", "80 ships"), old=None)

    fleet = follow(left, right, [link("1", "", "dropped", *went), link("", "4", "added", came)])["fleet"]

    assert (fleet.was, fleet.now) == ("The fleet has 60 ships", "The fleet gets 80 ships")


def test_a_list_left_open_is_told_by_what_stands_in_it() -> None:
    left = plan("draft-1", "1 The hills are shared along the border.")
    right = plan("draft-2", "4 The border remains open. On the table:", "4(a) The border follows the valley.")
    changes = [link("1", "4a"), link("", "4", "added")]

    border = follow(left, right, changes, findings=[bracket("4", "remains open")])["border"]

    assert (border.status, border.now) == ("open", "The border follows the valley")


def test_what_was_settled_is_the_sentence_whose_figure_is_now_one_of_the_proposals() -> None:
    left = plan("draft-1", "1 The fleet stays under the flag of the lake states. Its ships are shared 50:50.")
    right = plan("draft-2", "4 The fleet remains open: [one flag] or [shares of 50:50].")

    fleet = follow(left, right, [link("1", "4")], findings=[bracket("4", "remains open")])["fleet"]

    assert (fleet.status, fleet.was) == ("open", "Its ships are shared 50:50")


def test_under_a_title_of_two_issues_each_sub_point_is_about_its_own() -> None:
    left = plan("draft-1", "1 Fleet and vote", "1(a) The fleet has 60 ships.", "1(b) A vote is held.")
    right = plan("draft-2", "1 Fleet and vote", "1(a) The fleet has 40 ships.", "1(b) A vote is held.")
    fact = figures("60", "40")

    changes = [link("1", "1", "unchanged"), link("1a", "1a", "modified", fact), link("1b", "1b", "unchanged")]
    found = follow(left, right, changes)

    assert (found["fleet"].facts, found["vote"].facts) == ((fact,), ())
    # Nor does the title say what the plan says.
    assert (found["vote"].was, found["vote"].now) == ("A vote is held", "A vote is held")


def test_settled_where_its_own_sentences_stayed_in_a_point_that_changed() -> None:
    left = plan("draft-1", "1 The fleet stays in port. The vote is free.")
    right = plan("draft-2", "1 The fleet stays in port. The vote is secret.")

    found = follow(left, right, [link("1", "1")])

    assert (found["fleet"].status, found["vote"].status) == ("settled", "changed")


def test_an_issue_that_comes_is_quoted_by_its_sentence_and_not_by_a_figure_of_another() -> None:
    left = plan("draft-1", "1 The fleet has 60 ships.")
    right = plan("draft-2", "1 The fleet has 40 ships until a vote is held.")

    vote = follow(left, right, [link("1", "1", "modified", figures("60", "40"))])["vote"]

    assert (vote.status, vote.was) == ("new", None)
    assert vote.now is not None
    assert "vote" in vote.now
