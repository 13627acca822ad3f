"""The report as a page: the same words as in every format, with a picture of which point became which."""

from __future__ import annotations

from plandiff.render.html.html import html

__all__ = ["html"]
