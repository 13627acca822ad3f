"""Mails (.eml): the plan in the message itself or in a document attached to it."""

from __future__ import annotations

import re

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source

_HEADER = r"[A-Za-z][A-Za-z-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,60}"
# Compiled when it is first used: most runs read other formats.
_BEGINS = rf"(?i)(?:{_HEADER}){{0,60}}?(?:MIME-Version|Message-ID):"


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """Blocks are those of the message, plain rather than HTML, or of the one document attached to it.

    An attached text, page, Word or OpenDocument text, PDF or RTF is read where the message itself holds no list of
    points; one in another format must be saved and compared by itself. Headers, messages quoted in it, the signature
    and other attachments are set aside.
    """
    if source.text is None or not (source.suffix == ".eml" or (not source.suffix and re.match(_BEGINS, source.text))):
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.eml.read import read

    return isolated(read, source)
