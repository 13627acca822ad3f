"""What holds for the text that a PDF draws next: the state that `q` saves and `Q` brings back, and open marks."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, NamedTuple

from plandiff_readers.pdf.glyphs import Glyphs
from plandiff_readers.pdf.look_up import look_up, said
from plandiff_readers.pdf.matrix import UNIT, Matrix, matrix, product

_WHITE = 0.99
_INVISIBLE = (3, 7)
"""The ways to draw text that leave no ink: neither filled nor stroked."""


class State(NamedTuple):
    """The font and how it is set: lengths in the units of the text, `stretch` as a share. `matrix` is the page's."""

    font: Glyphs | None = None
    size: float = 0.0
    sign_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    invisible: bool = False
    white: bool = False
    matrix: Matrix = UNIT

    def advance(self, width: float, signs: int, spaces: int) -> float:
        """How far so many signs, some of them spaces, of that width in sizes of the font move the pen."""
        return (width * self.size + signs * self.sign_space + spaces * self.word_space) * self.stretch

    def after(self, operator: bytes, values: list[Any]) -> State:
        """The state after an operation; the same where it does not concern text. Wrong values raise."""
        match operator:
            case b"cm":
                return self._replace(matrix=product(matrix(values), self.matrix))
            case b"Tc":
                return self._replace(sign_space=float(values[0]))
            case b"Tw":
                return self._replace(word_space=float(values[0]))
            case b"Tz":
                return self._replace(stretch=float(values[0]) / 100)
            case b"TL":
                return self._replace(leading=float(values[0]))
            case b"Ts":
                return self._replace(rise=float(values[0]))
            case b"Tr":
                return self._replace(invisible=int(values[0]) in _INVISIBLE)
            case b"g" | b"rg":
                return self._replace(white=min(map(float, values)) >= _WHITE)
            case b"k":
                return self._replace(white=max(map(float, values)) <= 1 - _WHITE)
            case b"cs":
                return self._replace(white=False)
            case b"sc" | b"scn":
                white = len(values) in (1, 3) and all(float(value) >= _WHITE for value in values)
                return self._replace(white=white)
        return self


class Mark(NamedTuple):
    """Marked content that is open.

    `edge` is the edge of the page it says to stand on ("page head", "page foot", ""), `hidden` whether it is in
    a layer that is not shown, `actual` the text it says to stand for, `before` how many signs stood before it.
    """

    edge: str = ""
    hidden: bool = False
    actual: str | None = None
    before: int = 0

    def inner(self, kind: Any, given: Any, off: Container[int], before: int) -> Mark:
        """The mark of that kind inside this one, with the properties given. `off` are the layers not shown."""
        edge, actual = self.edge, None
        if kind == "/Artifact":
            where = f"{look_up(given, '/Subtype')} {look_up(given, '/Attached')}"
            edge = "page head" if "/Header" in where or "/Top" in where else edge
            edge = "page foot" if "/Footer" in where or "/Bottom" in where else edge
        if look_up(given, "/ActualText") is not None:
            actual = said(look_up(given, "/ActualText"))
        return Mark(edge, self.hidden or (kind == "/OC" and is_off(given, off)), actual, before)


def is_off(layer: Any, off: Container[int]) -> bool:
    """Whether a layer, or all layers that content is a member of, are among those not shown."""
    members = look_up(layer, "/OCGs")
    if isinstance(members, list):
        return bool(members) and all(id(member.get_object()) in off for member in members)
    return id(layer) in off or id(members) in off
