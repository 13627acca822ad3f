"""Article: what a page is about, told from the menus, teasers, banners and comments around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from plandiff.model import Omission
from plandiff_readers.elements import LISTS
from plandiff_readers.numbered import numbered
from plandiff_readers.open_element import Open
from plandiff_readers.writer import Draft

_REASON = "page around the article"
_MANY = 3
"""So many numbered points make a list."""

_ASIDE = frozenset(
    """
    ad ads advert advertisement breadcrumb breadcrumbs comment comments consent cookie cookies disqus footer gdpr
    login masthead menu menubar nav navbar navigation newsletter pager pagination popular promo recirc recommended
    related share sharing sidebar signup social sponsored subscribe subscription teaser teasers toc toolbar trending
    """.split()
)
"""Words in the class or id of an element that say: this is not the article."""

_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu")
_WORD = re.compile(r"[A-Z]?[a-z]{1,30}")
_GROUPS = ("div", "section", "table", "dl", "center", "form", *LISTS)
"""Elements that are set aside when nearly all in them is links."""


class Found(NamedTuple):
    """The drafts of the article, what stands around it, and what the user should know of that."""

    drafts: list[Draft]
    omitted: list[Omission]
    warnings: list[str]


@dataclass(eq=False)
class _Region:
    """An element of the page with what stands in it: its characters without those of headings, those of them in
    links, its numbered points, and those that are links.

    `fate` says whether it belongs to the article; what stands in a point does, whatever it is.
    """

    element: Open | None
    around: _Region | None
    blocks: int = 0
    characters: int = 0
    linked: int = 0
    points: int = 0
    linked_points: int = 0
    labelled: bool = False
    fate: Literal["outside", "article", "point"] = "outside"

    @property
    def plain(self) -> int:
        return self.characters - self.linked

    @property
    def is_links(self) -> bool:
        return 3 * self.linked >= 2 * self.characters > 0


def article(drafts: Sequence[Draft]) -> Found:
    """The blocks of the article of a page.

    Where the page marks its main part or an article, and most numbered points are in it (most text, on a page
    without points), what stands outside is around it. So is what stands inside and is called a menu, a teaser, a
    banner or a comment, or is nearly all links, unless it holds a list of points itself.
    """
    regions, homes = _regions(drafts)
    root = _marked(regions, _marked(regions, regions[0], "main"), "article")
    for region in regions:
        above = region.around
        if region is root:
            region.fate = "article"
        elif above is not None and above.fate == "article":
            region.fate = "point" if region.labelled else "outside" if _is_around(region, root) else "article"
        elif above is not None:
            region.fate = above.fate
    kept = [draft for draft, home in zip(drafts, homes, strict=True) if home.fate != "outside"]
    if not kept:
        return Found(list(drafts), [], [])
    omitted, warnings = [], []
    for outside, run in groupby(zip(drafts, homes, strict=True), key=lambda pair: pair[1].fate == "outside"):
        if outside:
            around = [draft for draft, _ in run]
            text = "\n".join(draft.printed for draft in around)
            omitted.append(Omission(reason=_REASON, text=text, line=around[0].line))
            count = sum(numbered(draft.label, draft.text) for draft in around if not _is_link(draft))
            if count >= _MANY:
                warnings.append(f"{count} numbered points around the article are not compared (line {around[0].line})")
    return Found(kept, omitted, warnings)


def _regions(drafts: Iterable[Draft]) -> tuple[list[_Region], list[_Region]]:
    """The whole page and its elements, outer ones first, and for each draft the one it stands in."""
    page = _Region(None, None)
    regions, homes = [page], []
    known: dict[int, _Region] = {}
    for draft in drafts:
        missing = []
        element = draft.around
        while element is not None and id(element) not in known:
            missing.append(element)
            element = element.around
        home = page if element is None else known[id(element)]
        for element in reversed(missing):
            home = known[id(element)] = _Region(element, home)
            regions.append(home)
        points, linked = numbered(draft.label, draft.text), _is_link(draft)
        home.blocks += 1
        home.characters += len(draft.text) if draft.linked or draft.kind != "heading" else 0
        home.linked += draft.linked
        home.points += 0 if linked else points
        home.linked_points += points if linked else 0
        home.labelled = home.labelled or draft.label is not None
        homes.append(home)
    for region in reversed(regions):
        if region.around is not None:
            region.around.blocks += region.blocks
            region.around.characters += region.characters
            region.around.linked += region.linked
            region.around.points += region.points
            region.around.linked_points += region.linked_points
    return regions, homes


def _is_link(draft: Draft) -> bool:
    return 3 * draft.linked >= 2 * len(draft.text) > 0


def _marked(regions: Sequence[_Region], within: _Region, kind: str) -> _Region:
    """The outermost element of that kind or role with most points, where it holds most of all; else `within`."""
    inside = {id(within)}
    found = []
    for region in regions:
        if id(region.around) in inside and region.element is not None:
            if kind in (region.element.tag, region.element.given.get("role")):
                found.append(region)
            else:
                inside.add(id(region))
    best = max(found, key=lambda region: (region.points, region.plain), default=within)
    if within.points >= _MANY:
        return best if 2 * best.points >= within.points else within
    return best if 3 * best.plain >= 2 * within.plain else within


def _is_around(region: _Region, root: _Region) -> bool:
    """Whether an element in the article is none of it. One that holds a list of points, or most text, is."""
    element = region.element
    if element is None or region.points >= _MANY or 2 * region.points > root.points:
        return False
    if root.points < _MANY and 2 * region.plain > root.plain:
        return False
    given = element.given
    names = {word.lower() for word in _WORD.findall(f"{given.get('class', '')} {given.get('id', '')}")}
    nested = element.tag == "article" and root.element is not None and root.element.tag == "article"
    if nested or element.tag == "dialog" or given.get("role") in _ROLES or names & _ASIDE:
        return True
    is_list_of_points = root.points < _MANY <= region.linked_points
    return element.tag in _GROUPS and region.blocks > 1 and region.is_links and not is_list_of_points
