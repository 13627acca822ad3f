"""The words that the content of a PDF page draws, with their places."""

from __future__ import annotations

import math
from collections.abc import Callable, Container
from typing import Any, NamedTuple

from pypdf.errors import LimitReachedError, PdfReadError
from pypdf.generic import ContentStream, NullObject

from plandiff_readers.pdf.glyphs import Glyphs
from plandiff_readers.pdf.growing import Growing, Place
from plandiff_readers.pdf.look_up import MALFORMED, look_up
from plandiff_readers.pdf.matrix import UNIT, matrix, moved, product
from plandiff_readers.pdf.packed import packed
from plandiff_readers.pdf.state import Mark, State, is_off
from plandiff_readers.pdf.word import Word

_MAX_FORMS = 5_000
_MAX_OPEN = 1_000
"""How many states, marks or forms may be open at a time: what comes beyond is drawn as if it were outside."""

_TINY = 1.0
"""Text smaller than this, in points, nobody reads."""

_NOWHERE = 1.0, 0.0, -1e6, -1e6, 1.0, _TINY / 2
"""The direction, place, scale and size of text whose place is no number."""

_LEVEL = 0.02
"""Text that rises or falls by less than this is level: scanned pages are a little askew."""

INVISIBLE, WHITE = "drawn without ink", "white"
"""Reasons why text is not seen, of which the page may show that they are none."""

_BLANKS = frozenset(" \t\n\r")
_FILLS = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"INLINE IMAGE"))
_STROKES = frozenset((b"S", b"s"))


class Drawn(NamedTuple):
    """What is on a page: words in the order in which they are drawn, and whether there are areas of a colour
    other than white, and pictures or lines of any kind."""

    words: list[Word]
    coloured: bool
    pictured: bool


def words(page: Any, fonts: dict[Any, Glyphs], off: Container[int]) -> Drawn:
    """The words of a page of pypdf's.

    `fonts`, empty at first, keeps what is known of the fonts for the next page; `off` are the layers that are
    not shown, by the identity of their objects. Raises errors of pypdf's when the content is damaged.
    """
    drawing = _Drawing(page, fonts, off)
    if "/Contents" in page:
        contents = look_up(page, "/Contents")
        if contents is None or isinstance(contents, NullObject):
            raise PdfReadError("the content is missing")
        drawing.draw(contents, look_up(page, "/Resources"))
    drawing.growing.stop()
    return Drawn(drawing.growing.words, drawing.coloured, drawing.pictured)


