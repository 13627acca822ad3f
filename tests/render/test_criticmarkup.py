"""Annotated text: who accepts all has the newer text, who rejects all the older one, and no text becomes a mark."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from plandiff.model import Change, Comparison
from plandiff.render.criticmarkup import criticmarkup
from plandiff.render.visible import visible

MARK = re.compile(r"\{~~(.*?)~>(.*?)~~\}|\{--(.*?)--\}|\{\+\+(.*?)\+\+\}|\{>>.*?<<\}", re.DOTALL)


def shown(markdown: str) -> str:
    """What a reader sees of a piece of Markdown."""
    page = MarkdownIt().render(markdown).replace("<br>", "\n")
    text = html.unescape(re.sub(r"</?(?:p|span)>", "", page)).replace("\u200b", "")
    return text.rstrip("\n")


def accepted(paragraph: str) -> str:
    return shown(MARK.sub(lambda mark: (mark[2] or "") + (mark[4] or ""), paragraph))


def rejected(paragraph: str) -> str:
    return shown(MARK.sub(lambda mark: (mark[1] or "") + (mark[3] or ""), paragraph))


def points(comparison: Comparison) -> list[str]:
    """The paragraphs that are no comment."""
    paragraphs = criticmarkup(comparison).rstrip("\n").split("\n\n")
    return [each for each in paragraphs if not each.startswith("{>>")]


def test_the_whole(comparison, golden):
    golden("annotated.md", criticmarkup(comparison))


def test_accepting_and_rejecting_rebuild_both_texts(comparison):
    paragraphs = points(comparison)
    newer = "\n".join(map(accepted, paragraphs))
    older = "\n".join(map(rejected, paragraphs))

    for side, text in ((comparison.right, newer), (comparison.left, older)):
        for point in side.points:
            assert visible(point.text) in text, point.id


@pytest.mark.parametrize(
    "words",
    [
        "{++in++}",
        "{--out--}",
        "{~~a~>b~~}",
        "{==mark==}{>>note<<}",
        "++} --} ~~} ~> <<}",
        "{",
        "}",
        "1. not a list",
        "<b>bold</b> **bold** [a](b) `code`",
        "two\nlines",
    ],
)
def test_no_text_becomes_a_mark(words, plan, edits):
    old, new = f"Before {words} the end", f"Before the {words}"
    change = Change(
        kind="modified", left=("1",), right=("1",), score=1, reason="", edits=edits(f"-{old}", f"+{new}", f" {words}")
    )
    made = Comparison(plandiff="0", left=plan(f"1: {old} {words}"), right=plan(f"1: {new} {words}"), changes=(change,))

    (paragraph,) = points(made)

    assert len(MARK.findall(paragraph)) == 1
    assert accepted(paragraph) == f"1. {new} {words}"
    assert rejected(paragraph) == f"1. {old} {words}"


def test_what_the_marks_do_not_show_stands_in_comments(comparison):
    text = criticmarkup(comparison)

    assert "{>>10 → 7 modified · moved · renumbered; uncertain, could also be 11<<}" in text
    assert "{>>6 → 5, 6 split · renumbered<<}" in text
    assert "RECONSTRUCTION: the text was never published" in text
    assert "new 11 not reported: invented for the reconstruction" in text
    assert "SHA-256 " + "0" * 64 in text
