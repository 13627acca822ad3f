"""HTML that cannot forget to escape: what is not markup already is document text."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.render.escape_html import escape_html

_VOID = {"input", "meta"}

_LINE = {"article", "details", "div", "h2", "h3", "head", "li", "meta", "p", "path", "rect", "section", "title", "tr"}
"""Elements that end a line of the source, so that it can be read, and two of them compared."""


class Html(str):
    """Finished markup. Only this package makes any; every other string is escaped on its way in."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """An element. Strings among its children and attributes are escaped, `Html` stays as it is.

    An attribute is written with dashes for underscores, one at the end falls off (`class_`, `data_kind`); None and
    False leave it out, True writes its name alone. A template engine would do no more than this for a page that
    is all loops, and would be one more language to read.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value not in (None, False))
    element = f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{join(children)}</{name}>"
    return Html(element + "\n" if name in _LINE else element)


def join(pieces: Iterable[str]) -> Html:
    """Pieces one after the other."""
    return Html("".join(piece if isinstance(piece, Html) else escape_html(piece) for piece in pieces))


def bdi(text: str) -> Html:
    """Words of a document, a file name or a plugin amid words of ours; their direction is their own affair."""
    return tag("bdi", text)


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape_html(str(value))}"'