class _Drawing:
    """A page being drawn."""

    def __init__(self, page: Any, fonts: dict[Any, Glyphs], off: Container[int]) -> None:
        self.box = _box(page)
        self.pdf = page.pdf
        self.fonts = fonts
        self.off = off
        self.growing = Growing()
        self.state = State()
        self.saved: list[State] = []
        self.line = self.pen = UNIT  # of the beginning of the line, and of the next sign
        self.marks = [Mark()]
        self.forms: list[int] = []  # those open
        self.count = 0  # of forms
        self.coloured = self.pictured = False

    def draw(self, contents: Any, resources: Any) -> None:
        """Draw a content stream: that of the page or of a form in it."""
        named: dict[bytes, Callable[[list[Any], Any], None]] = {
            b"Tf": self.set_font,
            b"gs": self.set_state,
            b"Do": self.draw_form,
            b"BDC": self.begin_mark,
            b"BMC": self.begin_mark,
        }
        states, marks = len(self.saved), len(self.marks)
        stream = ContentStream(contents, self.pdf, "bytes")
        stream.set_data(packed(stream.get_data()))
        for values, operator in stream.operations:
            try:
                if operator in named:
                    named[operator](values, resources)
                elif operator == b"Q" and len(self.saved) > states:
                    self.state = self.saved.pop()
                elif operator == b"EMC" and len(self.marks) > marks:
                    self.end_mark()
                else:
                    self.obey(operator, values)
            except MALFORMED:
                continue  # what has wrong values draws nothing
        del self.saved[states:], self.marks[marks:]

    def obey(self, operator: bytes, values: list[Any]) -> None:
        match operator:
            case b"Tj":
                self.show(values[0])
            case b"TJ":
                for value in values[0]:
                    if isinstance(value, bytes | str):
                        self.show(value)
                    else:
                        self.pen = moved(self.pen, -float(value) / 1000 * self.state.size * self.state.stretch, 0)
            case b"Td":
                self.move(float(values[0]), float(values[1]))
            case b"TD":
                self.state = self.state._replace(leading=-float(values[1]))
                self.move(float(values[0]), float(values[1]))
            case b"T*":
                self.move(0, -self.state.leading)
            case b"'":
                self.move(0, -self.state.leading)
                self.show(values[0])
            case b'"':
                self.state = self.state._replace(word_space=float(values[0]), sign_space=float(values[1]))
                self.move(0, -self.state.leading)
                self.show(values[2])
            case b"Tm":
                self.line = self.pen = matrix(values)
            case b"BT":
                self.line = self.pen = UNIT
            case b"q" if len(self.saved) < _MAX_OPEN:
                self.saved.append(self.state)
            case _ if operator in _FILLS or operator in _STROKES:
                self.pictured = True
                self.coloured = self.coloured or (operator in _FILLS and not self.state.white)
            case _:
                self.state = self.state.after(operator, values)

    # ------------------------------------------------------------ what names others

    def set_font(self, values: list[Any], resources: Any) -> None:
        font = self.font(look_up(resources, "/Font"), values[0])
        self.state = self.state._replace(font=font, size=float(values[1]))

    def set_state(self, values: list[Any], resources: Any) -> None:
        font = look_up(resources, "/ExtGState", values[0], "/Font")
        if font is not None:
            self.state = self.state._replace(font=self.font(font, 0), size=float(font[1]))

    def font(self, holder: Any, key: Any) -> Glyphs:
        """The font that a dictionary or list holds under that key."""
        resource = look_up(holder, key)
        # The object stays in memory with its glyphs, so that no other takes its identity.
        if id(resource) not in self.fonts:
            self.fonts[id(resource)] = Glyphs(resource)
        return self.fonts[id(resource)]

    def draw_form(self, values: list[Any], resources: Any) -> None:
        form = look_up(resources, "/XObject", values[0])
        if look_up(form, "/Subtype") != "/Form":
            self.pictured = self.coloured = True
            return
        if id(form) in self.forms:
            return
        if self.count >= _MAX_FORMS:
            raise LimitReachedError("too many forms")
        before = self.state, self.line, self.pen
        inner = look_up(form, "/Matrix")
        if inner is not None:
            self.state = self.state._replace(matrix=product(matrix(inner), self.state.matrix))
        self.count += 1
        self.forms.append(id(form))
        self.marks.append(
            self.marks[-1]._replace(hidden=self.marks[-1].hidden or is_off(look_up(form, "/OC"), self.off))
        )
        self.draw(form, look_up(form, "/Resources") or resources)
        self.marks.pop()
        self.forms.pop()
        self.state, self.line, self.pen = before

    def begin_mark(self, values: list[Any], resources: Any) -> None:
        given = values[1] if len(values) > 1 else None
        if isinstance(given, str):
            given = look_up(resources, "/Properties", given)
        if len(self.marks) < _MAX_OPEN:
            self.marks.append(self.marks[-1].inner(values[0], given, self.off, self.growing.shown))
            self.stop_at_edge()

    def end_mark(self) -> None:
        mark = self.marks[-1]
        if mark.actual is not None:
            self.growing.replace(self.growing.shown - mark.before, mark.actual)
        self.stop_at_edge()
        self.marks.pop()

    def stop_at_edge(self) -> None:
        """End the word where text of the page and of its head or foot meet."""
        if self.marks[-1].edge != self.marks[-2].edge:
            self.growing.stop()

    # ------------------------------------------------------------ signs

    def move(self, right: float, up: float) -> None:
        self.line = self.pen = moved(self.line, right, up)

    def show(self, string: Any) -> None:
        """Draw a string from the pen on, and move the pen behind it."""
        state, growing = self.state, self.growing
        font = state.font if state.font is not None else self.font(None, "")
        a, b, c, d, x, y = product(moved(self.pen, 0, state.rise), state.matrix)
        scale = math.hypot(a, b) or 1.0
        size = abs(state.size) * math.hypot(c, d) or _TINY / 2
        if not math.isfinite(x + y + scale + size):
            a, b, x, y, scale, size = _NOWHERE
        # Along the direction of the text, and across it downwards.
        along, down = (x * a + y * b) / scale, (x * b - y * a) / scale
        unseen = self.unseen(x, y, size)
        growing.go_to(Place(along, down, size, _turn(a / scale, b / scale), unseen, self.marks[-1].edge))
        glyphs = font.read(string if isinstance(string, bytes) else str(string).encode("latin-1", "replace"))
        signs: list[str] = []
        start = units = 0.0  # of the word, and of all signs so far
        spaces = 0
        for count, (text, width, spaced) in enumerate(glyphs):
            if text in _BLANKS:
                if signs:
                    growing.add(signs, along + start * scale, along + state.advance(units, count, spaces) * scale)
                    signs = []
                growing.stop(blank=True)
            elif not signs:
                start = state.advance(units, count, spaces)
                signs = [text]
            else:
                signs.append(text)
            units += width
            spaces += spaced
        advance = state.advance(units, len(glyphs), spaces)
        if signs:
            growing.add(signs, along + start * scale, along + advance * scale)
        growing.shown += len(glyphs)
        self.pen = moved(self.pen, advance, 0)

    def unseen(self, x: float, y: float, size: float) -> str:
        """Why text that begins there is not seen; "" when it is."""
        left, bottom, right, top = self.box
        if self.marks[-1].hidden:
            return "in a layer that is not shown"
        if self.state.invisible:
            return INVISIBLE
        if not (left <= x <= right and bottom <= y <= top):
            return "beside the page"
        if size < _TINY:
            return "too small to be seen"
        return WHITE if self.state.white else ""


def _box(page: Any) -> tuple[float, float, float, float]:
    """What is shown of the page: left, bottom, right and top. Where it does not say, everything."""
    try:
        box = page.cropbox
        return float(box.left), float(box.bottom), float(box.right), float(box.top)
    except MALFORMED:
        return -math.inf, -math.inf, math.inf, math.inf


def _turn(cosine: float, sine: float) -> int:
    """The direction in quarters of a circle, -1 for one between them."""
    if abs(sine) < _LEVEL:
        return 0 if cosine >= 0 else 2
    if abs(cosine) < _LEVEL:
        return 1 if sine > 0 else 3
    return -1
