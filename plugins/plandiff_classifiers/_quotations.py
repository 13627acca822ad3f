"""What stands in quotation marks within a text."""

from __future__ import annotations

import re

Quotations = tuple[tuple[int, int], ...]
"""Start and end of each quotation, in order."""

LONGEST = 600
"""Characters of a quotation; marks further apart are no pair."""

_QUOTED = re.compile(
    rf"“[^“”]{{1,{LONGEST}}}”|„[^„“”]{{1,{LONGEST}}}[“”]|«[^«»]{{1,{LONGEST}}}»|\"[^\"]{{1,{LONGEST}}}\""
)


def quotations(text: str) -> Quotations:
    """Every quotation that is only part of a text; where all of it stands in marks, nothing is quoted in it."""
    whole = text.strip().rstrip(".;")
    return tuple(match.span() for match in _QUOTED.finditer(text) if match[0] != whole)
