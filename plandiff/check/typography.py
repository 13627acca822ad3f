"""Slips of the keyboard in a draft: blanks typed twice, straight quotation marks among typographic ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plandiff.model import Finding, Plan, Point

TYPED = ("plain text", "Markdown")
"""The formats whose blanks and quotation marks are as they were typed, and may be put right."""

_TWICE = re.compile(r"(?=([^\W_],?  [^\W_]))")
"""Two blanks between words. After a full stop they are a habit, and more than two set columns."""

_INCHES = re.compile(r"\d\"")
_STYLES = (("«", "»"), ("„", "“"), ("“", "”"))
_QUOTE = 40


class Slip(NamedTuple):
    """A passage of a point's text that is to be `new`, from `start` to `end`, and the rule that says so."""

    rule: str
    point: Point
    start: int
    end: int
    new: str

    def finding(self) -> Finding:
        """The slip as a finding."""
        text = self.point.text
        line = None if self.point.line is None else self.point.line + text.count("\n", 0, self.start)
        around = " ".join(text[max(0, self.start - _QUOTE // 2) : self.end + _QUOTE // 2].split())
        return Finding(
            rule=self.rule,
            severity="editorial",
            message=_SAYS[self.rule],
            point=self.point.id,
            line=line,
            quote=around[:_QUOTE],
        )


_SAYS = {
    "blank-doubled": "two blanks stand between words",
    "quotes-mixed": "straight quotation marks stand among typographic ones",
}


def typography(plan: Plan) -> Iterator[Slip]:
    """The slips of a plan that was typed, in document order; quotation marks only where they come in pairs."""
    if plan.format not in TYPED:
        return
    style = _style("".join(point.text for point in plan.points))
    for point in plan.points:
        for match in _TWICE.finditer(point.text):
            yield Slip("blank-doubled", point, *match.span(1), match[1].replace("  ", " "))
        if style and point.text.count('"') % 2 == 0 and not _INCHES.search(point.text):
            for nth, match in enumerate(re.finditer('"', point.text)):
                yield Slip("quotes-mixed", point, *match.span(), style[nth % 2])


def _style(text: str) -> tuple[str, str] | None:
    """The one pair of typographic quotation marks that a text uses; None where it uses none or several."""
    used = {sign for sign in "«»„“”" if sign in text}
    return next((pair for pair in _STYLES if used == set(pair)), None)
