"""Read: from a mail to the blocks of the plan in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from importlib import import_module

from plandiff.errors import ReadError
from plandiff.model import Document, Omission, Source
from plandiff_readers.elements import QUOTED_MESSAGE
from plandiff_readers.eml.parts import DOCUMENTS, Part, mail, parts
from plandiff_readers.html import plandiff_read as read_html
from plandiff_readers.numbered import numbered
from plandiff_readers.text import plandiff_read as read_text

_LIST = 3
"""So many numbered points in the message itself make it the plan."""

_SHOWN = ("from", "to", "cc", "bcc", "date", "subject")
_QUOTED = re.compile(r"^>[^\n]*", re.MULTILINE)
_MARKS = re.compile(r"^(?:> ?)+", re.MULTILINE)
_SIGNATURE = re.compile(r"\n-- \n([^\n]{0,200}(?:\n[^\n]{0,200}){0,15})\Z")
_NAMED = 5


def read(source: Source) -> Document:
    """The document that a mail holds.

    Raises `ReadError` when it holds none, or when it is in an attachment that must be saved first.
    """
    message = mail(source)
    body, again, attached = _sorted(list(parts(message)))
    documents = [part for part in attached if part.document]
    omitted = _headers(message)
    omitted += [Omission(reason="the message again, as HTML", text=part.text) for part in again if part.text.strip()]
    chosen, document = body, _document(source, body)
    if document is None or (documents and _points(document) < _LIST):
        chosen = _the_one(source.name, documents)
        if body.text.strip():
            omitted.append(Omission(reason="message around the attachment", text=body.text.strip()))
        document = _document(source, chosen)
    if document is None:
        raise ReadError(f"{source.name}: the attached {chosen.name} holds no text to compare: check the file")
    unread = [part for part in attached if part is not chosen]
    omitted += [Omission(reason="attachment, not read", text=part.name or "") for part in unread]
    warnings = [f"the attached {part.name} is not read" for part in unread if part.document]
    return Document(
        format="mail",
        blocks=document.blocks,
        omitted=(*omitted, *document.omitted),
        warnings=(*warnings, *document.warnings),
        findings=document.findings,
    )


def _sorted(found: Sequence[Part]) -> tuple[Part, list[Part], list[Part]]:
    """The message itself, its text in other forms, and what is attached to it."""
    plain = [part for part in found if part.name is None and part.suffix == ".txt" and part.text.strip()]
    pages = [part for part in found if part.name is None and part.suffix == ".html"]
    attached = [part for part in found if part.name is not None]
    if plain or not pages:
        return Part(None, ".txt", "\n\n".join(part.text for part in plain)), pages, attached
    return pages[0], pages[1:], attached


def _the_one(name: str, documents: Sequence[Part]) -> Part:
    """The one attachment that can be the plan."""
    if not documents:
        raise ReadError(f"{name}: holds no text to compare: check that it is the mail you meant")
    if len(documents) > 1:
        named = ", ".join(part.name or "" for part in documents[:_NAMED])
        raise ReadError(f"{name}: has {len(documents)} attachments ({named}): save the one you mean and compare it")
    if not documents[0].suffix:
        raise ReadError(f"{name}: holds no list of points itself: save the attached {documents[0].name} and compare it")
    return documents[0]


def _document(source: Source, part: Part) -> Document | None:
    """What the reader of its format makes of a part; None where it finds no text in it.

    Raises `ReadError` where an attached document cannot be read.
    """
    if part.suffix in DOCUMENTS:
        named = f"{source.name}, attached {part.name}"
        media = part.suffix[1:]
        inner = Source(name=named, suffix=part.suffix, data=part.data, media=media, revisions=source.revisions)
        attached: Document = import_module(f"plandiff_readers.{media}.read").read(inner)
        return attached
    text, apart = _apart(part.text) if part.suffix == ".txt" else (part.text, [])
    inner = Source(name=source.name, suffix=part.suffix, data=b"", text=text)
    try:
        document: Document | None = (read_html if part.suffix == ".html" else read_text)(inner)
    except ReadError:
        return None
    if document is None or not apart:
        return document
    return Document(format=document.format, blocks=document.blocks, omitted=(*document.omitted, *apart))


def _apart(text: str) -> tuple[str, list[Omission]]:
    """A message without the messages it quotes and its signature, and these; what is nothing but a quotation is the
    message."""
    rest = _QUOTED.sub("", text)
    if not rest.strip():
        return _MARKS.sub("", text), []
    apart = []
    if quoted := "\n".join(_QUOTED.findall(text)):
        apart.append(Omission(reason=QUOTED_MESSAGE, text=_MARKS.sub("", quoted)))
    if signature := _SIGNATURE.search(rest.rstrip()):
        rest = rest[: signature.start()]
        apart.append(Omission(reason="signature of the mail", text=signature[1].strip()))
    return rest, apart


def _points(document: Document) -> int:
    return sum(numbered(block.label, block.text) for block in document.blocks)


def _headers(message: EmailMessage) -> list[Omission]:
    """The headers, those that mail programs show apart from the technical ones."""
    shown: list[str] = []
    technical: list[str] = []
    for name, value in message.raw_items():
        (shown if name.lower() in _SHOWN else technical).append(f"{name}: {_decoded(value)}")
    return [
        Omission(reason=reason, text="\n".join(lines))
        for reason, lines in (("header of the mail", shown), ("technical header of the mail", technical))
        if lines
    ]


def _decoded(value: object) -> str:
    flat = " ".join(str(value).split()).encode(errors="replace").decode()
    try:
        return str(make_header(decode_header(flat)))
    except (LookupError, ValueError, MessageError):
        return flat
