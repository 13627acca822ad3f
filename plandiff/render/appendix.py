"""What a table of points cannot hold: what the texts are, what was not compared, how the table was made."""

from __future__ import annotations

from typing import NamedTuple

from plandiff.model import Comparison
from plandiff.render.digest import digest


class Line(NamedTuple):
    """One line of it: "not compared", "warning", "note" or "report", and what is said."""

    what: str
    text: str


def appendix(comparison: Comparison) -> list[Line]:
    """The notices of both versions, remarks on one text, every passage not compared, warnings, the foot."""
    content = digest(comparison)
    return [
        *(Line("note", f"{each.side}: {each.notice}") for each in content.versions if each.notice),
        *(Line("note", f"{place}: {note.text}") for place, note in content.remarks),
        *(
            Line("not compared", f"{'old' if each.side == 'left' else 'new'}, {each.reason}: {each.text}")
            for each in comparison.not_compared
        ),
        *(Line("warning", each) for each in comparison.warnings),
        *(Line("report", each) for each in content.foot),
    ]
