"""Read: from the bytes of a book to its blocks."""

from __future__ import annotations

import re

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Omission, Source
from plandiff_readers.epub.spine import spine
from plandiff_readers.package import Package
from plandiff_readers.page import page
from plandiff_readers.remarks import HIDDEN, remarks

_ENCODING = re.compile(rb"""<\?xml[^>]{1,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._-]{1,40})""")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(source: Source) -> Document:
    """The document that a book holds.

    Raises `ReadError` when the book is damaged, is protected, or holds no text to compare.
    """
    package = Package(source)
    blocks: list[Block] = []
    omitted: list[Omission] = []
    warnings: list[str] = []
    for chapter in spine(source.name, package):
        try:
            found = page(_decoded(source.name, chapter.part, package.read(chapter.part)))
        except RecursionError:
            raise ReadError(f"{source.name}: {chapter.part} nests lists too deeply: flatten them") from None
        if chapter.contents:
            text = "\n".join(draft.printed for draft in found.drafts)
            found.omitted.append(Omission(reason="table of contents", text=text))
        else:
            blocks += found.blocks
        omitted += [Omission(reason=left.reason, text=left.text) for left in found.omitted if left.text]
        warnings += [f"{warning}, in {chapter.part}" for warning in found.warnings]
    if not blocks:
        raise ReadError(f"{source.name}: holds no text; are its pages pictures? Have their text recognised first")
    return Document(
        format="EPUB book",
        blocks=tuple(
            Block(text=block.text, kind=block.kind, label=block.label, level=block.level, line=line)
            for line, block in enumerate(blocks, 1)
        ),
        omitted=tuple(omitted),
        warnings=tuple(warnings),
        findings=tuple(remarks(omission for omission in omitted if omission.reason == HIDDEN)),
    )


def _decoded(name: str, part: str, data: bytes) -> str:
    """The text of a page, in UTF-8 unless it says otherwise."""
    declared = _ENCODING.match(data)
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    encoding = encoding or (declared[1].decode() if declared else "utf-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        raise ReadError(f"{name}: its page {part} is not {encoding}, as it says: save the book again") from None
