"""Label text: the label that Word prints before a numbered paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plandiff_readers.docx.definitions import List
from plandiff_readers.word_processor.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_UNNUMBERED = ("none", "bullet")
_KEPT_IN_LEGAL = (*_UNNUMBERED, "decimalZero")


def label_text(used: List, numbers: Sequence[int], language: str) -> str | None:
    """The label of a paragraph with these numbers, from the highest level down to its own ("1.1", "(a)").

    None where nothing is printed or the label is a bullet of one sign. Source: ECMA-376 part 1, 17.9.4
    (isLgl), 17.9.11 (lvlText), 17.9.17 (numFmt).
    """
    own = used.levels[len(numbers) - 1]

    def printed(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        if index >= len(numbers):
            return ""
        form = used.levels[index].format
        if form in _UNNUMBERED:
            return ""
        return numeral(numbers[index], "decimal" if own.legal and form not in _KEPT_IN_LEGAL else form, language)

    label = _PLACE.sub(printed, own.template).strip()
    return None if not label or (own.format == "bullet" and len(label) == 1) else label
