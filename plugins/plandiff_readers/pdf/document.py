"""The document that a PDF file holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from pypdf import PdfReader

from plandiff.errors import ReadError
from plandiff.model import Document, Finding, Omission, Source
from plandiff_readers.pdf.beside import ATTACHED, Beside, attached
from plandiff_readers.pdf.footnotes import footnotes
from plandiff_readers.pdf.furniture import furniture
from plandiff_readers.pdf.glyphs import UNKNOWN
from plandiff_readers.pdf.line import Line
from plandiff_readers.pdf.look_up import look_up
from plandiff_readers.pdf.opened import DAMAGED, Complaints, opened
from plandiff_readers.pdf.pages import Page, pages
from plandiff_readers.pdf.paragraphs import paragraphs
from plandiff_readers.pdf.words import INVISIBLE, WHITE
from plandiff_readers.remarks import remarks

_RECOGNISE = "have it recognised (OCR) first"
_NAMED = 5
_QUOTED = 60
_MOST_UNKNOWN = 0.3


def document(source: Source) -> Document:
    """The document that a PDF file holds.

    Raises `ReadError` when the file is damaged, locked or too long, and when it holds no text to compare.
    """
    with Complaints():  # those about the frame of the file do not concern its text
        reader = opened(source)
    with Complaints() as complaints:
        found = list(pages(reader, source.name))
    lines = [line for page in found for line in page.lines]
    _check(source.name, found, complaints.count)
    usual = _usual_size(lines)
    edges = furniture(lines, usual)
    if len(edges) == len(lines):
        edges = {}
    text, notes = footnotes([line for line in lines if line.number not in edges], usual)
    omitted = [
        *(
            Omission(reason=edges[line.number], text=line.text, line=line.number)
            for line in lines
            if line.number in edges
        ),
        *notes,
        *(omission for page in found for omission in _beside(page)),
        *(Omission(reason=ATTACHED, text=name) for name in attached(reader)),
    ]
    omitted.sort(key=lambda omission: (omission.line is None, omission.line or 0))
    return Document(
        format="PDF",
        blocks=tuple(paragraphs(text, usual)),
        omitted=tuple(omitted),
        warnings=tuple(_warnings(reader, found, complaints.count)),
        findings=(*(finding for page in found for finding in _unseen(page)), *remarks(omitted)),
    )


def _check(name: str, found: list[Page], complaints: int) -> None:
    """Refuse a file without text, and one whose fonts do not say what their signs mean."""
    lines = [line for page in found for line in page.lines]
    if not lines:
        if any(page.pictured for page in found):
            raise ReadError(f"{name}: holds pictures of pages and no text: {_RECOGNISE}")
        if complaints:
            raise ReadError(f"{name}: {DAMAGED}")
        raise ReadError(f"{name}: its pages are empty: check that it is the file you meant")
    unknown = sum(line.text.count(UNKNOWN) for line in lines)
    if unknown > _MOST_UNKNOWN * sum(len(line.text) for line in lines):
        raise ReadError(f"{name}: does not say which letters its signs mean: {_RECOGNISE}, or make the PDF again")


def _usual_size(lines: list[Line]) -> float:
    """The size that most of the text is set in."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


# ---------------------------------------------------------------- what a person should know


def _warnings(reader: PdfReader, found: list[Page], complaints: int) -> Iterator[str]:
    pictures = [page.number for page in found if page.pictured and not page.lines]
    if pictures:
        yield f"pictures without text on {_numbers(pictures)}, not compared: {_RECOGNISE}"
    scanned = [page.number for page in found if _is_scan(page)]
    if scanned:
        yield f"text recognised by a machine (OCR) on {_numbers(scanned)}: words may be misread"
    unknown = sum(line.text.count(UNKNOWN) for page in found for line in page.lines)
    if unknown:
        yield f"signs whose meaning the file does not say, shown as {UNKNOWN}: {unknown:,}"
    if complaints:
        yield "the file is damaged in places, so text may be missing: print it to a new PDF"
    if look_up(reader.trailer, "/Root", "/AcroForm", "/XFA") is not None:
        yield "holds a form of a kind that was not read (XFA): print it to a new PDF"


def _numbers(numbers: list[int]) -> str:
    """Pages as they are said: "page 4", "pages 1, 2, 3 and 9 more"."""
    named = ", ".join(map(str, numbers[:_NAMED]))
    more = f" and {len(numbers) - _NAMED:,} more" if len(numbers) > _NAMED else ""
    return f"page{'s' if len(numbers) > 1 else ''} {named}{more}"


def _is_scan(page: Page) -> bool:
    """Whether the text is the invisible one that recognition lays over the picture of a page."""
    return bool(page.lines) and page.pictured and all(line.why == INVISIBLE for line in page.lines)


def _unseen(page: Page) -> Iterator[Finding]:
    """A finding for each passage that a person who looks at the page does not see."""
    if _is_scan(page):
        return
    for why, group in groupby(page.lines, key=lambda line: line.why):
        passage = list(group)
        if why:
            # White text may stand on a coloured ground.
            certain = why != WHITE or not page.coloured
            yield Finding(
                rule="hidden-text",
                severity="substantive" if certain else "none",
                message=f"text on page {page.number} that {'is' if certain else 'may be'} not seen: {why}",
                line=passage[0].number,
                quote=shorten(" ".join(line.unseen for line in passage), _QUOTED, placeholder="…"),
            )


def _beside(page: Page) -> Iterator[Omission]:
    yield from page.apart
    for note in page.beside:
        yield Omission(reason=note.reason, text=note.text, line=_line(page, note))


def _line(page: Page, note: Beside) -> int | None:
    """The line that a comment stands beside."""
    nearest = min(page.lines, key=lambda line: abs(line.down - note.down), default=None)
    return nearest.number if nearest else None
