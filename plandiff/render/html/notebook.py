"""The report as a piece of a page, for a notebook."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from plandiff.model import Comparison
from plandiff.render.html.body import body
from plandiff.render.html.page import page
from plandiff.render.html.tag import Html, tag

_STYLE = Path(__file__).parent / "style.css"


def notebook(comparison: Comparison) -> str:
    """The same parts as the page, without script, in a style that reaches nothing around them.

    Ids begin with what tells the two texts from others, so that reports do not link into each other.
    """
    texts = f"{comparison.left.sha256} {comparison.right.sha256}"
    prefix = f"plandiff-{sha256(texts.encode(errors='replace')).hexdigest()[:8]}-"
    style = tag("style", Html(_STYLE.read_text(encoding="utf-8")))
    return tag("div", style, body(page(comparison, prefix)), class_="plandiff")
