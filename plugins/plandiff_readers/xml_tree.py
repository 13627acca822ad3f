"""XML from documents that are not trusted, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandiff.errors import ReadError
from plandiff.limits import limit, too_much

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARSER_DEPTH = 256
"""Elements nested deeper are refused by libxml2 itself, unless it is told that the document is huge."""


def xml_tree(name: str, part: str, data: bytes) -> _Element:
    """The root element of an XML text, without its comments and processing instructions.

    `name` is the name of the source, `part` that of the part inside it, "" where the source is the XML itself.
    No document type is accepted, so no entity is ever defined, and nothing is fetched. Raises `ReadError` when
    the text is not well-formed, has a document type, or nests deeper than `xml_depth`, and `MemoryError` when its
    tree takes more memory than there is.
    """
    from lxml import etree

    whole = f"its part {part}" if part else "it"
    # Without zeros the marks are found in UTF-16 and UTF-32 too.
    if b"<!DOCTYPE" in data or b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise ReadError(f"{name}: {whole} declares a document type, which can hide text: take the <!DOCTYPE ...> out")
    depth = limit("xml_depth")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=depth > _PARSER_DEPTH,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
            raise MemoryError from None
        if "depth" in str(error):
            raise too_much(name, "xml_depth", f"{whole} nests its elements too deeply") from None
        raise _malformed(name, whole, error.lineno) from None
    # What libxml2 reports and goes on from, such as a prefix that nobody declared, would lose text later.
    for entry in parser.error_log.filter_from_errors():
        raise _malformed(name, whole, entry.line)
    if depth != _PARSER_DEPTH and root.xpath("/*" * (depth + 1)):
        raise too_much(name, "xml_depth", f"{whole} nests its elements too deeply")
    return root


def _malformed(name: str, whole: str, line: int | None) -> ReadError:
    place = f" (line {line})" if line else ""
    return ReadError(
        f"{name}: {whole} is not XML that can be read{place}: open it in its own program and save it again"
    )
