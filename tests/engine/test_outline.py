"""How texts are outlined: a text as it is found, and the tree of points it must become."""

from __future__ import annotations

import time
from collections import Counter
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plandiff.engine.outline import outline
from plandiff.model import Block, Document, PointReport, Provenance


def holds(tree, text: str, expected: str) -> None:
    assert tree(text) == dedent(expected).strip("\n")


# ---------------------------------------------------------------- nesting


def test_letters_inside_numbers(tree):
    holds(
        tree,
        """
        1. The border is open:
           (a) for persons;
           (b) for goods.
        2. Trade is free.
        """,
        """
        1|The border is open:
          (a)|for persons;
          (b)|for goods.
        2|Trade is free.
        """,
    )


def test_nesting_does_not_need_indentation(tree):
    holds(
        tree,
        """
        1. The parties open
        a. ports:
        i. by day;
        ii. by night;
        b. roads.
        2. Trade is free.
        """,
        """
        1|The parties open
          a|ports:
            i|by day;
            ii|by night;
          b|roads.
        2|Trade is free.
        """,
    )


def test_i_after_h_is_a_letter(tree):
    lines = [f"({letter}) Rule {letter.upper()}." for letter in "abcdefghij"]

    assert tree("\n".join(["1. There are rules:", *lines])).splitlines()[-2:] == [
        "  (i)|Rule I.",
        "  (j)|Rule J.",
    ]


def test_i_before_ii_is_a_numeral(tree):
    holds(
        tree,
        """
        (h) The ports open:
        (i) by day;
        (ii) by night.
        """,
        """
        (h)|The ports open:
          (i)|by day;
          (ii)|by night.
        """,
    )


def test_numbers_of_several_levels(tree):
    holds(
        tree,
        """
        1. Borders
        1.1 The border is open.
        1.1.1 It is marked.
        1.2 Persons pass freely.
        2. Trade
        2.1 Goods pass freely.
        """,
        """
        1|Borders
          1.1|The border is open.
            1.1.1|It is marked.
          1.2|Persons pass freely.
        2|Trade
          2.1|Goods pass freely.
        """,
    )


def test_a_section_and_its_subsections(tree):
    holds(
        tree,
        """
        Section 2
        Section 2(a) The border is open.
        Section 2(b) Trade is free.
        Section 3
        Section 3(a) Courts are set up.
        """,
        """
        Section 2|
          Section 2(a)|The border is open.
          Section 2(b)|Trade is free.
        Section 3|
          Section 3(a)|Courts are set up.
        """,
    )


def test_numbers_below_roman_articles(tree, plan):
    text = """
        Article I Security
        I.1 The border is open.
        I.2 No forces remain.
        Article II Trade
        II.1 Ports are open.
        """

    holds(
        tree,
        text,
        """
        Article I|Security
          I.1|The border is open.
          I.2|No forces remain.
        Article II|Trade
          II.1|Ports are open.
        """,
    )
    assert [point.path for point in plan(text).points][-1] == ("II", "1")


def test_a_number_in_a_cell_of_its_own(tree):
    assert tree("No. | Position\n1 | The border is open.\n2 | Trade is free.").endswith(
        "1|The border is open.\n2|Trade is free."
    )


def test_the_path_of_a_subsection_names_each_level_once(plan):
    points = plan("Section 2\nSection 2(a) The border is open.\nSection 2(b) Trade is free.").points

    assert [point.path for point in points] == [("2",), ("2", "a"), ("2", "b")]


@pytest.mark.parametrize("first", ["Article 1 (1) ", "Article 1. (1) ", "Article 1\n(1) ", "Article 1\n\n(1) "])
def test_paragraphs_of_an_article(tree, first):
    holds(
        tree,
        f"{first}The border is open.\n(2) It is marked.\n"
        + first.replace("1", "2", 1)
        + "Trade is free.\n(2) So are ports.",
        """
        Article 1|
          (1)|The border is open.
          (2)|It is marked.
        Article 2|
          (1)|Trade is free.
          (2)|So are ports.
        """,
    )


def test_letters_that_follow_a_number_at_once(tree):
    holds(
        tree,
        """
        1. (a) the border is open;
        (b) it is marked.
        2. (a) Trade is free. (b) Ports are open.
        """,
        """
        1|
          (a)|the border is open;
          (b)|it is marked.
        2|
          (a)|Trade is free.
          (b)|Ports are open.
        """,
    )


