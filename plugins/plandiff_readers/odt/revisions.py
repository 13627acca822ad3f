"""Revisions: the tracked changes of an OpenDocument text, and which side of them is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from plandiff.model import Revisions
from plandiff_readers.odt.names import names
from plandiff_readers.odt.plain import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

INSERTED, DELETED = "inserted by a tracked change", "deleted by a tracked change"

_REGION, _INSERTION, _DELETION = names("text:changed-region text:insertion text:deletion")
_ID, _XML_ID, _INFO, _CREATOR = names("text:id xml:id office:change-info dc:creator")
_NAMED = 5
_LONGEST_NAME = 60


class Deletion(NamedTuple):
    """What a tracked change deleted, piece by piece; on the side that is read it is `restored` or not."""

    content: list[_Element]
    restored: bool

    @property
    def text(self) -> str:
        return "\n".join(map(plain, self.content))


class Changes:
    """The tracked changes of a document that change words, on the side that `revisions` names.

    `authors` has one name for each.
    """

    def __init__(self, roots: Iterable[_Element], revisions: Revisions) -> None:
        self.authors: list[str] = []
        self._revisions = revisions
        self._gone: set[str] = set()
        self._deletions: dict[str, Deletion] = {}
        for root in roots:
            for region in root.iter(_REGION):
                self._add(region, region.get(_ID) or region.get(_XML_ID) or "")

    def is_gone(self, key: str) -> bool:
        """Whether what stands between the start and the end of that change is not on this side."""
        return key in self._gone

    def take(self, key: str) -> Deletion | None:
        """What that change deleted. It is given once, since what is restored may name changes itself."""
        return self._deletions.pop(key, None)

    def left(self) -> list[Deletion]:
        """The deletions whose place was not met."""
        return list(self._deletions.values())

    def said(self) -> list[str]:
        """What a person should know: how many changes there are, by whom, and how they are read."""
        if not self.authors:
            return []
        different = list(dict.fromkeys(self.authors))
        more = len(different) - _NAMED
        named = ", ".join(different[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        return [f"tracked changes by {named}, {len(self.authors):,} in all, read as {self._revisions}ed"]

    def _add(self, region: _Element, key: str) -> None:
        insertion, deletion = region.find(_INSERTION), region.find(_DELETION)
        if insertion is None and deletion is None:
            return  # a change of format
        if insertion is not None and self._revisions == "reject":
            self._gone.add(key)
        if deletion is not None:
            # What was deleted after it had been inserted by a tracked change stands on neither side.
            restored = self._revisions == "reject" and insertion is None
            self._deletions[key] = Deletion([child for child in deletion if child.tag != _INFO], restored)
        author = next((creator.text or "" for creator in region.iter(_CREATOR)), "")
        self.authors.append(" ".join(author.split())[:_LONGEST_NAME] or "an unnamed author")
