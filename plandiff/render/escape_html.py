"""Document text inside HTML: every character stands for itself and nothing else."""

from __future__ import annotations

from html import escape

from plandiff.render.visible import visible


def escape_html(text: str) -> str:
    """The text as HTML, fit for an element and for a quoted attribute; line breaks stay.

    What cannot be seen is written out first, so that no override or zero-width character reaches the page. Text
    never goes into a script, a style, an unquoted attribute, an address or an id.
    """
    return escape(visible(text))
