"""Story: the body of an OpenDocument text, read paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plandiff_readers.odt.aside import Aside
from plandiff_readers.odt.labels import Labels
from plandiff_readers.odt.list_style import LEVELS
from plandiff_readers.odt.lists import OUTLINE, Lists, Place
from plandiff_readers.odt.names import name, names, whole
from plandiff_readers.odt.plain import BLANKS, BREAK, TAB, plain, sign
from plandiff_readers.odt.revisions import DELETED, INSERTED, Changes
from plandiff_readers.odt.styles import Styles
from plandiff_readers.odt.words import Words
from plandiff_readers.remarks import HIDDEN
from plandiff_readers.word_processor.draft import Draft, join_row
from plandiff_readers.word_processor.nest import nest

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARAGRAPH, _HEADING = names("text:p text:h")
_STYLE, _LEVEL, _CHANGE = names("text:style-name text:outline-level text:change-id")
_RESTARTS, _START, _UNNUMBERED = names("text:restart-numbering text:start-value text:is-list-header")
_DISPLAY, _IS_HIDDEN = names("text:display text:is-hidden")
_DRAWINGS = names(
    "draw:frame draw:g draw:custom-shape draw:rect draw:circle draw:ellipse draw:line draw:polyline draw:polygon "
    "draw:regular-polygon draw:path draw:connector draw:caption draw:measure draw:control"
)
_COVERED = "covered by another table cell"


@dataclass
class _Open:
    """A paragraph that still takes text; `stored` is the number that was saved with it, `boxes` are tied to it."""

    words: Words
    style: str | None
    heading: int | None
    place: Place | None
    stored: str
    boxes: list[_Element] = field(default_factory=list)


class Story:
    """Reads the body of a text on one side of its tracked changes. What is set aside goes to `aside`."""

    def __init__(self, styles: Styles, changes: Changes, aside: Aside) -> None:
        self._styles, self._changes, self._aside = styles, changes, aside
        self._drafts: list[Draft] = []
        self._labels, self._lists = Labels(styles), Lists(styles.outline_name)
        self._open: _Open | None = None
        self._joined = False
        self._held: _Element | None = None
        self._given: Place | None = None
        self._stored = ""
        self._gone: set[str] = set()
        self._cells: list[int] = []
        self._handlers: dict[str, Callable[[_Element], None]] = {
            **dict.fromkeys((_PARAGRAPH, _HEADING), self._paragraph),
            **dict.fromkeys((BLANKS, TAB, BREAK), self._sign),
            name("text:span"): self._span,
            name("text:list"): self._list,
            **dict.fromkeys(names("text:list-item text:list-header"), self._item),
            name("text:numbered-paragraph"): self._numbered_paragraph,
            name("text:number"): self._number,
            name("text:section"): self._section,
            name("table:table"): self._table,
            name("table:table-row"): self._row,
            name("table:table-cell"): self._cell,
            name("table:covered-table-cell"): self._cell,
            name("text:change-start"): self._change_start,
            name("text:change-end"): lambda element: self._gone.discard(element.get(_CHANGE, "")),
            name("text:change"): self._change,
            **dict.fromkeys(_DRAWINGS, self._drawing),
        }

    def read(self, body: _Element) -> list[Draft]:
        """The drafts of what stands in office:text."""
        self._inside(body)
        self._finish()
        nest(self._drafts)
        return self._drafts

    def _inside(self, parent: _Element, reason: str | None = None) -> None:
        """Read what stands in an element; a reason sets it aside."""
        around = self._aside.reason
        self._aside.reason = around or reason
        self._write(parent.text)
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child)
            elif not self._aside.takes(child, self._reason):
                self._inside(child)
            self._write(child.tail)
        self._aside.reason = around

    @property
    def _reason(self) -> str | None:
        return self._aside.reason or (INSERTED if self._gone else None)

    # ---------------------------------------------------------------- text

    def _write(self, text: str | None) -> None:
        if text and (text.strip() or (self._open is not None and not self._joined)):
            self._words.write(text, self._reason)

    def _sign(self, element: _Element) -> None:
        self._words.write_sign(sign(element), self._reason)

    @property
    def _words(self) -> Words:
        if self._open is None:
            self._begin(None, None, None)
        assert self._open is not None
        return self._open.words

    def _span(self, element: _Element) -> None:
        self._inside(element, HIDDEN if self._styles.hides("text", element.get(_STYLE)) else None)

    # ---------------------------------------------------------------- paragraphs

    def _paragraph(self, element: _Element) -> None:
        style = element.get(_STYLE)
        heading = min(whole(element.get(_LEVEL)) or 1, LEVELS) if element.tag == _HEADING else None
        place, self._given = self._given or self._lists.place(), None
        if heading is not None and place is None:
            place = self._outlined(element, heading)
        self._begin(style, heading, place)
        self._inside(element, HIDDEN if self._styles.hides("paragraph", style) else None)
        self._joined = bool(self._gone) or element is self._held
        if not self._joined:
            self._finish()

    def _outlined(self, element: _Element, level: int) -> Place | None:
        """The place of a heading that stands in no list, among the numbered headings."""
        if element.get(_UNNUMBERED) == "true" or self._styles.leaves_outline(element.get(_STYLE)):
            return None
        start = None
        if element.get(_RESTARTS) == "true":
            given = whole(element.get(_START))
            start = self._styles.outline.level(level).start if given is None else given
        return Place(OUTLINE, None, level, start=start)

    def _begin(self, style: str | None, heading: int | None, place: Place | None) -> None:
        """Begin a paragraph, or go on with the one before where what parted the two is gone.

        Of two paragraphs that became one, the first that has words says what it is.
        """
        self._aside.line += 1
        stored, self._stored = self._stored, ""
        fresh = _Open(Words(self._aside.line), style, heading, place, stored)
        if self._open is None or not self._joined:
            self._finish()
            self._open = fresh
        else:
            fresh.words, fresh.boxes = self._open.words, self._open.boxes
            fresh.words.gathered.line = self._aside.line
            if not fresh.words.gathered.text.strip():
                self._open = fresh
        self._joined = False

    def _finish(self) -> None:
        """Make a draft of the open paragraph."""
        ended, self._open, self._joined = self._open, None, False
        if ended is None:
            return
        gathered = ended.words.gathered
        for line, reason, pieces in gathered.aside:
            self._aside.omit(reason, "".join(pieces), line)
        draft = Draft(gathered.text, gathered.begin or gathered.line)
        self._labels.add(draft, ended.style, ended.heading, ended.place)
        if ended.stored != (draft.label or ""):
            self._aside.omit("number as it was last saved", ended.stored, draft.line)
        if draft.printed:
            self._drafts.append(draft)
        for box in ended.boxes:
            self._box(box)

    # ---------------------------------------------------------------- lists, sections, tables

    def _list(self, element: _Element) -> None:
        self._lists.enter(element)
        self._inside(element)
        self._lists.leave()

    def _item(self, element: _Element) -> None:
        self._lists.enter_item(element)
        self._inside(element)

    def _numbered_paragraph(self, element: _Element) -> None:
        self._given = self._lists.numbered_paragraph(element)
        self._inside(element)

    def _number(self, element: _Element) -> None:
        stored = plain(element)
        if self._open is None or self._joined:
            self._stored = stored
        else:
            self._open.stored = stored

    def _section(self, element: _Element) -> None:
        display = element.get(_DISPLAY)
        hidden = display == "none" or (display == "condition" and element.get(_IS_HIDDEN) == "true")
        self._inside(element, HIDDEN if hidden else None)

    def _table(self, element: _Element) -> None:
        self._finish()
        self._inside(element)

    def _row(self, element: _Element) -> None:
        cells, self._cells = self._cells, []
        self._inside(element)
        join_row(self._drafts, self._cells)
        self._cells = cells

    def _cell(self, element: _Element) -> None:
        self._cells.append(len(self._drafts))
        self._inside(element, _COVERED if "covered" in element.tag else None)
        self._finish()

    def _drawing(self, element: _Element) -> None:
        if self._open is None:
            self._box(element)
        elif self._reason:
            self._aside.omit(self._reason, plain(element), self._aside.line)
        else:
            self._open.boxes.append(element)

    def _box(self, element: _Element) -> None:
        """Read a drawing, with the text boxes in it: what stands there comes after the paragraph it is tied to."""
        around, self._lists = self._lists, self._lists.apart()
        self._inside(element)
        self._finish()
        self._lists = around

    # ---------------------------------------------------------------- tracked changes

    def _change_start(self, element: _Element) -> None:
        key = element.get(_CHANGE, "")
        if self._changes.is_gone(key):
            self._gone.add(key)

    def _change(self, element: _Element) -> None:
        deletion = self._changes.take(element.get(_CHANGE, ""))
        if deletion is None:
            return
        if deletion.restored:
            self._restore(deletion.content)
        else:
            self._aside.omit(DELETED, deletion.text, self._aside.line)

    def _restore(self, content: list[_Element]) -> None:
        """Put back what was deleted.

        Of several paragraphs the first goes on with the open one, and what follows here goes on with the last.
        """
        paragraphs = [found for element in content for found in element.iter(_PARAGRAPH, _HEADING)]
        if self._open is not None and len(paragraphs) == 1:
            self._inside(paragraphs[0])
            return
        around, held = self._lists, self._held
        self._lists = self._lists.restored(self._open.place if self._open else None)
        if self._open is not None and paragraphs:
            self._joined, self._held = True, paragraphs[-1]
        for element in content:
            self._handlers.get(element.tag, self._inside)(element)
        self._joined = False
        self._lists, self._held = around, held
