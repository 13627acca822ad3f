"""Labels: how often the label of a Word paragraph is the one that LibreOffice prints.

    python benchmarks/labels.py FOLDER TEXTFOLDER [--differences]

What it printed for one corpus, and why each of the differences is a fault of LibreOffice, stands in docs/formats.md.

FOLDER holds .docx files, TEXTFOLDER what LibreOffice writes of each as text (`soffice --convert-to
"txt:Text (encoded):UTF8"`), under the same names. A paragraph is found in the text by its words, in order; a
bullet is no label. Prints, file by file, the share of the found paragraphs whose label is the same to the letter,
how many were not found, and the totals: paragraphs, and files without a difference.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plandiff import sources
from plandiff.errors import PlandiffError
from plandiff.model import Block
from plandiff_readers.docx.read import read

_AHEAD = 200
"""How far a paragraph is looked for beyond the last one found."""


class Pair(NamedTuple):
    """A paragraph and the two labels it has; `printed` is LibreOffice's. `found` is False where it has none."""

    text: str
    label: str | None
    printed: str | None
    found: bool


def pairs(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Pair]:
    """Each block with the label that stands before its first line in the text of LibreOffice."""
    at = 0
    for block in blocks:
        text = " ".join(block.text.split("\n")[0].split(" | ")[0].split())
        for offset in range(at, min(at + _AHEAD, len(lines))):
            line = " ".join(lines[offset].split())
            before = line.removesuffix(text)
            if line.endswith(text) and (not before or before.endswith(" ") or block.label):
                printed = before.strip() or None
                bullet = printed is not None and len(printed) == 1 and not printed.isalnum()
                yield Pair(text, _blanks(block.label), None if bullet and block.label is None else printed, True)
                at = offset + 1
                break
        else:
            yield Pair(text, block.label, None, False)


def _blanks(label: str | None) -> str | None:
    return None if label is None else " ".join(label.split())


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(prog="labels", description="Word labels beside those of LibreOffice")
    parser.add_argument("folder", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--differences", action="store_true", help="print each paragraph whose labels differ")
    given = parser.parse_args(arguments)
    same = known = files = whole = 0
    for path in sorted(given.folder.rglob("*.docx")):
        text = given.texts / path.relative_to(given.folder).with_suffix(".txt")
        if not text.exists():
            continue
        try:
            blocks = read(sources.read(path)).blocks
        except PlandiffError as error:
            print(f"   –   {error}")
            continue
        found = list(pairs(blocks, text.read_text(encoding="utf-8-sig").split("\n")))
        agreeing = sum(pair.found and pair.label == pair.printed for pair in found)
        both = sum(pair.found for pair in found)
        same, known = same + agreeing, known + both
        files, whole = files + 1, whole + (agreeing == both)
        share = f"{agreeing / both:7.2%}" if both else "      –"
        print(f"{share}  {agreeing:6,} of {both:6,}  {len(found) - both:4,} not found  {path.stem}")
        differing = [pair for pair in found if pair.label != pair.printed or not pair.found]
        for pair in differing if given.differences else differing[:1]:
            print(f"           {pair.label!r} · LibreOffice {pair.printed!r} · {pair.text[:40]!r}")
    print(
        f"{same / max(known, 1):7.2%}  {same:6,} of {known:6,}  in all; {whole} of {files} files without a difference"
    )


if __name__ == "__main__":
    main()
