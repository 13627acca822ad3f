"""The labels a browser prints before the items of an ordered list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_lowercase

from plandiff_readers.counting import in_letters, in_roman

_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:[^;]{0,80}?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b")
_STYLES = {
    "none": "none",
    "decimal": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "lower-roman": "i",
    "upper-alpha": "A",
    "upper-latin": "A",
    "upper-roman": "I",
}


def list_style(given: dict[str, str]) -> str | None:
    """The style that the attributes of a list or an item ask for: "1", "a", "A", "i", "I", "none" or None."""
    style = _STYLE.search(given.get("style", "").lower())
    if style:
        return _STYLES[style[1]]
    return given["type"] if given.get("type") in ("1", "a", "A", "i", "I") else None


def list_labels(
    styles: Sequence[str], values: Sequence[int | None], *, start: int | None, backwards: bool = False
) -> list[str | None]:
    """The label of each item: "1.", "b.", "iv."; None for an item of style "none".

    `styles` and `values` have one entry for each item; a value is the number an item claims for itself, from
    which the count goes on. `backwards` counts down, from the number of items where no start is given.
    """
    step = -1 if backwards else 1
    number = start if start is not None else len(styles) if backwards else 1
    labels: list[str | None] = []
    for style, value in zip(styles, values, strict=True):
        number = number if value is None else value
        labels.append(None if style == "none" else f"{_printed(number, style)}.")
        number += step
    return labels


def _printed(number: int, style: str) -> str:
    """The number in that style; in digits where the style has no sign for it, as browsers do."""
    if style in "aA" and number > 0:
        printed = in_letters(number, ascii_lowercase)
    elif style in "iI" and 0 < number < 4000:
        printed = in_roman(number)
    else:
        return str(number)
    return printed.upper() if style.isupper() else printed
