"""Markdown: plain text of every block, labels as written, and an omission for what is not text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.errors import ReadError
from plandiff.model import Document, Source
from plandiff_readers.markdown import plandiff_read


def read(text: str) -> Document:
    document = plandiff_read(Source(name="plan.md", suffix=".md", data=b"", text=text))
    assert document is not None
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def shape(text: str) -> list[tuple[str, str | None, int | None, str]]:
    return [(block.kind, block.label, block.level, block.text) for block in read(text).blocks]


def set_aside(text: str) -> list[tuple[int | None, str, str]]:
    return [(left.line, left.reason, left.text) for left in read(text).omitted]


def test_only_the_suffix_tells_markdown():
    assert plandiff_read(Source(name="plan.markdown", suffix=".markdown", data=b"", text="# Plan")) is not None
    assert plandiff_read(Source(name="plan.txt", suffix=".txt", data=b"", text="# Plan")) is None


# ---------------------------------------------------------------- blocks


def test_headings_and_paragraphs():
    assert shape("# The *plan*\n\nOne\ntwo  \nthree\\\nfour\n\nPart\n---\n### Point 1 ###") == [
        ("heading", None, 1, "The plan"),
        ("paragraph", None, None, "One two\nthree\nfour"),
        ("heading", None, 2, "Part"),
        ("heading", None, 3, "Point 1"),
    ]


def test_labels_are_as_written():
    assert shape("1. One\n2. Two\n4. Four\n\ntext\n\n7) Seven\n8) Eight") == [
        ("item", "1.", 1, "One"),
        ("item", "2.", 1, "Two"),
        ("item", "4.", 1, "Four"),
        ("paragraph", None, None, "text"),
        ("item", "7)", 1, "Seven"),
        ("item", "8)", 1, "Eight"),
    ]


def test_a_list_that_leaves_counting_to_the_page():
    assert [block.label for block in read("3. a\n3. b\n3. c\n").blocks] == ["3.", "4.", "5."]


def test_nested_lists_and_further_paragraphs():
    text = "1. One\n   goes on\n\n   more\n   - bullet\n     1) deep\n2. Two"

    assert shape(text) == [
        ("item", "1.", 1, "One goes on"),
        ("paragraph", None, 1, "more"),
        ("item", None, 2, "bullet"),
        ("item", "1)", 3, "deep"),
        ("item", "2.", 1, "Two"),
    ]
    assert [block.line for block in read(text).blocks] == [1, 4, 5, 6, 7]


def test_an_item_without_words_keeps_its_number():
    assert shape("1.\n   - dot\n2. ## Head") == [
        ("item", "1.", 1, ""),
        ("item", None, 2, "dot"),
        ("item", "2.", 1, "Head"),
    ]


def test_a_number_in_a_paragraph_is_left_to_outlining():
    assert texts("**1.** Peace\n2. Trade\n\n3\\. Law") == ["1. Peace\n2. Trade", "3. Law"]


def test_quotations_and_code():
    document = read("> quoted\n> 1. point\n\n    1. indented\n       more\n\n    2. next\n\n```text\nfenced *x*\n```")

    assert [(block.line, block.text) for block in document.blocks] == [
        (1, "quoted"),
        (2, "point"),
        (4, "1. indented\n   more"),
        (7, "2. next"),
        (10, "fenced *x*"),
    ]
    assert [(left.reason, left.text) for left in document.omitted] == [("code language", "text")]


def test_a_row_is_a_block():
    text = "| No | Text |\n|---|:--|\n| 1 | *Peace* \\| trade |\n| 2 |\n| 3 | a | b | **c** |"

    assert texts(text) == ["No | Text", "1 | Peace | trade", "2 | ", "3 | a | b | c"]
    assert set_aside(text) == [(2, "separator", "|---|:--|")]


def test_a_row_with_more_cells_than_its_head_inside_a_quotation():
    assert texts("> a | b\n> --|--\n> c | d | e") == ["a | b", "c | d | e"]


# ---------------------------------------------------------------- plain text


def test_signs_are_resolved():
    assert texts(r"**Bold** _em_ `code` \*star\* &amp; [bold]x[/bold] 600 000") == [
        "Bold em code *star* & [bold]x[/bold] 600 000"
    ]


def test_addresses_are_set_aside_unless_they_are_the_text():
    text = 'See [the text](http://a.example "Title"), <http://b.example>, <c@d.example> and ![map](m.png).'

    assert texts(text) == ["See the text, http://b.example, c@d.example and map."]
    assert set_aside(text) == [
        (1, "link address", "http://a.example"),
        (1, "link title", "Title"),
        (1, "image address", "m.png"),
    ]


def test_definitions_of_links_are_set_aside():
    text = 'See [Annex].\n\n[annex]: http://a.example "The annex"\n[annex]: other'

    assert texts(text) == ["See Annex."]
    assert set_aside(text) == [
        (3, "link definition", '[annex]: http://a.example "The annex"'),
        (4, "link definition", "[annex]: other"),
    ]


def test_a_number_at_the_start_of_a_wrapped_line_keeps_its_line():
    # CommonMark starts no list with 2 inside a paragraph; the outline finds the label.
    assert texts("The points:\n**2.** Two\ngoes on") == ["The points:\n2. Two goes on"]


def test_struck_text_is_kept_and_said():
    document = read("~~600~~ 800\n~~men~~")

    assert document.blocks[0].text == "~~600~~ 800 ~~men~~"
    assert document.warnings == ("struck-out text is kept between ~~ signs (line 1 and 1 more)",)


def test_html_is_read_as_in_a_page():
    inline = "Peace<br>and <b>trade</b> x<sup>2</sup> <!-- note --> 1 < 2"
    text = f"{inline}\n\n<div>\nA <i>block</i>\n</div>\n\n<!-- aside -->"

    assert texts(text) == ["Peace\nand trade x² 1 < 2", "A block"]
    assert set_aside(text) == [(1, "comment", "note"), (7, "comment", "aside")]


def test_a_blank_that_looks_like_a_tag_is_text():
    assert texts("The sum of <amount> is <b>paid</b>.") == ["The sum of <amount> is paid."]


def test_hidden_html_is_set_aside_and_said():
    document = read("Peace.\n\nTrade <span hidden>until 2030</span> is free.")

    assert [block.text for block in document.blocks] == ["Peace.", "Trade is free."]
    assert document.warnings == ("hidden text is not compared (line 3)",)


def test_rules_are_separators():
    assert set_aside("One\n\n* * *\n\nTwo") == [(3, "separator", "* * *")]


# ---------------------------------------------------------------- front matter


def test_front_matter_is_set_aside():
    document = read("---\ntitle: Plan\ndate: 2025-11-20\n---\n1. Peace.\n")

    assert [(block.line, block.text) for block in document.blocks] == [(5, "Peace.")]
    assert [(left.reason, left.text) for left in document.omitted] == [
        ("front matter", "---\ntitle: Plan\ndate: 2025-11-20\n---")
    ]


@pytest.mark.parametrize("text", ["---\n1. Peace.\n\n---\n", "---\nPreamble: we agree.\n\n1. Peace.\n\n---\n"])
def test_a_rule_at_the_top_is_no_front_matter(text):
    assert texts(text)[-1] == "Peace."


# ---------------------------------------------------------------- bad input


@pytest.mark.parametrize("sign", ["> ", "- "])
def test_nesting_without_end_is_refused(sign):
    with pytest.raises(ReadError, match="nests lists or quotations too deeply: flatten them"):
        read(sign * 300 + "deep")


def test_forty_levels_are_read():
    assert shape("- " * 40 + "deep") == [("item", None, 40, "deep")]


def test_a_text_of_signs_only():
    with pytest.raises(ReadError, match=r"plan\.md: holds no text"):
        read("***\n\n[a]: b\n")


def test_five_megabytes_on_one_line():
    assert texts("peace and " * 500_000) == [("peace and " * 500_000).rstrip()]


def test_unusual_characters_stay_in_the_text():
    assert texts("Peace\u2028and \x1b[31m\u202etrade\u200b") == ["Peace\u2028and \x1b[31m\u202etrade\u200b"]


# ---------------------------------------------------------------- nothing is lost


SIGNS = "ab cd \n\n>#|-*_`~[](!:\"'\t=+"


# Without a closing bracket no digit is a label, which a list may count anew.
@given(st.text(SIGNS + "12", max_size=80) | st.text(SIGNS + ")", max_size=80))
def test_every_letter_and_digit_is_accounted_for(text):
    text = "x\n\n" + text
    document = read(text)
    kept = [block.text for block in document.blocks] + [left.text for left in document.omitted]

    assert not count(text) - count("".join(kept))


@given(st.lists(st.sampled_from(["| a ", "|", "\n", "\n|-|-|\n", "> ", "- ", "1. ", "b", "\\|", "`", "  "])))
def test_every_cell_is_accounted_for(pieces):
    text = "x\n\n" + "".join(pieces)
    kept = [block.text for block in read(text).blocks] + [left.text for left in read(text).omitted]

    assert Counter("".join(kept))["a"] >= text.count("a")
    assert Counter("".join(kept))["b"] >= text.count("b")


def count(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())
