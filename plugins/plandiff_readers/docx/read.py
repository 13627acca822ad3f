"""Read: from the bytes of a Word document to its blocks."""

from __future__ import annotations

from itertools import count

from plandiff.errors import ReadError
from plandiff.model import Block, Document, Omission, Source
from plandiff_readers.docx.beside import Beside
from plandiff_readers.docx.definitions import Definitions
from plandiff_readers.docx.parts import Parts
from plandiff_readers.docx.reading import Reading
from plandiff_readers.docx.revisions import Side, tracked_by
from plandiff_readers.docx.story import Story
from plandiff_readers.docx.styles import Styles
from plandiff_readers.remarks import remarks
from plandiff_readers.word_processor.draft import Draft


def read(source: Source) -> Document:
    """The document that a Word file holds, on the side of its tracked changes that `source.revisions` names.

    Raises `ReadError` when the file is damaged, or holds no text to compare.
    """
    parts = Parts(source)
    body, beside = parts.tree(parts.main), Beside(parts)
    styles = Styles(parts.one("styles"))
    reading = Reading(Side(source.revisions), styles, Definitions(parts.one("numbering"), styles))
    drafts = Story(reading, count(1)).read(body)
    beside.set_aside(reading)
    blocks = tuple(_block(draft) for draft in drafts if draft.text)
    if not blocks:
        raise _empty(source.name, reading.omitted)
    for draft in drafts:
        if not draft.text:
            reading.set_aside("number without text", draft.printed, draft.line)
    omitted = sorted(reading.omitted, key=lambda omission: (omission.line is None, omission.line or 0))
    return Document(
        format="Word document",
        blocks=blocks,
        omitted=tuple(omitted),
        warnings=tuple(_warnings(reading, *tracked_by([body, *beside.roots]), source)),
        findings=tuple(remarks(omitted)),
    )


def _empty(name: str, omitted: list[Omission]) -> ReadError:
    reasons = ", ".join(sorted({omission.reason for omission in omitted}))
    if reasons:
        return ReadError(f"{name}: holds no text of its own but what is set aside ({reasons}): check the file")
    return ReadError(f"{name}: holds no text; is it a scan? Have its text recognised first")


def _block(draft: Draft) -> Block:
    return Block(text=draft.text, kind=draft.kind, label=draft.label, level=draft.level, line=draft.line)


def _warnings(reading: Reading, tracked: int, authors: str, source: Source) -> list[str]:
    said = []
    if tracked:
        said.append(f"tracked changes by {authors}, {tracked:,} in all, read as {source.revisions}ed")
    if reading.numbering_fields:
        said.append(
            "numbers that Word computes by fields (LISTNUM, AUTONUM) are not stored in the file and were not read, "
            f"{reading.numbering_fields:,} in all: turn them into text in Word"
        )
    if reading.embedded:
        said.append(
            f"documents embedded in it were not read, {reading.embedded:,} in all: open it in Word and save it again"
        )
    return said
