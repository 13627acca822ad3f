"""What a busy reader must know of the changes: one line for each that is critical, a count of the rest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from plandiff.model import SEVERITIES
from plandiff.render.digest import Digest
from plandiff.render.doubt import certain, how_sure
from plandiff.render.entries import Entry, Note, Passage
from plandiff.render.gist import gist
from plandiff.render.wording import count, state

_WORDS = 160
"""Characters of a text that stand for it where nothing else is said of it."""


class Headline(Struct, frozen=True):
    """One critical change: its place, its state, what is critical in it, what must be read before the text.

    `cautions` also say where the link is a guess.
    """

    entry: Entry
    where: str
    state: str
    said: str
    cautions: tuple[str, ...]


def headlines(content: Digest) -> tuple[list[Headline], str]:
    """The critical changes in the order of the report, and how many changes of each other severity there are."""
    entries = [entry for entry in content.entries if isinstance(entry, Entry)]
    found = [
        Headline(
            entry=entry,
            where=entry.where,
            state=state(entry.change),
            said=_said(entry),
            cautions=(*entry.cautions, *([] if certain(entry.change) else [how_sure(entry.change)])),
        )
        for entry in entries
        if entry.change.severity == "critical"
    ]
    weights = [entry.change.severity for entry in entries]
    rest = [(each, weights.count(each)) for each in reversed(SEVERITIES[1:-1])]
    return found, ", ".join(f"{count(number, f'{severity} change')}" for severity, number in rest if number)


def _said(entry: Entry) -> str:
    """What makes the change critical, or else the first words of its text; of a dropped point always these."""
    notes = dict.fromkeys(note.text.removeprefix("critical: ") for note in _notes(entry) if note.severity == "critical")
    if notes and entry.change.kind != "dropped":
        return "; ".join(text for text in notes if text not in entry.cautions)
    passages = (passage for passage in entry.body if isinstance(passage, Passage))
    return gist("\n".join("".join(edit.text for edit in passage.edits) for passage in passages), _WORDS)


def _notes(entry: Entry) -> Iterator[Note]:
    for passage in entry.body:
        if isinstance(passage, Passage):
            yield from passage.notes
    yield from entry.notes
