"""Styles: what the styles of an OpenDocument text say about its lists and its hidden words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from plandiff_readers.odt.list_style import UNNUMBERED, ListStyle, list_style
from plandiff_readers.odt.names import names

if TYPE_CHECKING:
    from lxml.etree import _Element

_ANCESTORS = 32
"""How many styles one style can rest on before the file is taken to run in a circle."""

_STYLE, _DEFAULT, _LIST, _OUTLINE = names("style:style style:default-style text:list-style text:outline-style")
_NAME, _FAMILY, _PARENT = names("style:name style:family style:parent-style-name")
_USES, _HEADING_LEVEL, _LANGUAGE = names("style:list-style-name style:default-outline-level fo:language")
_TEXT, _DISPLAY = names("style:text-properties text:display")


class Styles:
    """The styles that a text can name.

    `lists` are its list styles by name, `outline` numbers its headings and is called `outline_name`, `language`
    is that of the whole text. Where two styles share a name, that of `automatic`, formatting by hand, is meant.
    """

    def __init__(self, common: Iterable[_Element], automatic: Iterable[_Element]) -> None:
        self.lists: dict[str, ListStyle] = {}
        self.outline = UNNUMBERED
        self.outline_name = "Outline"
        self.language = "en"
        self._styles: dict[tuple[str, str], _Element] = {}
        for group in (*common, *automatic):
            for style in group:
                self._add(style)

    def hides(self, family: str, style: str | None) -> bool:
        """Whether text in that style is not shown."""
        for element in self._chain(family, style):
            properties = element.find(_TEXT)
            display = None if properties is None else properties.get(_DISPLAY)
            if display is not None:
                return display != "true"
        return False

    def list_of(self, style: str | None) -> str | None:
        """The list style that a paragraph style brings along, its own or inherited."""
        for element in self._chain("paragraph", style):
            if _USES in element.attrib:
                return element.get(_USES) or None
        return None

    def leaves_outline(self, style: str | None) -> bool:
        """Whether a heading in that style is not numbered with the others: it, or a style it rests on up to the
        one that makes it a heading, names another list style or none."""
        for element in self._chain("paragraph", style):
            if _USES in element.attrib:
                return element.get(_USES) != self.outline_name
            if element.get(_HEADING_LEVEL):
                return False
        return False

    def _add(self, style: _Element) -> None:
        key = style.get(_FAMILY, ""), style.get(_NAME, "")
        if style.tag == _STYLE:
            self._styles[key] = style
        elif style.tag == _LIST:
            self.lists[key[1]] = list_style(style)
        elif style.tag == _OUTLINE:
            self.outline, self.outline_name = list_style(style), key[1] or self.outline_name
        elif style.tag == _DEFAULT and key[0] == "paragraph":
            properties = style.find(_TEXT)
            self.language = "en" if properties is None else properties.get(_LANGUAGE, "en")

    def _chain(self, family: str, style: str | None) -> Iterator[_Element]:
        """The style and those it rests on, nearest first."""
        for _ in range(_ANCESTORS):
            element = self._styles.get((family, style or ""))
            if element is None:
                return
            yield element
            style = element.get(_PARENT)