def test_bullets_belong_to_the_point_before_them(tree):
    holds(
        tree,
        """
        1. The border is open:
        - for persons;
        - for goods.
        2. Trade is free.
        """,
        """
        1|The border is open:
          |for persons;
          |for goods.
        2|Trade is free.
        """,
    )


# ---------------------------------------------------------------- labels that run together


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("1.", "2.", "3."),
        ("1)", "2)", "3)"),
        ("(1)", "(2)", "(3)"),
        ("①", "②", "③"),
        ("1️⃣", "2️⃣", "3️⃣"),
        ("Point 1:", "Point 2:", "Point 3:"),
        ("Article I.", "Article II.", "Article III."),
        ("Пункт 1.", "Пункт 2.", "Пункт 3."),
    ],
)
def test_points_on_one_line(plan, first, second, third):
    points = plan(f"{first} The border is open. {second} Trade is free. {third} Courts are set up.").points

    assert [point.text for point in points] == ["The border is open.", "Trade is free.", "Courts are set up."]


def test_small_letters_after_brackets_on_one_line(tree):
    holds(
        tree,
        "(1) the border is open; (2) trade is free; and (3) courts are set up.",
        """
        (1)|the border is open;
        (2)|trade is free; and (3) courts are set up.
        """,
    )


def test_letters_on_the_line_of_their_number(tree):
    holds(
        tree,
        """
        1. Assets are used as follows: (a) Half of them rebuild the coast. (b) The rest is returned.
        2. Trade is free.
        """,
        """
        1|Assets are used as follows:
          (a)|Half of them rebuild the coast.
          (b)|The rest is returned.
        2|Trade is free.
        """,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The guarantee lapses under point 2. It is then renewed.",
        "See Article 2. Nothing else applies.",
        "Fees are due on 1 May and amount to 2. They are waived.",
        "They met J. Smith. B. Jones was absent.",
        "The rate is 1.5 per cent; 2 per cent later.",
    ],
)
def test_a_number_inside_a_sentence_begins_no_point(plan, sentence):
    points = plan(f"1. {sentence}\n2. Trade is free.\n3. Courts are set up.").points

    assert [point.text for point in points] == [sentence, "Trade is free.", "Courts are set up."]


# ---------------------------------------------------------------- what is no label


@pytest.mark.parametrize(
    "line",
    [
        "2014. That was the year of the dispute.",
        "2014 was the year of the dispute.",
        "24 November 2025 is the day of signature.",
        "J. Smith signed for the coast.",
        "V. Marsh signed for the coast.",
        "D. Reed signed for the coast.",
        "A. Brown signed for the coast.",
        "Article 5 of the Treaty of the Sea applies.",
        "Point 9 applies to it.",
        "1,500 ships patrol the coast.",
        "50 % of the profits go to the island.",
        "3.5 million people live there.",
        "30 days later it enters into force.",
    ],
)
def test_a_year_an_initial_a_reference_or_an_amount_at_the_start_of_a_line(tree, line):
    expected = f"1|The border is open.\n  |{line}\n2|Trade is free.\n3|Courts are set up."

    assert tree(f"1. The border is open.\n\n{line}\n\n2. Trade is free.\n\n3. Courts are set up.") == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The treaty in force since", "2014. It remains in force."),
        ("The plan was drawn up by", "J. Smith for the coast."),
        ("The fund has a volume of", "3.5 billion."),
        ("Of the profits", "50 % go to the island."),
        ("The strength shall not be above", "600,000 personnel."),
    ],
)
def test_a_line_broken_before_a_year_or_a_figure(plan, before, after):
    points = plan(f"1. {before}\n{after}\n2. Trade is free.\n3. Courts are set up.").points

    assert [point.text for point in points] == [f"{before}\n{after}", "Trade is free.", "Courts are set up."]


# ---------------------------------------------------------------- line breaks


def test_hard_wrapped_lines_are_one_text(tree):
    holds(
        tree,
        """
        1. The parties confirm that the border between the two countries is open for
        persons and for goods, and that no fee is due for crossing it before the year
        2030. The crossing points are named in an annex, which both make together.
        2. The forces of the island shall not be stronger than a number which a joint
        commission of both countries verifies once a year and which it reports to the
        two parliaments.
        """,
        """
        1|The parties confirm that the border between the two countries is open for persons and for goods, \
and that no fee is due for crossing it before the year 2030. The crossing points are named in an annex, \
which both make together.
        2|The forces of the island shall not be stronger than a number which a joint commission of both \
countries verifies once a year and which it reports to the two parliaments.
        """,
    )


