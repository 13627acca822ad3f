"""Styles: what a paragraph or a run is told by the style it has, and by those that style is based on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from plandiff_readers.docx.names import indent, name, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_T = TypeVar("_T")

_DEFAULT_RUN = "/".join(map(name, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
_BASES = 50
"""How many styles one may be based on, one on the other; Word's own documents have fewer than ten."""

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)


class Style(NamedTuple):
    """What a style and those it is based on say together.

    `num` is the list that its paragraphs are numbered by (0 switches numbering off), `level` the level in it,
    `outline` the level as a heading from 0 up, `hidden` whether the text is hidden, `contents` whether it is for
    a table of contents, `language` as in "en-GB", `indent` in twentieths of a point. `keys` are the style itself
    and those it is based on.
    """

    keys: tuple[str, ...] = ()
    num: int | None = None
    level: int | None = None
    outline: int | None = None
    hidden: bool | None = None
    contents: bool = False
    language: str | None = None
    indent: int | None = None


class Styles:
    """The styles of a document; of its part of styles, which may be missing."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._made: dict[str | None, Style] = {}
        self._default: str | None = None
        self.language = "en"
        if root is None:
            return
        for style in root.iterchildren(name("w:style")):
            key = style.get(name("w:styleId"), "")
            self._elements.setdefault(key, style)
            if style.get(name("w:type")) == "paragraph" and style.get(name("w:default")) in ("1", "true", "on"):
                self._default = key
        self.language = value(root.find(_DEFAULT_RUN), "w:lang") or self.language

    def of(self, key: str | None) -> Style:
        """The style of that key; the default one where it is None or nobody defined it."""
        if key not in self._made:
            self._made[key] = self._make(key if key in self._elements else self._default)
        return self._made[key]

    def _make(self, key: str | None) -> Style:
        chain: dict[str, _Element] = {}
        while key in self._elements and key not in chain and len(chain) < _BASES:
            chain[key] = self._elements[key]
            key = value(chain[key], "w:basedOn")
        style = Style(keys=tuple(chain))
        for element in reversed(chain.values()):
            style = _with(style, element)
        return style


def _with(style: Style, element: _Element) -> Style:
    """The style with what the style based on it says anew."""
    paragraph, run = element.find(name("w:pPr")), element.find(name("w:rPr"))
    numbered = None if paragraph is None else paragraph.find(name("w:numPr"))
    called = value(element, "w:name") or ""
    heading = _HEADING.fullmatch(called)
    outline = int(heading[1]) - 1 if heading else number(paragraph, "w:outlineLvl")
    return Style(
        keys=style.keys,
        num=_or(number(numbered, "w:numId"), style.num),
        level=_or(number(numbered, "w:ilvl"), style.level),
        outline=_or(outline, style.outline),
        hidden=_or(switch(run, "w:vanish"), style.hidden),
        contents=style.contents or _CONTENTS.fullmatch(called) is not None,
        language=_or(value(run, "w:lang"), style.language),
        indent=_or(None if paragraph is None else indent(paragraph.find(name("w:ind"))), style.indent),
    )


def _or(said: _T | None, before: _T | None) -> _T | None:
    return before if said is None else said
