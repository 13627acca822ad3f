"""Definitions: the lists of a Word document, each with its levels and what one use of it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plandiff_readers.docx.names import indent, name, number, switch, value, whole
from plandiff_readers.docx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
"""A list has levels 0 to 8."""

_LONGEST_TEMPLATE = 255
_LINKS = 8
"""How often one list may refer to another before the file is taken to run in a circle."""


class Level(NamedTuple):
    """A level of a list: where it starts, the format of its number, and the template of its label ("%1.%2.").

    `restart` says which levels make it start again (None: all above it; 0: none; n: the n highest). `legal`
    turns all numbers of the label to digits. `style` is the paragraph style that stands for the level. `indent` is
    in twentieths of a point.
    """

    start: int
    format: str
    template: str
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    indent: int | None = None


class List(NamedTuple):
    """One use of a list: `num` tells the uses apart, `counter` is shared by all uses that count together.

    `starts` are the numbers at which this use begins its levels again. `resets` are, for each level, the levels
    below it that start again after a paragraph on it.
    """

    num: int
    counter: int
    levels: tuple[Level, ...]
    starts: dict[int, int]
    resets: tuple[tuple[int, ...], ...]

    def start(self, index: int) -> int:
        """Where a level begins when this use of the list is on it."""
        return self.starts.get(index, self.levels[index].start)

    def linked(self, styles: tuple[str, ...]) -> int | None:
        """The level that the first of these styles stands for; None where none of them does."""
        for style in styles:
            for index, level in enumerate(self.levels):
                if level.style == style:
                    return index
        return None


class Definitions:
    """The lists of a document; of its part of numbering, which may be missing."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[int, _Element] = {}
        self._nums: dict[int, _Element] = {}
        self._made: dict[int, List | None] = {}
        if root is None:
            return
        for kind, found in (("abstractNum", self._abstracts), ("num", self._nums)):
            attribute = name(f"w:{kind}Id" if kind == "abstractNum" else "w:numId")
            for element in root.iterchildren(name(f"w:{kind}")):
                key = whole(element.get(attribute))
                if key is not None:
                    found.setdefault(key, element)

    def list(self, num: int | None) -> List | None:
        """The list that paragraphs of that number are numbered by; None where there is none."""
        if num is None:
            return None
        if num not in self._made:
            self._made[num] = self._make(num)
        return self._made[num]

    def _make(self, num: int) -> List | None:
        counter = self._abstract(num)
        if counter is None:
            return None
        given = _levels(self._abstracts[counter])
        starts: dict[int, int] = {}
        for override in self._nums[num].iterchildren(name("w:lvlOverride")):
            given |= _levels(override)
            index, start = whole(override.get(name("w:ilvl"))), number(override, "w:startOverride")
            if index is not None and start is not None:
                starts[index] = start
        levels = tuple(given.get(index) or _undefined(index) for index in range(LEVELS))
        return List(num, counter, levels, starts, tuple(_resets(levels, index) for index in range(LEVELS)))

    def _abstract(self, num: int) -> int | None:
        """The definition behind a use; one that only links to a list style is replaced by the style's own."""
        for _ in range(_LINKS):
            counter = number(self._nums.get(num), "w:abstractNumId")
            if counter is None or counter not in self._abstracts:
                return None
            link = value(self._abstracts[counter], "w:numStyleLink")
            following = self._styles.of(link).num if link else None
            if following is None or following == num:
                return counter
            num = following
        return None


def _undefined(index: int) -> Level:
    """A level that nobody defined: a plain number, as word processors make it."""
    return Level(start=1, format="decimal", template=f"%{index + 1}.")


def _resets(levels: tuple[Level, ...], index: int) -> tuple[int, ...]:
    return tuple(below for below in range(index + 1, LEVELS) if _restarts(levels[below].restart, below, index))


def _restarts(restart: int | None, below: int, index: int) -> bool:
    """Whether a paragraph on a level makes the level `below` it start again."""
    # A level cannot wait for itself or for one below it.
    return restart is None or restart > below or index < restart


def _levels(parent: _Element) -> dict[int, Level]:
    found = {}
    for element in parent.iterchildren(name("w:lvl")):
        index = whole(element.get(name("w:ilvl")))
        if index is not None and index < LEVELS:
            found[index] = _level(element)
    return found


def _level(element: _Element) -> Level:
    properties = element.find(name("w:pPr"))
    return Level(
        start=number(element, "w:start") or 0,
        format=_format(element),
        template=(value(element, "w:lvlText") or "")[:_LONGEST_TEMPLATE],
        restart=number(element, "w:lvlRestart"),
        legal=bool(switch(element, "w:isLgl")),
        style=value(element, "w:pStyle"),
        indent=None if properties is None else indent(properties.find(name("w:ind"))),
    )


def _format(element: _Element) -> str:
    """The name of the number's format; that of a custom one is its first sample, as in "001, 002, 003, ..."."""
    for given in element.iter(name("w:numFmt")):
        kind = given.get(name("w:val"), "decimal")
        return given.get(name("w:format"), "decimal") if kind == "custom" else kind
    return "decimal"