def test_a_title_on_its_own_line_keeps_its_line_break(plan):
    (first, second) = plan("1. Borders\nThe border is open.\n2. Trade\nTrade is free.").points

    assert (first.text, second.text) == ("Borders\nThe border is open.", "Trade\nTrade is free.")


def test_a_title_in_a_paragraph_of_its_own_is_that_of_the_label_above(tree):
    holds(
        tree,
        """
        PART I

        THE FRONTIER

        Article 1

        Line of the frontier

        The frontier follows the river.

        Article 2

        Islands belong to the north.

        PART II

        THE WATERS

        Article 3

        Fishing

        Both may fish.
        """,
        """
        ## PART I|THE FRONTIER
          Article 1|Line of the frontier
            |The frontier follows the river.
          Article 2|
            |Islands belong to the north.
        ## PART II|THE WATERS
          Article 3|Fishing
            |Both may fish.
        """,
    )


# ---------------------------------------------------------------- numbers lost, missing, begun again


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_text_without_numbers_is_taken_paragraph_by_paragraph(tree, between):
    text = between.join(["The border is open.", "Trade is free.", "Courts are set up."])

    assert tree(text) == "|The border is open.\n|Trade is free.\n|Courts are set up."


def test_a_gap_is_meant(tree):
    holds(
        tree,
        """
        1. The border is open.
        2. Trade is free.
        4. Courts are set up.
        """,
        """
        1|The border is open.
        2|Trade is free.
        4|Courts are set up.
        """,
    )


def test_a_text_that_begins_in_the_middle(tree):
    assert tree("12. The border is open.\n13. Trade is free.") == "12|The border is open.\n13|Trade is free."


def test_an_inserted_number(tree):
    holds(
        tree,
        """
        § 12 The border is open.
        § 12a Trade is free.
        § 13 Courts are set up.
        """,
        """
        § 12|The border is open.
        § 12a|Trade is free.
        § 13|Courts are set up.
        """,
    )


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [("Political questions", "Economic questions", "|"), ("Part I. Peace", "Part II. Trade", "")],
)
def test_numbering_starts_again_in_every_section(tree, one, other, sign):
    text = (
        f"{one}\n\n1. The border is open.\n2. Elections are held.\n\n{other}\n\n1. Trade is free.\n2. Ports are open."
    )
    heads = [f"## {sign}{head.replace('. ', '|')}" for head in (one, other)]

    assert tree(text) == (
        f"{heads[0]}\n  1|The border is open.\n  2|Elections are held.\n"
        f"{heads[1]}\n  1|Trade is free.\n  2|Ports are open."
    )


def test_numbering_runs_on_across_lettered_sections(tree):
    holds(
        tree,
        """
        A. Peace
        1. The border is open.
        2. Elections are held.
        B. Trade
        3. Trade is free.
        4. Ports are open.
        """,
        """
        ## A|Peace
          1|The border is open.
          2|Elections are held.
        ## B|Trade
          3|Trade is free.
          4|Ports are open.
        """,
    )


def test_points_of_the_same_number_have_ids_of_their_own(plan):
    points = plan("1. The border is open.\n2. Trade is free.\n\n1. Ports are open.\n2. Roads are open.").points

    assert [point.label for point in points] == ["1", "2", "1", "2"]
    assert len({point.id for point in points}) == 4


def test_an_annex_has_points_of_its_own(tree):
    holds(
        tree,
        """
        1. The border is open.
        2. Trade is free.

        Annex A

        1. The map is attached.
        """,
        """
        1|The border is open.
        2|Trade is free.
        Annex A|
          1|The map is attached.
        """,
    )


# ---------------------------------------------------------------- around and between the points


