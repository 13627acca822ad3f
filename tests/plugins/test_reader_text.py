"""Plain text: what stands between blank lines is a block; nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandiff.errors import ReadError
from plandiff.model import Document
from plandiff.sources import from_text
from plandiff_readers.text import plandiff_read


def read(text: str) -> Document:
    document = plandiff_read(from_text(text))
    assert document is not None
    return document


def blocks(text: str) -> list[tuple[int | None, str]]:
    return [(block.line, block.text) for block in read(text).blocks]


def test_blank_lines_part_blocks():
    assert blocks("1. Peace.\n2. Trade.\n\n \t\n3. Law.\n") == [(1, "1. Peace.\n2. Trade."), (5, "3. Law.")]


def test_lines_keep_the_blanks_they_begin_with():
    assert blocks("12. Funds:\n   (a) one;  \n      (i) two.\t\n") == [(1, "12. Funds:\n   (a) one;\n      (i) two.")]


def test_an_indented_text():
    assert blocks("\n   1. Peace.\n") == [(2, "   1. Peace.")]


def test_labels_are_left_to_outlining():
    document = read("1. Peace.")

    assert (document.format, document.listed) == ("plain text", False)
    assert [(block.kind, block.label, block.level) for block in document.blocks] == [("paragraph", None, None)]


@pytest.mark.parametrize("rule", ["---", "==========", "_____", "* * *", "- - - -"])
def test_a_drawn_line_separates(rule):
    document = read(f"Draft\n{rule}\n1. Peace.")

    assert [block.text for block in document.blocks] == ["Draft", "1. Peace."]
    assert [(left.reason, left.text, left.line) for left in document.omitted] == [("separator", rule, 2)]


@pytest.mark.parametrize("line", ["--", "____ personnel", "- * -", "* point"])
def test_what_only_looks_like_a_drawn_line(line):
    assert blocks(line) == [(1, line)]


def test_a_form_feed_begins_a_page():
    document = read("1. Peace.\n\f2. Trade.")

    assert [(block.line, block.text) for block in document.blocks] == [(1, "1. Peace."), (2, "2. Trade.")]
    assert [(left.reason, left.text, left.line) for left in document.omitted] == [("separator", "\f", 2)]


def test_unusual_characters_stay_in_the_text():
    text = "1. [bold]Peace[/bold]\u2028and \x1b[31m\u202etrade\u200b"

    assert blocks(text) == [(1, text)]


def test_nothing_but_separators():
    with pytest.raises(ReadError, match="draft: holds no words"):
        plandiff_read(from_text("---\n\n===\n", "draft"))


def test_xml_that_no_reader_knows_is_no_plain_text():
    with pytest.raises(ReadError, match="draft: is XML of a kind that is not read"):
        plandiff_read(from_text('<?xml version="1.0"?>\n<point>1. The border is open.</point>', "draft"))


@given(st.text(st.sampled_from("ab1.\n\n -=_*\f\t[]\u2028"), min_size=1))
def test_every_visible_character_is_accounted_for(text):
    document = read("x\n" + text)
    kept = [block.text for block in document.blocks] + [left.text for left in document.omitted]

    assert sorted("".join("".join(kept).split())) == sorted("".join(("x" + text).split()))
