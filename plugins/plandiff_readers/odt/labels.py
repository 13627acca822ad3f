"""Labels: what kind of block each paragraph is, and the label it prints."""

from __future__ import annotations

from plandiff_readers.odt.counters import Counters
from plandiff_readers.odt.list_style import LEVELS, Level, ListStyle
from plandiff_readers.odt.lists import OUTLINE, Place
from plandiff_readers.odt.styles import Styles
from plandiff_readers.word_processor.draft import Draft
from plandiff_readers.word_processor.draft import Place as Numbered

_BULLETS = ListStyle(dict.fromkeys(range(1, LEVELS + 1), Level(start=1, form=None, template="")))
"""A list without a style prints bullets."""


class Labels:
    """Labels the paragraphs of a text in their order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()

    def add(self, draft: Draft, style: str | None, heading: int | None, place: Place | None) -> None:
        """Label the next paragraph. `heading` is its level where it is a heading, `place` where it is in a list."""
        used = self._list_style(place, style)
        if place is not None and place.counted:
            numbers = self._counters.count(place.list, used, place.level, place.start)
            draft.kind, draft.level, draft.label = "item", place.level, used.label(numbers, self._styles.language)
            if draft.label is not None:
                draft.place = Numbered(place.list, place.level, numbers[-1], heading, used.level(place.level).indent)
        elif place is not None and not place.heads:
            self._counters.pass_by(place.list, used, place.level)
        if heading is not None:
            draft.kind, draft.level = "heading", heading

    def _list_style(self, place: Place | None, style: str | None) -> ListStyle:
        if place is not None and place.list == OUTLINE:
            return self._styles.outline
        named = place and (place.style or self._styles.list_of(style))
        return self._styles.lists.get(named or "", _BULLETS)
