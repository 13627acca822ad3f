"""The elements of HTML by what they do to the text in them."""

from __future__ import annotations

import re

_VOID = "area base br col embed frame hr img input link meta param source track wbr"
VOID = frozenset(_VOID.split())
"""Elements without content."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ol", "ul", "menu", "dir")
CELLS = ("td", "th")
TABLE_PARTS = ("thead", "tbody", "tfoot", "tr", *CELLS)

_BLOCKS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form frameset head header hgroup html legend li listing main nav noframes p plaintext pre
    search section summary table xmp
"""
BLOCKS = frozenset(_BLOCKS.split()).union(HEADINGS, LISTS, TABLE_PARTS)
"""Elements that begin and end a line of their own."""

_INLINE = """
    a abbr acronym applet audio b bdi bdo big blink button canvas cite code data datalist del dfn em font i
    iframe ins kbd label map mark marquee math meter nobr noembed noscript object optgroup option output
    picture progress q rb rp rt rtc ruby s samp script select slot small span strike strong style sub sup svg
    template textarea time title tt u var video
"""
KNOWN = VOID | BLOCKS | frozenset(_INLINE.split())
"""Every element there is or was."""

HIDDEN, NAVIGATION, PAGE_TITLE = "hidden text", "navigation", "page title"
"""Reasons to set text aside."""

_ASIDE = {
    "script": "script",
    "style": "style",
    "template": "template",
    "title": PAGE_TITLE,
    "nav": NAVIGATION,
    "aside": NAVIGATION,
    "header": NAVIGATION,
    "footer": NAVIGATION,
    "button": NAVIGATION,
    "select": NAVIGATION,
    "textarea": NAVIGATION,
    "datalist": NAVIGATION,
}

_UNSEEN = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\b")


def why_aside(tag: str, given: dict[str, str]) -> str | None:
    """The reason why the text in an element with these attributes is not compared; None when it is."""
    if tag in _ASIDE:
        return _ASIDE[tag]
    if tag in ("html", "body"):
        return None  # pages may hide themselves until a script has run
    style = given.get("style", "").lower()
    hidden = "hidden" in given or given.get("aria-hidden") == "true" or _UNSEEN.search(style)
    return HIDDEN if hidden else None
