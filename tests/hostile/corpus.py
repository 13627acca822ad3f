"""Corpus: the hostile files, the same bytes on every machine and every day."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import Case
from tests.hostile.marked_up import marked_up
from tests.hostile.others import others
from tests.hostile.pdfs import pdfs
from tests.hostile.tables import tables
from tests.hostile.texts import texts
from tests.hostile.words import words


def corpus() -> Iterator[Case]:
    """All cases, one after the other, so that no more than one is in memory."""
    for family in (texts, marked_up, tables, words, others, pdfs):
        yield from family()
