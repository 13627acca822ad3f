"""Divisions: the parts, chapters and headings that only gather points."""

from __future__ import annotations

from collections.abc import Sequence

from plandiff.engine.item import STOPS, TITLE_WORDS, Item
from plandiff.engine.labels import labels

DIVIDING = ("part", "title", "chapter")
"""What is called so divides a text into groups of points, even where it is alone or its points begin again at 1."""


def divisions(items: Sequence[Item]) -> list[Item]:
    """The titles that gather points: "Part II Finance" above Articles 7 to 12.

    A numbered title is one where it is called so, or where the points under several of them are numbered through; a
    heading without number where all that stands under it is numbered. One that holds nothing but divisions is a
    division too. What has a sentence of its own is a point.
    """
    inside: dict[int, list[Item]] = {}
    loose: set[int] = set()
    for item in items:
        if item.parent is not None and item.numbered:
            inside.setdefault(id(item.parent), []).append(item)
        elif item.parent is not None and item.role != "heading":
            loose.add(id(item.parent))
    titles = [item for item in items if id(item) in inside and _is_title(item)]
    through = _numbered_through(titles, inside)
    found: set[int] = set()
    # From the innermost out: a title that stands in another comes after it.
    for item in reversed(titles):
        heads = not item.numbered and id(item) not in loose
        below = {id(child) for child in inside[id(item)]}
        if heads or _style(item) in DIVIDING or id(item) in through or below <= found:
            found.add(id(item))
    return [item for item in titles if id(item) in found]


def _is_title(item: Item) -> bool:
    short = len(item.text.split()) <= TITLE_WORDS and not item.text.endswith(STOPS)
    return short if item.numbered else item.role in ("heading", "division")


def _numbered_through(titles: Sequence[Item], inside: dict[int, list[Item]]) -> set[int]:
    """The numbered titles whose points go on counting where those under the title before stopped."""
    held: dict[str | None, list[tuple[int, str | None]]] = {}
    for title in titles:
        for child in inside[id(title)] if title.numbered else ():
            held.setdefault(_style(child), []).append((id(title), child.number))
    found: set[int] = set()
    for style, children in held.items():
        owners = {owner for owner, _ in children}
        values = [value for _, value in children]
        if style is not None and len(owners) > 1 and len(set(values)) == len(values):
            found |= owners
    return found


def _style(item: Item) -> str | None:
    """What the label is called, or its dress: "article", "1.", "(a)"."""
    if item.marker is not None:
        return item.marker.label.style
    read = labels(f"{item.line.label} ") if item.line.label is not None else ()
    return read[0].style if read else None
