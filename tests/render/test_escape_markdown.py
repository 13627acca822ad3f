"""Document text in Markdown stands for itself."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import convert, to_builtins

from plandiff.model import Comparison
from plandiff.render.escape_markdown import escape_markdown
from plandiff.render.markdown import markdown
from plandiff.render.visible import visible

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

PAYLOADS = [
    "[click](https://evil.example) and <https://evil.example>",
    "![image](https://evil.example/x.png)",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> </ins> <!-- -->",
    "*emphasis* __strong__ ~~gone~~ `code` \\*kept\\*",
    "cell | break \\| twice",
    "# heading",
    "  - item",
    "+ item",
    "1. item",
    "12) item",
    "=== underline",
    "> quote",
    "```\nfence\n```",
    "    code",
    "&lt;b&gt; &copy; &#64;",
    "[ref]: https://evil.example",
    "[^1] $x^2$ $`x`$",
    "line one\n\n# line two\n| a | b |\n|---|---|",
]


def shown(text):
    """The text a reader sees of a rendered paragraph."""
    page = GITHUB.render(f"> {text}").replace("<br>", "\n").replace("\u200b", "")
    return html.unescape(re.sub(r"</?(?:blockquote|p|span)>", "", page)).strip()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_shown_and_does_nothing(payload):
    assert shown(escape_markdown(payload.strip())) == payload.strip()


@given(st.text(st.sampled_from("ab1 .-+=#>*_[]()!`~|\\<>&$@:/\n\t\x1b")))
def test_any_mixture_is_shown_as_it_is(text):
    assert shown(escape_markdown(text.strip())).split() == visible(text).split()


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("ask @octocat", r"@\w"),
        ("write to a@evil.example", r"@\w"),
        ("see #12 and org/repo#12", r"#\d"),
        ("see GH-12", r"GH-\d"),
        ("https://evil.example", "://"),
        ("www.evil.example", r"www\."),
        ("fine :smile: fine :+1:", r":[\w+]+:"),
        ("commit 1a410efbd13591db07496601ebc7a059dd55cfe9", r"\b[0-9a-f]{7,40}\b"),
    ],
)
def test_github_finds_nothing_to_link(text, pattern):
    rendered = html.unescape(GITHUB.render(escape_markdown(text)))

    assert re.search(pattern, text)
    assert not re.search(pattern, rendered)


@pytest.mark.parametrize("figure", ["600,000", "1000000", "2025-11-30", "acceded", "50 %", "10:30"])
def test_figures_and_words_are_left_alone(figure):
    assert escape_markdown(figure) == figure


TEXT = {
    "text",
    "name",
    "title",
    "drafter",
    "date",
    "known",
    "notice",
    "message",
    "quote",
    "was",
    "now",
    "reason",
}
"""Every field that a document, a sidecar or a plugin can fill."""


def poisoned(comparison, payload):
    """The comparison with a text in all those places."""

    def spread(value, key=""):
        if isinstance(value, dict):
            return {each: spread(inner, each) for each, inner in value.items()}
        if isinstance(value, tuple):
            return tuple(payload if key == "warnings" else spread(each, key) for each in value)
        return payload if isinstance(value, str) and key in TEXT else value

    return convert(spread(to_builtins(comparison)), Comparison)


def skeleton(report):
    """The tags of a rendered report, without those that a line break or a dollar sign leaves."""
    return [
        tag for tag in re.findall(r"</?[a-z][^>]*>", GITHUB.render(report)) if tag not in ("<br>", "<span>", "</span>")
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_place_in_the_report_lets_markup_through(payload, comparison):
    harmless = re.sub(r"[^\n]+", "word", payload)

    assert skeleton(markdown(poisoned(comparison, payload))) == skeleton(markdown(poisoned(comparison, harmless)))
