"""Lists: which list a paragraph stands in, on which level, and whether it is counted there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from plandiff_readers.odt.list_style import LEVELS
from plandiff_readers.odt.names import name, names, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE, _OVERRIDE = names("text:style-name text:style-override")
_ID, _LIST_ID, _LEVEL, _START = names("xml:id text:list-id text:level text:start-value")
_CONTINUES, _CONTINUED = names("text:continue-numbering text:continue-list")
_HEADER = name("text:list-header")

OUTLINE = 0
"""The list of all numbered headings."""


class Place(NamedTuple):
    """Where a paragraph stands: in the list of that number, on that level, in that list style.

    Only the first paragraph of an item is `counted`; the further ones make the levels below start again, which
    the first of a list header does not. `start` is the number that its item claims for itself.
    """

    list: int
    style: str | None
    level: int
    counted: bool = True
    heads: bool = False
    start: int | None = None


@dataclass
class _Open:
    """An open list with the item or header open in it, whose first paragraph may still be `due`."""

    key: int
    style: str | None
    due: bool = False
    header: bool = False
    start: int | None = None
    override: str | None = None


class Lists:
    """Follows the lists of a text as they open and end.

    `outline_name` is the list style of headings: a list in that style is numbered with them.
    """

    def __init__(self, outline_name: str) -> None:
        self._keys = count(OUTLINE + 1)
        self._outline_name = outline_name
        self._by_id: dict[str, int] = {}
        self._open: list[_Open] = []
        self._before: tuple[int, str | None] | None = None
        self._near: tuple[int, str | None] | None = None

    def enter(self, element: _Element) -> None:
        """A text:list begins."""
        around = self._open[-1] if self._open else None
        style = element.get(_STYLE) or (around.style if around else None)
        key = around.key if around else self._key(element, style)
        if _ID in element.attrib:
            self._by_id.setdefault(element.get(_ID, ""), key)
        self._open.append(_Open(key, style))

    def leave(self) -> None:
        """The list that began last ends."""
        ended = self._open.pop()
        if not self._open:
            self._before = ended.key, ended.style

    def enter_item(self, element: _Element) -> None:
        """A text:list-item or text:list-header begins."""
        if self._open:
            item = self._open[-1]
            item.due, item.header = True, element.tag == _HEADER
            item.start, item.override = whole(element.get(_START)), element.get(_OVERRIDE)

    def place(self) -> Place | None:
        """The place of the paragraph that begins now, None outside of lists."""
        if not self._open:
            return None
        item = self._open[-1]
        found = Place(
            item.key,
            item.override or item.style,
            min(len(self._open), LEVELS),
            counted=item.due and not item.header,
            heads=item.due and item.header,
            start=item.start,
        )
        # Also the items around it have had their first paragraph.
        for around in self._open:
            around.due = False
        return found

    def numbered_paragraph(self, element: _Element) -> Place:
        """The place of a text:numbered-paragraph, which names its list and level itself."""
        style, given = element.get(_STYLE), element.get(_LIST_ID)
        if given is not None:
            key = self._by_id.setdefault(given, next(self._keys))
        else:
            key = self._before[0] if self._before and self._before[1] == style else next(self._keys)
        self._before = key, style
        level = min(max(whole(element.get(_LEVEL)) or 1, 1), LEVELS)
        return Place(key, style, level, start=whole(element.get(_START)))

    def restored(self, place: Place | None) -> Lists:
        """The lists of what is restored where `place` is: a list in the style of the one there, or else of the one
        before, goes on with it."""
        inner = self.apart()
        inner._near = (place.list, place.style) if place else self._before
        return inner

    def apart(self) -> Lists:
        """The lists of a text that stands in this one and is no part of its lists, such as a text box."""
        inner = Lists(self._outline_name)
        inner._keys, inner._by_id = self._keys, self._by_id
        return inner

    def _key(self, element: _Element, style: str | None) -> int:
        """The number of a list that stands in no other: a new one, unless it goes on with an earlier list."""
        if style == self._outline_name:
            return OUTLINE
        if self._near and self._near[1] == style:
            return self._near[0]
        continued = self._by_id.get(element.get(_CONTINUED, ""))
        if continued is not None:
            return continued
        before = self._before
        if before and before[1] == style and element.get(_CONTINUES) == "true":
            return before[0]
        return next(self._keys)
