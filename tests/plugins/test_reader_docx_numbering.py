"""Word's numbers: every paragraph carries the label that Word prints before it."""

from __future__ import annotations

import pytest

from plandiff_readers.docx.read import read
from tests.plugins.docx_files import (
    abstract,
    docx,
    linked,
    lvl,
    num,
    numpr,
    p,
    restart,
    sample,
    sdt,
    source,
    style,
    table,
)

THREE = abstract(1, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%1.%2.%3"))


def labels(*body: str, numbering: str = THREE + num(1, 1), styles: str = "") -> list[str | None]:
    document = read(source(docx(*body, numbering=numbering, styles=styles)))
    return [block.label for block in document.blocks]


def levels(*levels: int, list_of: str = THREE) -> list[str | None]:
    """The labels of paragraphs on these levels of one list."""
    return labels(*(p("x", num=1, level=level) for level in levels), numbering=list_of + num(1, 1))


def test_all_22_labels_of_the_sample_are_those_of_word():
    data, printed = sample()

    assert [block.label for block in read(source(data)).blocks] == printed
    assert sum(label is not None for label in printed) == 22


# ---------------------------------------------------------------- counting


def test_a_higher_level_starts_the_lower_ones_again():
    assert levels(0, 1, 1, 0, 1, 2) == ["1.", "1.1", "1.2", "2.", "2.1", "2.1.1"]


def test_a_level_that_was_passed_over_stands_at_its_start():
    assert levels(1, 1, 0, 2) == ["1.1", "1.2", "2.", "2.1.1"]


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        (0, ["1.", "1.1", "1.1.1", "1.2", "1.2.2", "2.", "2.1", "2.1.3"]),
        (1, ["1.", "1.1", "1.1.1", "1.2", "1.2.2", "2.", "2.1", "2.1.1"]),
        (2, ["1.", "1.1", "1.1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1"]),
        (9, ["1.", "1.1", "1.1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1"]),
    ],
)
def test_a_level_starts_again_only_after_the_levels_it_names(when, printed):
    third = lvl(2, "%1.%2.%3", more=f'<w:lvlRestart w:val="{when}"/>')
    assert levels(0, 1, 2, 1, 2, 0, 1, 2, list_of=abstract(1, lvl(0, "%1."), lvl(1, "%1.%2"), third)) == printed


def test_lists_of_one_definition_count_together():
    two = THREE + num(1, 1) + num(2, 1)
    assert labels(p("a", num=1), p("b", num=2), p("c", num=1, level=1), numbering=two) == ["1.", "2.", "2.1"]


def test_a_list_that_begins_again_does_so_once():
    body = [p("x", num=number) for number in (1, 1, 2, 2, 1, 2)]
    two = THREE + num(1, 1) + num(2, 1, restart(0, 1))
    assert labels(*body, numbering=two) == ["1.", "2.", "1.", "2.", "3.", "4."]


def test_a_list_begun_again_below_does_not_begin_again_above():
    body = [p("a", num=1, level=0), p("b", num=2, level=1), p("c", num=2, level=0), p("d", num=2, level=1)]
    two = THREE + num(1, 1) + num(2, 1, restart(0, 7), restart(1, 5))
    assert labels(*body, numbering=two) == ["1.", "1.5", "2.", "2.5"]


def test_a_use_of_a_list_may_print_its_own_way_and_still_counts_on():
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "(%1)", "upperLetter")}</w:lvlOverride>'
    two = THREE + num(1, 1) + num(2, 1, own)
    assert labels(p("a", num=1), p("b", num=2), p("c", num=1), numbering=two) == ["1.", "(B)", "3."]


def test_an_empty_numbered_paragraph_counts_and_its_number_is_set_aside():
    document = read(source(docx(p("a", num=1), p(num=1), p("c", num=1), numbering=THREE + num(1, 1))))

    assert [block.label for block in document.blocks] == ["1.", "3."]
    assert [(omission.reason, omission.text, omission.line) for omission in document.omitted] == [
        ("number without text", "2.", 2)
    ]


def test_the_empty_paragraph_that_ends_a_section_is_not_numbered():
    assert labels(p("a", num=1), p(num=1, props="<w:sectPr/>"), p("b", num=1)) == ["1.", "2."]


def test_tables_and_content_controls_count_in_the_order_of_the_text():
    body = [p("a", num=1), table([p("b", num=1), "x"]), sdt(p("c", num=1), sdt(p("d", num=1))), p("e", num=1)]
    assert labels(*body) == ["1.", "2.", "3.", "4.", "5."]


# ---------------------------------------------------------------- what is printed


def test_a_template_is_filled_with_the_numbers_of_the_levels_above():
    definition = abstract(1, lvl(0, "Part %1", "upperRoman"), lvl(1, "§ %1-%2)", "lowerLetter"))
    assert levels(0, 0, 1, list_of=definition) == ["Part I", "Part II", "§ II-a)"]


def test_legal_numbering_prints_digits_throughout():
    definition = abstract(1, lvl(0, "%1.", "upperRoman"), lvl(1, "%1.%2", "lowerLetter", more="<w:isLgl/>"))
    assert levels(0, 0, 1, list_of=definition) == ["I.", "II.", "2.1"]


def test_a_level_without_number_prints_its_words():
    assert levels(0, 0, list_of=abstract(1, lvl(0, "Whereas", "none"))) == ["Whereas", "Whereas"]


def test_a_bullet_is_an_item_without_label():
    data = docx(p("a", num=1), numbering=abstract(1, lvl(0, "\uf0b7", "bullet")) + num(1, 1))
    [block] = read(source(data)).blocks

    assert (block.kind, block.label, block.level) == ("item", None, 1)


