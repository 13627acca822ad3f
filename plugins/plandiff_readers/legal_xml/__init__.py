"""Laws and bills in XML: Akoma Ntoso (LegalDocML) and USLM (United States Legislative Markup)."""

from __future__ import annotations

import re

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source

_BEGINNING = 20_000
# Compiled when they are first used: most runs read other formats.
_PROLOG = r"(?s)<\?.{0,2000}?\?>|<!--.{0,9000}?-->|<!DOCTYPE[^>\[]{0,900}>"
_ROOT = r"\s{0,99}<(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z]{1,30})([^>]{0,9000})>"
_SPACES = ("legaldocml", "akomantoso", "/uslm")
"""What the namespaces of all versions have in common."""


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are the provisions with their numbers as labels and their nesting as levels, and paragraphs.

    Known by the root element or its namespace, whatever the version. Provisions quoted by an amendment are words
    of the provision that quotes them. Marked insertions and deletions are read on the side that
    `source.revisions` chooses. Metadata, cover page, notes and tables of contents are set aside.
    """
    if source.text is None or source.suffix not in ("", ".xml", ".akn"):
        return None
    root = re.match(_ROOT, re.sub(_PROLOG, "", source.text[:_BEGINNING]).removeprefix("\ufeff"))
    if root is None or not (root[1] == "akomaNtoso" or any(space in root[2].lower() for space in _SPACES)):
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.legal_xml.read import read

    return isolated(read, source)
