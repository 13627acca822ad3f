"""Divisions: the parts and chapters that only gather points numbered through."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.engine.item import STOPS, TITLE_WORDS
from plandiff.engine.labels import labels
from plandiff.model import Point

DIVIDING = ("part", "title", "chapter")
"""What is called so divides a text into groups of points, even where it is alone or its points begin again at 1."""


def divisions(points: Sequence[Point]) -> frozenset[str]:
    """The ids of the numbered titles that gather points: "Part II Finance" above Articles 7 to 12.

    Such a title is one where it is called so, or where the points under several of them are numbered through. One
    that holds nothing but divisions is a division too. What has a sentence of its own is a point.
    """
    inside: dict[str, list[Point]] = {}
    for point in points:
        if point.parent is not None and point.label is not None:
            inside.setdefault(point.parent, []).append(point)
    titles = [point for point in points if point.id in inside and _is_title(point)]
    through = _numbered_through(titles, inside)
    found: set[str] = set()
    # From the innermost out: a title that stands in another comes after it.
    for point in reversed(titles):
        below = {child.id for child in inside[point.id]}
        if _style(point) in DIVIDING or point.id in through or below <= found:
            found.add(point.id)
    return frozenset(found)


def _is_title(point: Point) -> bool:
    return point.label is not None and len(point.text.split()) <= TITLE_WORDS and not point.text.endswith(STOPS)


def _numbered_through(titles: Sequence[Point], inside: dict[str, list[Point]]) -> set[str]:
    """The titles whose points go on counting where those under the title before stopped."""
    held: dict[str | None, list[tuple[str, str]]] = {}
    for title in titles:
        for child in inside[title.id]:
            held.setdefault(_style(child), []).append((title.id, child.path[-1]))
    found: set[str] = set()
    for style, children in held.items():
        owners = {owner for owner, _ in children}
        values = [value for _, value in children]
        if style is not None and len(owners) > 1 and len(set(values)) == len(values):
            found |= owners
    return found


def _style(point: Point) -> str | None:
    """What the label is called, or its dress: "article", "1.", "(a)"."""
    read = labels(f"{point.label} ")
    return read[0].style if read else None