@pytest.mark.parametrize(
    "remark",
    [
        "[Editor's note: the next line is illegible.]",
        "(Ed. note: the last page is missing.)",
        "Translator's note: literally, 'open sky'.",
        "Примітка редакції: далі нерозбірливо.",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_editors_note_between_points(tree, remark, between):
    text = between.join(["1. The border is open.", remark, "2. Trade is free."])

    assert tree(text) == f"1|The border is open.\n2|Trade is free.\n- editor's note: {remark}"


@pytest.mark.parametrize(
    "announcement",
    [
        "Point 3 of the US plan is deleted.",
        "[Point 3 deleted.]",
        "Points 3 and 4 are deleted.",
        "Пункт 3 видалено.",
        "3. Point 3 of the US plan is deleted.",
        "3. [Deleted.]",
        "3. (intentionally omitted)",
    ],
)
def test_a_deletion_announced_in_prose_is_no_point(plan, announcement):
    found = plan(f"1. The border is open.\n\n2. Trade is free.\n\n{announcement}\n\n5. Courts are set up.")

    assert [point.label for point in found.points] == ["1", "2", "5"]
    assert [left.reason for left in found.omitted] == ["announces a deletion"]


@pytest.mark.parametrize(
    "provision",
    [
        "Article 5 of the old treaty is repealed.",
        "All mines in zone 3 are removed.",
        "Point 9 is deleted only if both parliaments agree; otherwise it stays.",
        "[deleted by one side, kept by the other]",
    ],
)
def test_a_provision_that_deletes_something_is_a_point(plan, provision):
    found = plan(f"1. The border is open.\n\n2. {provision}\n\n3. Courts are set up.")

    assert [point.text for point in found.points] == ["The border is open.", provision, "Courts are set up."]
    assert found.omitted == ()


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_last_paragraph_without_number_belongs_to_the_plan(tree, between):
    text = between.join(["1. The border is open.", "2. Trade is free.", "Done at Port Royal in two languages."])

    assert tree(text) == "1|The border is open.\n2|Trade is free.\n|Done at Port Royal in two languages."


def test_a_paragraph_inside_the_list_belongs_to_the_point_before_it(tree):
    holds(
        tree,
        """
        1. The border is open:
           (a) for persons;
           (b) for goods.

        Weapons do not pass.

        2. Trade is free.
        """,
        """
        1|The border is open:
          (a)|for persons;
          (b)|for goods.
          |Weapons do not pass.
        2|Trade is free.
        """,
    )


def test_a_title_and_a_preamble_stand_before_the_list(tree):
    holds(
        tree,
        """
        Agreement on the island

        The parties, wishing to end the dispute, have agreed:

        1. The border is open.
        2. Trade is free.
        """,
        """
        ~ |Agreement on the island
        ~ |The parties, wishing to end the dispute, have agreed:
        1|The border is open.
        2|Trade is free.
        """,
    )


def test_the_preamble_of_a_resolution_is_compared_with_it(tree):
    holds(
        tree,
        """
        DRAFT RESOLUTION

        The Council,

        Recalling its decisions of 12 March and 4 May, and

        Alarmed by the fighting in the north,

        1. Demands a ceasefire;

        2. Asks for a report.
        """,
        """
        ~ |DRAFT RESOLUTION
        |The Council,
        |Recalling its decisions of 12 March and 4 May, and
        |Alarmed by the fighting in the north,
        1|Demands a ceasefire;
        2|Asks for a report.
        """,
    )


def test_a_line_that_announces_the_list_is_no_preamble(tree):
    holds(
        tree,
        """
        The plan, as the delegations read it out:

        1. Guns fall silent.

        2. Prisoners go home.
        """,
        """
        ~ |The plan, as the delegations read it out:
        1|Guns fall silent.
        2|Prisoners go home.
        """,
    )


def test_a_news_report_around_the_list_is_kept_apart(tree):
    holds(
        tree,
        """
        The plan that could end the dispute

        Our reporter obtained the text of the plan on Monday, and here it is in full as it was handed over.

        Officials on both sides declined to comment on the text, first mentioned last week.

        1. The border is open.

        2. Trade is free.

        The mediators meet again on Friday. Diplomats say that the text may still change in several places.

        Copyright The Island Courier.
        """,
        """
        ~ |The plan that could end the dispute
        ~ |Our reporter obtained the text of the plan on Monday, and here it is in full as it was handed over.
        ~ |Officials on both sides declined to comment on the text, first mentioned last week.
        1|The border is open.
        2|Trade is free.
        ~ |The mediators meet again on Friday. Diplomats say that the text may still change in several places.
        ~ |Copyright The Island Courier.
        """,
    )


# ---------------------------------------------------------------- what the format or the sidecar gives


def test_a_point_list_is_taken_as_given():
    blocks = (
        Block(text="The guarantee:", label="24", level=1, id="p24"),
        Block(text="2. is a reference here.", label="(d)", level=2, id="p24d"),
        Block(text="No label.", level=1, id="p0"),
    )
    found = outline(Document(format="point list", blocks=blocks, listed=True), name="list")

    assert [(p.id, p.label, p.path, p.text, p.parent) for p in found.points] == [
        ("p24", "24", ("24",), "The guarantee:", None),
        ("p24d", "(d)", ("24", "(d)"), "2. is a reference here.", "p24"),
        ("p0", None, ("¶1",), "No label.", None),
    ]


def test_a_list_of_the_format_keeps_its_levels():
    blocks = (
        Block(text="The border is open:", kind="item", label="1.", level=1),
        Block(text="for persons;", kind="item", label="a.", level=2),
        Block(text="for goods.", kind="item", label="b.", level=2),
        Block(text="Trade is free.", kind="item", label="2.", level=1),
    )
    found = outline(Document(format="page", blocks=blocks), name="page")

    assert [point.path for point in found.points] == [("1",), ("1", "a"), ("1", "b"), ("2",)]


def test_what_the_sidecar_says_of_a_point_holds_for_what_is_inside():
    provenance = Provenance(version="v", title="Plan", points=(PointReport(label="2", reported=False),))
    blocks = (Block(text="1. The border is open.\n2. Trade is free:\n(a) by land;\n(b) by sea."),)
    found = outline(Document(format="text", blocks=blocks), name="plan", provenance=provenance)

    assert {".".join(point.path): point.reported for point in found.points} == {
        "1": None,
        "2": False,
        "2.a": False,
        "2.b": False,
    }


# ---------------------------------------------------------------- nothing is lost

PIECES = (
    st.sampled_from(
        [
            "1. ",
            "2. ",
            "3) ",
            "(a) ",
            "(b) ",
            "(i) ",
            "Article 4 ",
            "§ 5 ",
            "1.1 ",
            "2014. ",
            "J. ",
            "- ",
            "① ",
            "٣. ",
        ]
    )
    | st.sampled_from(
        [
            "The border is open.",
            "Trade is free",
            "ends; ",
            "Point 3 is deleted.",
            "[Editor's note: x]",
            "第一条 ",
        ]
    )
    | st.sampled_from(["\n", "\n    ", " ", "\u200b", "A" * 60 + " "])
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
BLOCKS = st.builds(
    Block,
    text=TEXTS,
    kind=st.sampled_from(["paragraph", "heading", "item"]),
    label=st.none() | st.sampled_from(["1.", "2.", "a)", "(i)", "•", "Annex"]),
    level=st.none() | st.integers(1, 3),
)


def signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


@given(st.lists(BLOCKS, min_size=1, max_size=6))
@settings(max_examples=400)
def test_every_letter_and_digit_is_in_a_point_or_in_an_omission(blocks):
    found = outline(Document(format="text", blocks=tuple(blocks)), name="plan")
    read = signs("".join(block.text + (block.label or "") for block in blocks))
    kept = signs("".join((point.label or "") + point.text for point in found.points))
    left = signs("".join(omission.text for omission in found.omitted))

    # A label that the format gives is no text of the document; one that the text repeats in full stands once.
    given_labels = signs("".join(block.label or "" for block in blocks))
    assert not (read - given_labels) - (kept + left)
    assert not (kept + left) - read


@given(st.lists(BLOCKS, min_size=1, max_size=6), st.booleans())
def test_ids_are_unique_and_parents_come_first(blocks, listed):
    found = outline(Document(format="text", blocks=tuple(blocks), listed=listed), name="plan")
    seen: set[str] = set()
    for point in found.points:
        assert point.id not in seen
        assert point.parent is None or point.parent in seen
        seen.add(point.id)


def test_articles_are_counted_through_the_chapters(tree):
    text = "Chapter I\nArticle 1. The border is open.\nChapter II\nArticle 3. Trade is free."

    assert tree(text).splitlines() == [
        "## Chapter I|",
        "  Article 1|The border is open.",
        "## Chapter II|",
        "  Article 3|Trade is free.",
    ]


def test_a_number_that_stands_often_has_an_id_each_time():
    blocks = tuple(Block(text="The border is open.", label="x", level=1) for _ in range(4))
    found = outline(Document(format="text", blocks=blocks), name="plan")

    assert [point.id for point in found.points] == ["x", "x~2", "x~3", "x~4"]


def test_twenty_times_the_points_cost_about_twenty_times_the_work(plan):
    def seconds(points: int) -> float:
        text = "\n".join(f"{number}. The border is open." for number in range(1, points + 1))
        start = time.process_time()
        assert len(plan(text).points) == points
        return time.process_time() - start

    # Work that compares each point with each other would cost four hundred times as much.
    assert seconds(8_000) < 100 * max(seconds(400), 0.01)
