"""Document text inside Markdown: every character stands for itself and nothing else."""

from __future__ import annotations

import re

from plandiff.render.visible import visible

_BREAK = "&#8203;"
"""A zero-width space. GitHub links names, numbers and addresses after the Markdown is done, where no escape
helps; a break inside the word is what stops it."""

_SPECIAL = re.compile(
    r"(?P<block>\A[ ]*(?:[-+=]|\#(?!\d)|\d+[.)]))"
    r"|(?P<entity>[&<>|])"
    r"|(?P<dollar>\$)"
    r"|(?P<sign>[\\`*_\[\]~])"
    r"|(?P<reference>@|\#(?=\d)|\bGH-(?=\d)|\bwww(?=\.)|:(?=//)|:(?=[\w+-]+:))"
    r"|(?P<commit>\b(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}\b)"
    r"|(?P<line>\n)",
    re.IGNORECASE,
)


def escape_markdown(text: str) -> str:
    """The text as inline Markdown (CommonMark, GitHub's additions) that renders as the text itself.

    No markup, HTML, link, mention, issue or commit reference, emoji, formula or table cell comes of it, in a
    paragraph, a list item, a quotation or a table cell. Line breaks become <br>. White space at the ends is
    kept, so that pieces can be joined; whoever begins a line with the text strips it.
    """
    return _SPECIAL.sub(_escape, visible(text))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    match match.lastgroup:
        case "entity":
            return f"&#{ord(found)};"
        case "dollar":
            # GitHub's own advice for a dollar sign that begins no formula.
            return "<span>$</span>"
        case "reference":
            return found + _BREAK
        case "commit":
            return _BREAK.join(re.findall(".{1,6}", found))
        case "line":
            return "<br>"
        case _:
            return f"{found[:-1]}\\{found[-1]}"
