"""Spine: which pages a book has, in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from plandiff.errors import ReadError
from plandiff_readers.package import Package
from plandiff_readers.xml_tree import xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


class Chapter(NamedTuple):
    """A page of the book: the name of its part, and whether it is the table of contents."""

    part: str
    contents: bool


def spine(name: str, package: Package) -> list[Chapter]:
    """The pages of a book. `name` is that of the source.

    Raises `ReadError` when the book is protected, or does not say which pages it has.
    """
    if _ENCRYPTION in package:
        for data in _named(xml_tree(name, _ENCRYPTION, package.read(_ENCRYPTION)), "EncryptedData"):
            algorithms = {method.get("Algorithm", "") for method in _named(data, "EncryptionMethod")}
            if not algorithms <= set(_FONT_ALGORITHMS):
                raise ReadError(
                    f"{name}: is protected against copying (DRM): save its text from the program that opens it"
                )
    container = xml_tree(name, _CONTAINER, package.read(_CONTAINER))
    main = next((root.get("full-path", "") for root in _named(container, "rootfile")), "")
    book = xml_tree(name, main, package.read(main)) if main else container
    items = {item.get("id", ""): item for item in _named(book, "item")}
    chapters = []
    for reference in _named(book, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is not None:
            part = posixpath.normpath(posixpath.join(posixpath.dirname(main), _unescaped(item.get("href", ""))))
            chapters.append(Chapter(part, "nav" in item.get("properties", "").split()))
    if not chapters:
        raise ReadError(f"{name}: is a book without pages: open it in its own program and save it again")
    return chapters


def _named(root: _Element, name: str) -> Iterator[_Element]:
    """The elements of that name, whatever their namespace."""
    return root.iter(f"{{*}}{name}")


def _unescaped(address: str) -> str:
    """An address inside the book as the name of a part."""
    path = address.partition("#")[0].encode()
    return _ESCAPED.sub(lambda sign: bytes([int(sign[1], 16)]), path).decode(errors="replace")
