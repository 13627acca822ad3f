"""Docxodus: python-redlines compares Word files; this hands it some and reads the tracked changes."""

from __future__ import annotations

import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from benchmarks.alignment.project import Kept, project

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def docxodus(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Links of points from the characters that python-redlines shows as kept or moved.

    Raises `ValueError` when the tracked changes do not hold both texts.
    """
    engine = import_module("python_redlines").DocxodusEngine()
    redline, _, _ = engine.run_redline("plandiff", _docx(left), _docx(right))
    with zipfile.ZipFile(io.BytesIO(redline)) as package:
        document = package.read("word/document.xml")
    owners = _owners(left), _owners(right)
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    seen = [0, 0]
    kept: Kept = Counter()
    for sides, move, size in _runs(document):
        spans = [range(seen[side], seen[side] + size) for side in (0, 1)]
        for side in sides:
            seen[side] += size
            if move:
                places[move][side].extend(spans[side])
        if sides == (0, 1):
            kept.update((owners[0][i], owners[1][j]) for i, j in zip(*spans, strict=True))
    if seen != [len(owners[0]), len(owners[1])]:
        raise ValueError("the tracked changes of python-redlines do not hold both texts")
    for old, new in places.values():
        kept.update((owners[0][i], owners[1][j]) for i, j in zip(old, new, strict=False))
    return project(kept, (Counter(owners[0]), Counter(owners[1])))


def _runs(document: bytes) -> Iterator[tuple[tuple[int, ...], str | None, int]]:
    """The runs of text in order: the sides that have it, the name of its move, its length without white
    space."""
    sides: list[tuple[int, ...]] = [(0, 1)]
    move: str | None = None
    tags = {f"{{{_W}}}del": (0,), f"{{{_W}}}moveFrom": (0,), f"{{{_W}}}ins": (1,), f"{{{_W}}}moveTo": (1,)}
    events = ElementTree.iterparse(io.BytesIO(document), events=("start", "end"))
    for event, element in events:
        name = element.tag.rpartition("}")[2]
        if element.tag in tags:
            sides = [*sides, tags[element.tag]] if event == "start" else sides[:-1]
        elif event == "start" and name in ("moveFromRangeStart", "moveToRangeStart"):
            move = element.get(f"{{{_W}}}name")
        elif event == "start" and name in ("moveFromRangeEnd", "moveToRangeEnd"):
            move = None
        elif event == "end" and name in ("t", "delText"):
            yield sides[-1], move, len("".join((element.text or "").split()))


def _owners(texts: Sequence[str]) -> list[int]:
    """The index of the point of every character that is no white space."""
    return [index for index, text in enumerate(texts) for word in text.split() for _ in word]


def _docx(texts: Sequence[str]) -> bytes:
    """A bare Word file with one paragraph a point."""
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in texts)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPES}.settings+xml"/></Types>',
        "_rels/.rels": f'{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_REL}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'<w:settings xmlns:w="{_W}"/>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{paragraphs}</w:body></w:document>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, _HEAD + content)
    return packed.getvalue()
