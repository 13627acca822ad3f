"""References: two small plans, what became of the citations in them."""

from __future__ import annotations

import pytest

from plandiff import compare

OLD = """\
1. The ceasefire holds on land and at sea.

2. Prisoners are exchanged under neutral eyes.

3. The dam is run by a joint company:
   (a) it elects a board every year
   (b) it pays its profits to the villages

4. {}
"""

NEW = """\
1. Prisoners are exchanged under neutral eyes.

2. The dam is run by a joint company:
   (a) it elects a board every year
   (b) it pays its profits to the villages

3. {}
"""


def found(old, new, *, old_plan=OLD, new_plan=NEW):
    comparison = compare(old_plan.format(old), new_plan.format(new))
    findings = [finding for change in comparison.changes for finding in change.findings]
    return [(each.rule, each.message) for each in findings if each.rule.startswith("reference")]


def test_a_reference_that_follows_is_a_consequence():
    assert found("Breaches of point 3 go before a panel.", "Breaches of point 2 go before a panel.") == [
        ("reference-updated", "follows the new numbers: 3 → 2")
    ]


def test_a_reference_that_does_not_follow_is_stale():
    assert found("Breaches of point 2 go before a panel.", "Breaches of point 2 go before a panel.") == [
        ("reference-stale", "cites 2, meant another provision: old 2 is now 1")
    ]


def test_a_number_that_nothing_bears_any_more_dangles():
    old = "1. Prisoners come home.\n\n2. The dam is rebuilt.\n\n3. Mines are cleared.\n\n4. A panel judges point 3.\n"
    new = "1. Prisoners come home.\n\n2. A panel judges point 3.\n"

    assert found("", "", old_plan=old, new_plan=new) == [("reference-dangling", "there is no 3 in the newer version")]


def test_a_sub_point_is_found_by_its_whole_citation():
    assert found("Auditors see to point 3(b).", "Auditors see to point 2(b).") == [
        ("reference-updated", "follows the new numbers: 3(b) → 2(b)")
    ]


def test_every_number_of_a_list_or_span_is_followed_by_itself():
    assert [rule for rule, _ in found("A report covers points 2 and 3.", "A report covers points 1 and 3.")] == [
        "reference-stale",
        "reference-updated",
    ]
    assert found("A report covers points 2 to 3.", "A report covers points 1–2.") == [
        ("reference-updated", "follows the new numbers: 2 → 1, 3 → 2")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The pattern is Article 3 of the Northern Treaty.",
        "It rests on point 3 of the Lakeside Memorandum.",
        "The Charter's point 3 applies.",
        "Article 3 applies.",
        "The map in Annex 3 applies.",
        "It is the 3rd point that matters, and 3 people signed.",
    ],
)
def test_what_cites_another_text_or_nothing_is_no_reference(text):
    assert found(text, text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Порушення пункту 3 розглядає колегія.", "Порушення пункту 2 розглядає колегія."),
        ("Нарушения пункта 3 рассматривает коллегия.", "Нарушения пункта 2 рассматривает коллегия."),
        ("Les violations du point 3 vont au collège.", "Les violations du point 2 vont au collège."),
        ("Verstöße gegen Punkt 3 gehen an das Gericht.", "Verstöße gegen Punkt 2 gehen an das Gericht."),
        ("Las violaciones del punto 3 van al tribunal.", "Las violaciones del punto 2 van al tribunal."),
    ],
)
def test_references_are_read_in_every_language(old, new):
    assert [rule for rule, _ in found(old, new)] == ["reference-updated"]


def test_articles_are_cited_as_articles():
    old = "Article 1\nThe truce holds.\n\nArticle 2\nThe dam is rebuilt.\n\nArticle 3\nA panel judges Article 2.\n"
    new = "Article 1\nThe dam is rebuilt.\n\nArticle 2\nA panel judges Article 2.\n"

    assert [rule for rule, _ in found("", "", old_plan=old, new_plan=new)] == ["reference-stale"]


def test_what_was_wrong_before_and_is_repaired_is_nothing_to_report():
    assert found("Breaches of point 9 go before a panel.", "Breaches of point 2 go before a panel.") == []


def test_a_text_cited_as_this_one_is_this_one():
    old, new = "Breaches of point 3 of this plan are judged.", "Breaches of point 2 of this plan are judged."

    assert [rule for rule, _ in found(old, new)] == ["reference-updated"]


def test_a_number_that_stands_in_every_part_means_that_of_its_own():
    peace = "Part I Peace\n1. Guns are silent along the line.\n2. Prisoners come home in spring.\n"
    old = peace + "Part II Money\n1. The fund is run by a bank.\n2. Breaches of point 1 go before a panel.\n"
    levy = "Part II Money\n1. A levy is raised on salt.\n2. The fund is run by a bank.\n"
    new = peace + levy + "3. Breaches of point 1 go before a panel.\n"

    assert found("", "", old_plan=old, new_plan=new) == [
        ("reference-stale", "cites 1, meant another provision: old 1 is now 2")
    ]
