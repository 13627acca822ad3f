"""Fuzz the Word reader: the XML parts of one document, in a zip file that stays the same."""

from __future__ import annotations

from fuzz.parts import joined, mutate, parts_of, zipped
from fuzz.target import target
from plandiff.model import Source
from plandiff_readers.docx.read import read
from tests.plugins.docx_files import before, docx, field, p, r, row, sample, sdt, tracked

FREE = ("word/document.xml", "word/numbering.xml", "word/styles.xml")


def source(data: bytes) -> Source:
    return Source(name="input", suffix=".docx", data=zipped(data, FREE, FIXED), media="docx")


PARTS = parts_of(sample()[0])
FIXED = {name: part for name, part in PARTS.items() if name not in FREE}
RICH = docx(
    p("1. ", r("Hidden", "<w:vanish/>"), field("REF x", "see 2"), tracked("ins", "new"), tracked("del", "old")),
    sdt(p("(a) in a control", props=before("p", ""))),
    f"<w:tbl>{row('a', 'b', props='<w:tblHeader/>')}{row(p('3. c', num=1), 'd')}</w:tbl>",
)
SEEDS = [
    joined(*(PARTS[name] for name in FREE)),
    joined(parts_of(RICH)[FREE[0]], *(PARTS[name] for name in FREE[1:])),
]

if __name__ == "__main__":
    target(read, source, SEEDS, mutate)
