"""The end of the page: remarks on one text, what was not compared, warnings, what was compared with what."""

from __future__ import annotations

from collections.abc import Iterator

from plandiff.render.html.page import Page
from plandiff.render.html.tag import Html, bdi, join, tag


def foot(page: Page) -> Html:
    """What a reader must know and would not find among the points, and by what to check it."""
    return join((*_asides(page), _compared(page)))


def _asides(page: Page) -> Iterator[Html]:
    content = page.content
    if content.remarks:
        lines = (
            tag("li", tag("b", bdi(place)), " ", tag("span", bdi(note.text), class_=note.severity))
            for place, note in content.remarks
        )
        yield tag("section", tag("h2", "Noted in one text"), tag("ul", *lines, class_="plain"))
    if content.asides:
        lines = (
            tag(
                "li",
                tag("b", each.side),
                f" {each.reason} ({each.extent}): ",
                tag("bdi", each.first_words, class_="quiet"),
            )
            for each in content.asides
        )
        yield tag("section", tag("h2", "Not compared"), tag("ul", *lines, class_="plain"))
    if content.warnings:
        lines = (tag("li", warning) for warning in content.warnings)
        yield tag("section", tag("h2", "Warnings"), tag("ul", *lines, class_="plain warnings"))


def _compared(page: Page) -> Html:
    return tag("footer", *(tag("p", bdi(line)) for line in page.content.foot))
