"""List style: the levels of a list, and the label that each prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from plandiff_readers.odt.names import name, names, whole
from plandiff_readers.odt.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 10
"""A list has levels 1 to 10."""

_LONGEST_TEMPLATE = 255
_PLACE = re.compile(r"%([0-9]{1,2})%")
_NUMBERED = (name("text:list-level-style-number"), name("text:outline-level-style"))
_OUTLINE = name("text:outline-style")
_LEVEL, _START, _SHOWN = name("text:level"), name("text:start-value"), name("text:display-levels")
_FORM, _IN_STEP = name("style:num-format"), name("style:num-letter-sync")
_PREFIX, _SUFFIX = name("style:num-prefix"), name("style:num-suffix")
_TEMPLATES = (name("style:num-list-format"), name("loext:num-list-format"))
_INDENTS = names("fo:margin-left text:space-before")
_LENGTH = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,9})?)(in|cm|mm|pt)")
_UNITS = {"in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20.0}


class Level(NamedTuple):
    """A level: where it starts, the format of its number ("" for none), and the template of its label ("%1%.%2%)").

    `form` is None where the level prints a bullet or a picture. `indent` is in twentieths of a point.
    """

    start: int
    form: str | None
    template: str
    in_step: bool = False
    indent: int = 0


class ListStyle(NamedTuple):
    """The levels that a list style or the outline style defines, by number from 1."""

    levels: dict[int, Level]

    def level(self, number: int) -> Level:
        """The level of that number; one that nobody defined is a plain number, as word processors make it."""
        return self.levels.get(number) or Level(start=1, form="1", template=f"%{number}%.")

    def label(self, numbers: Sequence[int], language: str) -> str | None:
        """The label of a paragraph with these numbers, from the first level down to its own; None for a bullet.

        A level without a number is passed over with what stands between it and the next, as LibreOffice does.
        """
        own = self.level(len(numbers))
        if own.form is None:
            return None
        literals = _PLACE.split(own.template)
        if own.form == "":
            return (literals[0] + literals[-1] if len(literals) > 1 else own.template).strip() or None
        label = literals[0]
        for place, after in zip(literals[1::2], literals[2::2], strict=True):
            index = int(place)
            level = self.level(index)
            if not 0 < index <= len(numbers):
                label += after
            elif level.form != "":
                shown = level.form and numeral(numbers[index - 1], level.form, language, in_step=level.in_step)
                label += (shown or "") + after
        return label.strip() or None


UNNUMBERED = ListStyle(dict.fromkeys(range(1, LEVELS + 1), Level(start=1, form="", template="")))


def list_style(definition: _Element) -> ListStyle:
    """The list style that a text:list-style or text:outline-style defines; headings it does not speak of have no
    number."""
    levels = dict(UNNUMBERED.levels) if definition.tag == _OUTLINE else {}
    for element in definition:
        number = whole(element.get(_LEVEL))
        if number is not None and 0 < number <= LEVELS:
            levels[number] = _level(element, number)
    return ListStyle(levels)


def _level(element: _Element, number: int) -> Level:
    template = next((given for key in _TEMPLATES if (given := element.get(key)) is not None), None)
    if template is None:
        first = max(number + 1 - (whole(element.get(_SHOWN)) or 1), 1)
        places = ".".join(f"%{index}%" for index in range(first, number + 1))
        template = element.get(_PREFIX, "")[:_LONGEST_TEMPLATE] + places + element.get(_SUFFIX, "")
    start = whole(element.get(_START))
    return Level(
        start=1 if start is None else start,
        form=element.get(_FORM, "") if element.tag in _NUMBERED else None,
        template=template[: 2 * _LONGEST_TEMPLATE],
        in_step=element.get(_IN_STEP) == "true",
        indent=max((_twentieths(node.get(key)) for node in element.iter() for key in _INDENTS), default=0),
    )


def _twentieths(length: str | None) -> int:
    """A length such as "0.5in" in twentieths of a point, 0 where it is none."""
    match = _LENGTH.fullmatch(length or "")
    return round(float(match[1]) * _UNITS[match[2]]) if match else 0
