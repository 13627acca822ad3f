"""Exceptions: why provisions differ from what was drafted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.agreement.measure import Agreement, Difference, Seen

PAGE = ("plain.html", "attached.eml", "pandoc.html", "pandoc.epub", "page.odt", "page.docx", "page.pdf")
"""Files made of a page, whose lists print letters without brackets."""

NO_BRACKETS = "a list of a page has no brackets, and is printed without them"
PRINTED_SO = "LibreOffice prints this label too: the program that made the file wrote another one than was drafted"
HYPHEN = "the hyphen at the end of a printed line may be the word's own"


def exceptions(
    found: Agreement, path: Path, exported: Callable[[], Sequence[str]]
) -> dict[str | None, list[Difference]]:
    """The differences by the reason for them; under None those without one.

    `exported` gives the lines that LibreOffice writes of the file as text.
    """
    reasons: dict[str | None, list[Difference]] = {}
    for difference in found.differences:
        reasons.setdefault(_reason(difference, path, exported), []).append(difference)
    return reasons


def _reason(difference: Difference, path: Path, exported: Callable[[], Sequence[str]]) -> str | None:
    drafted, read = difference
    if drafted is None or read is None:
        return None
    same_label = drafted.path == read.path and drafted.label == read.label
    if path.suffix == ".pdf" and same_label:
        return HYPHEN
    if drafted.text != read.text:
        return None
    if path.name in PAGE and drafted.path == read.path and (drafted.label or "").strip("()") == read.label:
        return NO_BRACKETS
    return PRINTED_SO if _prints(exported(), read) else None


def _prints(lines: Sequence[str], seen: Seen) -> bool:
    """Whether one of the lines is this provision with this label."""
    return any(
        line.endswith(seen.text) and line.removesuffix(seen.text).strip().removesuffix(".") == (seen.label or "")
        for line in lines
    )
