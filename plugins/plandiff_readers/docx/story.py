"""Story: a text with paragraphs and tables of its own, such as the body, a text box or a footnote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from plandiff_readers.docx.counters import Counters
from plandiff_readers.docx.definitions import LEVELS
from plandiff_readers.docx.label_text import label_text
from plandiff_readers.docx.names import name
from plandiff_readers.docx.reading import Reading
from plandiff_readers.docx.runs import Runs, choice
from plandiff_readers.docx.shape import Shape, shape
from plandiff_readers.docx.styles import Style
from plandiff_readers.word_processor.draft import Draft, Gathered, Place, join_row
from plandiff_readers.word_processor.nest import nest

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENTS = "table of contents"

_BODY_LEVEL = 9
"""The outline level of ordinary text; 0 to 8 are headings."""

_PROPERTIES, _ROW_PROPERTIES, _CELL_PROPERTIES = name("w:pPr"), name("w:trPr"), name("w:tcPr")


class Story:
    """Reads a story into drafts.

    `lines` numbers its paragraphs. Text boxes count their lists apart from the text around them, as Word does.
    """

    def __init__(self, reading: Reading, lines: Iterator[int | None], *, in_box: Story | None = None) -> None:
        self.drafts: list[Draft] = []
        self._reading = reading
        self._lines = lines
        self._numbered: list[Draft] = []
        self._counters = Counters()
        self._box_counters = Counters()
        if in_box is not None:
            self._counters = self._box_counters = in_box._box_counters
        self._runs = Runs(reading, self._box)
        self._open: Gathered | None = None
        self._first: Shape | None = None
        self._last = Shape()
        self._cells: list[int] = []
        self._handlers: dict[str, Callable[[_Element, str | None], None]] = {
            name("w:p"): self._paragraph,
            name("w:tbl"): self._table,
            name("w:tr"): self._row,
            name("w:tc"): self._cell,
            name("w:altChunk"): self._embedded,
            name("mc:AlternateContent"): lambda element, reason: self._inside(choice(element), reason),
        }

    def read(self, root: _Element) -> list[Draft]:
        """The drafts of what stands in an element such as w:body."""
        self._inside(root, None)
        self._end_text()
        nest(self._numbered)
        return self.drafts

    def _inside(self, parent: _Element, reason: str | None) -> None:
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child, reason)
            elif len(child):
                self._inside(child, reason or self._reading.side.gone.get(child.tag))

    def _box(self, element: _Element) -> list[Draft]:
        return Story(self._reading, self._lines, in_box=self).read(element)

    def _embedded(self, _element: _Element, _reason: str | None) -> None:
        self._reading.embedded += 1

    # ---------------------------------------------------------------- tables

    def _table(self, table: _Element, reason: str | None) -> None:
        self._end_text()
        self._inside(table, reason)

    def _row(self, row: _Element, reason: str | None) -> None:
        cells, self._cells = self._cells, []
        self._inside(row, reason or self._reading.side.why_gone(row.find(_ROW_PROPERTIES)))
        join_row(self.drafts, self._cells)
        self._cells = cells

    def _cell(self, cell: _Element, reason: str | None) -> None:
        self._cells.append(len(self.drafts))
        self._inside(cell, reason or self._reading.side.why_gone(cell.find(_CELL_PROPERTIES)))
        self._end_text()

    # ---------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: _Element, reason: str | None) -> None:
        own = shape(paragraph.find(_PROPERTIES), self._reading.side)
        gathered = self._open if self._open is not None and reason is None else Gathered()
        gathered.line = next(self._lines)
        self._runs.read(paragraph, gathered, reason, hidden=bool(self._reading.styles.of(own.style).hidden))
        if reason is not None:
            self._set_aside(gathered)
            return
        self._open, self._last = gathered, own
        if own.gone:
            return
        if own.hidden and gathered.pieces:
            # Such paragraphs are printed as one, with the number of the first ("style separator" in Word).
            self._first = self._first or own
            gathered.add(" ", None)
            return
        self._end(gathered)

    def _end_text(self) -> None:
        """End a paragraph that would go on, where nothing follows that could go on with it."""
        gathered = self._open
        if gathered is None:
            return
        if gathered.text:
            self._end(gathered)
        else:
            # Without words, such a paragraph is gone with its mark, and no list counts it.
            self._open = self._first = None
            self._set_aside(gathered)

    def _end(self, gathered: Gathered) -> None:
        """Make a draft of a paragraph."""
        own = self._first or self._last
        self._open = self._first = None
        style = self._reading.styles.of(own.style)
        outline = style.outline if own.outline is None else own.outline
        draft = Draft(gathered.text, gathered.begin or gathered.line)
        if outline is not None and outline < _BODY_LEVEL:
            draft.kind, draft.level = "heading", outline + 1
        if draft.text or not own.section:
            self._number(draft, own, style)
        if style.contents:
            self._reading.set_aside(CONTENTS, draft.printed, draft.line)
        elif draft.printed:
            self.drafts.append(draft)
        self._set_aside(gathered)

    def _set_aside(self, gathered: Gathered) -> None:
        """Keep what a paragraph holds beside its own words: text boxes, and what is not compared."""
        self.drafts += gathered.boxes
        for line, reason, pieces in gathered.aside:
            self._reading.set_aside(reason, "".join(pieces), line)

    def _number(self, draft: Draft, own: Shape, style: Style) -> None:
        """Give a draft the label and level of the list that it is numbered by, if it is."""
        used = self._reading.definitions.list(style.num if own.num is None else own.num)
        if used is None:
            return
        level = own.level
        if level is None and own.num is None:
            level = used.linked(style.keys)
        level = min(style.level or 0 if level is None else level, LEVELS - 1)
        numbers = self._counters.count(used, level)
        draft.label = label_text(used, numbers, own.language or style.language or self._reading.styles.language)
        # Indents that the paragraph or the style with the list sets itself go before those of the list.
        of_list, of_style = used.levels[level].indent, style.indent
        indents = (own.indent, of_style, of_list) if own.num is None else (own.indent, of_list, of_style)
        indent = next((given for given in indents if given is not None), 0)
        draft.place = Place(used.counter, level, numbers[-1], draft.level, indent)
        draft.kind = "item" if draft.kind == "paragraph" else draft.kind
        self._numbered.append(draft)
