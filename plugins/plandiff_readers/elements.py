"""The elements of HTML by what they do to the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plandiff_readers.remarks import HIDDEN

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

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures as they are printed when raised."""

NAVIGATION, PAGE_TITLE = "navigation", "page title"
FOOTNOTE, NOTE_MARK = "footnote", "mark of a note"
SCREEN_READERS, QUOTED_MESSAGE = "text for screen readers", "quoted message"
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
    "figcaption": "caption",
    "button": NAVIGATION,
    "select": NAVIGATION,
    "textarea": NAVIGATION,
    "datalist": NAVIGATION,
}
_CONTENT = {"header": ("article", "main", "section", "blockquote"), "footer": ("blockquote",)}
"""Elements that are of the text where they stand in one of these."""

_UNSEEN = re.compile(r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\b")
_NOTE = re.compile(r"(?:foot|end|rear)notes?")
_FOR_SCREEN_READERS = re.compile(r"sr-only|visually-hidden|screen-reader-text")
_EDIT_LINK = "mw-editsection"
"""What MediaWiki, the program of Wikipedia, calls the links beside its headings."""


def why_aside(tag: str, given: dict[str, str], inside: Mapping[str, int]) -> str | None:
    """The reason why the text in an element with these attributes is not compared; None when it is.

    `inside` counts the elements that it stands in, by tag.
    """
    role = given.get("epub:type", "") + given.get("role", "")
    if "noteref" in role:
        return NOTE_MARK
    if _NOTE.search(role):
        return FOOTNOTE
    if tag in _ASIDE and not any(inside[outer] for outer in _CONTENT.get(tag, ())):
        return _ASIDE[tag]
    if not given or tag in ("html", "body"):
        return None  # the whole page may hide itself until a script has run
    classes = given.get("class", "").split()
    if _EDIT_LINK in classes:
        return NAVIGATION
    if (tag == "blockquote" and given.get("type") == "cite") or "gmail_quote" in classes:
        return QUOTED_MESSAGE
    style = given.get("style", "").lower()
    hidden = "hidden" in given or given.get("aria-hidden") == "true" or _UNSEEN.search(style)
    if hidden:
        return HIDDEN
    return SCREEN_READERS if any(map(_FOR_SCREEN_READERS.fullmatch, classes)) else None