def test_a_template_asks_for_no_level_below_its_own():
    assert levels(0, list_of=abstract(1, lvl(0, "%1.%2"), lvl(1, "%2"))) == ["1."]


def test_numbers_begin_where_the_level_says():
    assert levels(0, 0, list_of=abstract(1, lvl(0, "%1.", start=21))) == ["21.", "22."]


def test_custom_formats_keep_their_zeros():
    custom = '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val='
    custom += '"custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
    custom += '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    assert levels(0, 0, list_of=abstract(1, custom)) == ["009", "010"]


def test_the_words_of_a_number_are_in_the_language_of_its_paragraph():
    french = '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
    words = abstract(1, lvl(0, "%1", "ordinalText")) + num(1, 1)
    russian = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='ru-RU'/></w:rPr></w:rPrDefault></w:docDefaults>"

    assert labels(p("a", num=1), p("b", num=1, props=french), numbering=words) == ["First", "Deuxième"]
    assert labels(p("a", num=1), numbering=words, styles=russian) == ["Первый"]


# ---------------------------------------------------------------- styles


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it():
    styles = style("Base", numpr(1, 0)) + style("Lower", numpr(None, 1), based_on="Base")
    assert labels(p("a", style="Base"), p("b", style="Lower"), styles=styles) == ["1.", "1.1"]


def test_number_0_switches_numbering_off():
    styles = style("Base", numpr(1, 0)) + style("Off", numpr(0), based_on="Base")
    body = [p("a", style="Base"), p("b", style="Base", num=0), p("c", style="Off"), p("d", style="Base")]
    assert labels(*body, styles=styles) == ["1.", None, None, "2."]


def test_a_paragraph_may_change_only_the_level_of_its_style():
    body = [p("a", style="Base"), p("b", style="Base", level=1)]
    assert labels(*body, styles=style("Base", numpr(1, 0))) == ["1.", "1.1"]


def test_a_level_that_a_style_stands_for_goes_before_the_level_the_style_names():
    definition = abstract(1, lvl(0, "%1."), lvl(1, "(%2)", more=linked("Sub")))
    styles = style("Top", numpr(1)) + style("Sub", numpr(1, 0))
    assert labels(p("a", style="Top"), p("b", style="Sub"), numbering=definition + num(1, 1), styles=styles) == [
        "1.",
        "(1)",
    ]


def test_the_default_style_numbers_paragraphs_that_name_none():
    default = style("Normal", numpr(1, 0)).replace("<w:style ", '<w:style w:default="1" ')
    assert labels(p("a"), p("b"), styles=default) == ["1.", "2."]


def test_a_list_that_links_to_a_list_style_is_the_list_of_that_style():
    link = '<w:numStyleLink w:val="Outline"/>'
    definitions = (
        abstract(1, link) + abstract(2, '<w:styleLink w:val="Outline"/>', lvl(0, "(%1)")) + num(1, 1) + num(2, 2)
    )
    styles = style("Outline", numpr(2), kind="numbering")
    assert labels(p("a", num=1), p("b", num=2), numbering=definitions, styles=styles) == ["(1)", "(2)"]


# ---------------------------------------------------------------- levels where several lists number one text

LETTERS = abstract(2, lvl(0, "(%1)", "lowerLetter")) + num(2, 2) + num(3, 2, restart(0, 1))


def depths(*body: str, numbering: str = THREE + LETTERS + num(1, 1), styles: str = "") -> list[int | None]:
    return [block.level for block in read(source(docx(*body, numbering=numbering, styles=styles))).blocks]


def test_a_list_between_two_points_of_another_stands_inside_the_first():
    body = [p("1", num=1), p("a", num=2), p("b", num=2), p("2", num=1), p("a", num=3), p("3", num=1)]
    assert depths(*body) == [1, 2, 2, 1, 2, 1]


def test_a_list_after_another_is_its_equal():
    assert depths(p("1", num=1), p("2", num=1), p("a", num=2), p("b", num=2)) == [1, 1, 1, 1]


def test_a_list_indented_deeper_than_the_point_before_it_stands_inside_it():
    deeper = '<w:ind w:left="720"/>'
    body = [p("1", num=1), p("2", num=1), p("a", num=2, props=deeper), p("b", num=2, props=deeper)]
    assert depths(*body) == [1, 1, 2, 2]


def test_a_list_under_a_numbered_heading_stands_inside_it():
    articles = abstract(3, lvl(0, "Article %1")) + num(4, 3)
    styles = style("Heading1", numpr(4), name="heading 1")
    body = [p("A", style="Heading1"), p("a", num=2), p("b", num=2), p("B", style="Heading1"), p("a", num=3)]
    assert depths(*body, numbering=THREE + LETTERS + articles + num(1, 1), styles=styles) == [1, 2, 2, 1, 2]


def test_a_list_that_runs_on_through_the_chapters_stands_inside_each():
    chapters = abstract(3, lvl(0, "%1.", "upperRoman")) + num(4, 3)
    body = [p("I", num=4), p("1", num=1), p("2", num=1), p("II", num=4), p("3", num=1)]
    assert depths(*body, numbering=THREE + chapters + num(1, 1)) == [1, 2, 2, 1, 2]


def test_lists_nest_no_deeper_than_any_agreement_does():
    many = 40
    lists = "".join(abstract(n, lvl(0, "%1.")) + num(n, n) for n in range(1, many))
    body = [p("x", num=n, props=f'<w:ind w:left="{n}"/>') for n in range(1, many)]
    assert max(level or 0 for level in depths(*body, numbering=lists)) == 12
