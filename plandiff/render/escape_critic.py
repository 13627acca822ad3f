"""Document text inside CriticMarkup, which is Markdown with marks in braces."""

from __future__ import annotations

from plandiff.render.escape_markdown import escape_markdown


def escape_critic(text: str) -> str:
    """The text as inline Markdown in which no mark begins, ends or is divided: `{++`, `--}`, `~>`.

    CriticMarkup knows no escape of its own, so that braces are written as references to characters.
    """
    return escape_markdown(text).replace("{", "&#123;").replace("}", "&#125;")
