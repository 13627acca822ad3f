"""Parts: what a mail consists of, one part after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from os.path import splitext
from typing import NamedTuple

from plandiff.errors import ReadError
from plandiff.model import Source

_NO_DOCUMENT = ("image", "audio", "video", "font")
_NO_DOCUMENT_EITHER = (
    "application/pgp-signature",
    "application/pgp-keys",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
)
_SUFFIXES = {"text/plain": ".txt", "text/html": ".html"}
DOCUMENTS = (".docx", ".odt", ".pdf", ".rtf")
"""Attached files that are no text and are read all the same, by the ends of their names."""
_FLOWED = re.compile(r"(?<!\n--) \n(?!>)")
_LONGEST_NAME = 80


class Part(NamedTuple):
    """A part of a mail. `suffix` says what its `text`, or for one of `DOCUMENTS` its `data`, is, "" where it is
    none that is read; `name` is that of the attached file, None for the message itself; `document` tells an attached
    document from a picture or a signature.
    """

    name: str | None
    suffix: str
    text: str
    document: bool = True
    data: bytes = b""


def mail(source: Source) -> EmailMessage:
    """The mail that a source is. Raises `ReadError` when its parts are nested too deeply."""
    try:
        return message_from_bytes(source.data, policy=default)
    except RecursionError:
        raise ReadError(f"{source.name}: nests its parts too deeply: save its text by itself") from None


def parts(message: EmailMessage) -> Iterator[Part]:
    """The parts of a mail in their order. A mail attached to it is one part."""
    waiting: list[MIMEPart] = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += reversed(list(part.iter_parts()))
        else:
            yield _part(part)


def _part(part: MIMEPart) -> Part:
    kind = part.get_content_type()
    maintype = part.get_content_maintype()
    # Without a boundary that fits, what claims to have parts is plain text.
    suffix = ".txt" if maintype == "multipart" else _SUFFIXES.get(kind, "")
    name = part.get_filename() or ("" if part.get_content_disposition() == "attachment" or not suffix else None)
    end = "" if name is None else splitext(name)[1].lower()
    if end in DOCUMENTS:
        suffix = end
    return Part(
        name=None if name is None else " ".join(name.split())[:_LONGEST_NAME] or f"unnamed ({kind})",
        suffix=suffix,
        text=_text(part) if suffix in _SUFFIXES.values() else "",
        document=maintype not in _NO_DOCUMENT and kind not in _NO_DOCUMENT_EITHER,
        data=_data(part) if suffix in DOCUMENTS else b"",
    )


def _data(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: MIMEPart) -> str:
    data = _data(part)
    try:
        text = data.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Lines that end with a blank go on in the next one (RFC 3676), but for the line before a signature.
    return _FLOWED.sub(" ", text) if part.get_param("format") == "flowed" else text
