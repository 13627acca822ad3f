"""The head of the page: which texts, and how much changed."""

from __future__ import annotations

from plandiff.model import Plan
from plandiff.render.digest import Version
from plandiff.render.html.page import Page, basis_tag
from plandiff.render.html.tag import Html, bdi, join, tag
from plandiff.render.names import titles


def header(page: Page) -> Html:
    """The titles, the two texts with what must be said of them, the counts of fates, the bar of what is kept."""
    left, right = page.comparison.left, page.comparison.right
    called, now = titles(page.comparison)
    old, new = page.content.versions
    return tag(
        "header",
        tag("h1", bdi(called), " ", tag("span", "→", class_="arrow"), " ", bdi(now)),
        tag("div", _version(old, left), _version(new, right), class_="versions"),
        _size(page),
    )


def _version(version: Version, plan: Plan) -> Html:
    return tag(
        "section",
        tag("h2", tag("span", version.side, class_="side"), f" · {version.size} ", basis_tag(plan)),
        tag("p", version.about, dir="auto") if version.about else "",
        tag("p", version.notice, class_="notice", dir="auto") if version.notice else "",
        tag("p", bdi(version.name), class_="file"),
        class_="version",
    )


def _size(page: Page) -> Html:
    content = page.content
    pieces = [tag("span", piece) for piece in content.fates.split(" · ")]
    fates = join(piece if not n else join((" · ", piece)) for n, piece in enumerate(pieces))
    flags = tag("span", content.flags, class_="flags") if content.flags else ""
    return tag("div", tag("p", fates, " ", flags, class_="fates"), _kept(page), class_="size")


def _kept(page: Page) -> Html:
    share = page.content.kept
    if share is None:
        return Html("")
    full = tag("rect", width=f"{100 * share:.1f}", height="1", class_="full")
    bar = tag("svg", full, viewBox="0 0 100 1", preserveAspectRatio="none", aria_hidden="true", class_="bar")
    return tag("p", bar, page.content.kept_words, class_="kept")
