"""Look: what an RTF group inherits from the group around it, and how control words change it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plandiff_readers.rtf.paper import Paper
from plandiff_readers.rtf.tables import DEFAULT


class Sink:
    """Text that does not run on, such as a label, a footnote or a header; `role` says what becomes of it."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.pieces: list[str] = []


class Look(NamedTuple):
    """How text is to be taken: where it goes, its encoding, whether it shows, and the paragraph it stands in.

    Text goes to the `sink` where there is one, otherwise on the `paper`, that of the body or of a text box. `skip`
    counts the bytes that follow a character given by its number, for readers that do not know the number. `level`
    is the depth in an automatic list and `heading` the outline level, 1 for the first.
    """

    paper: Paper
    sink: Sink | None = None
    encoding: str = DEFAULT
    skip: int = 1
    hidden: bool = False
    inserted: bool = False
    deleted: bool = False
    author: int = 0
    level: int | None = None
    listed: bool = False
    heading: int | None = None
    in_table: bool = False


CHANGING = frozenset(
    "pard plain v revised mvt deleted mvf revauth revauthdel mvauth uc ilvl ls s outlinelevel intbl".split()
)
"""The control words that change a look here."""

_MOST_SKIPPED = 8
"""A character of any encoding has fewer bytes: more would hide text."""


def changed(look: Look, word: str, number: int | None, headings: Mapping[int, int]) -> Look:
    """The look after a control word; `headings` are the outline levels of the styles that have one."""
    on = number != 0
    match word:
        case "pard":
            return look._replace(level=None, listed=False, heading=None, in_table=False)
        case "plain":
            return look._replace(hidden=False, inserted=False, deleted=False)
        case "v":
            return look._replace(hidden=on)
        case "revised" | "mvt":
            return look._replace(inserted=on)
        case "deleted" | "mvf":
            return look._replace(deleted=on)
        case "revauth" | "revauthdel" | "mvauth":
            return look._replace(author=number or 0)
        case "uc":
            return look._replace(skip=min(max(number or 0, 0), _MOST_SKIPPED))
        case "ilvl":
            return look._replace(level=min(max(number or 0, 0), 8) + 1)
        case "ls":
            return look._replace(listed=bool(number))
        case "s":
            return look._replace(heading=headings.get(number or 0))
        case "outlinelevel":
            return look._replace(heading=number + 1 if number is not None and 0 <= number <= 8 else None)
        case "intbl":
            return look._replace(in_table=True)
    return look
