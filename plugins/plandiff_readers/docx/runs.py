"""Runs: the words of a paragraph, wherever they stand in it, and what is said beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plandiff_readers.docx.names import is_on, name, names, number, switch
from plandiff_readers.docx.reading import Reading, Reference
from plandiff_readers.docx.symbols import symbol
from plandiff_readers.remarks import HIDDEN
from plandiff_readers.word_processor.draft import Draft, Gathered

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODE = "code of a field"
_RUBY = "reading aid above the text"
_DRAWN = "text in a drawing"

_SIGNS = {
    name("w:tab"): "\t",
    name("w:ptab"): "\t",
    name("w:br"): "\n",
    name("w:cr"): "\n",
    name("w:noBreakHyphen"): "\u2011",
    name("w:softHyphen"): "\u00ad",
}
_WORDS = names("w:t w:delText m:t")
_WORDLESS = names(
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:proofErr w:bookmarkStart w:bookmarkEnd w:lastRenderedPageBreak m:rPr m:ctrlPr"
)
_RUN, _RUN_PROPERTIES = name("w:r"), name("w:rPr")
_STYLE, _HIDDEN, _VAL = name("w:rStyle"), name("w:vanish"), name("w:val")
_TYPE, _CHAR, _FONT = name("w:fldCharType"), name("w:char"), name("w:font")
_INSTRUCTION, _ID = name("w:instr"), name("w:id")
_NUMBERING_FIELDS = ("LISTNUM", "AUTONUM")
_BETWEEN = {name("m:num"): "/", name("m:sup"): "^", name("m:sub"): "_"}
"""What stands after the top of a fraction, and before what is raised or lowered, once a formula is one line."""


class Runs:
    """Reads the words of paragraphs; fields may run from one paragraph to the next.

    `box` reads what stands in a text box.
    """

    def __init__(self, reading: Reading, box: Callable[[_Element], list[Draft]]) -> None:
        self._reading = reading
        self._box = box
        self._into = Gathered()
        self._codes: list[bool] = []
        self._hidden = False
        self._handlers: dict[str, Callable[[_Element, str | None], None]] = {
            name("w:fldChar"): self._field,
            name("w:fldSimple"): self._simple_field,
            name("w:instrText"): self._instruction,
            name("w:sym"): self._symbol,
            name("w:rt"): lambda element, reason: self._inside(element, reason or _RUBY),
            name("mc:AlternateContent"): lambda element, reason: self._inside(choice(element), reason),
            name("w:txbxContent"): self._text_box,
            name("a:t"): lambda element, reason: self._add(element.text or "", reason or _DRAWN),
            name("v:textpath"): lambda element, reason: self._add(element.get("string", ""), reason or _DRAWN),
            name("w:footnoteReference"): lambda element, reason: self._note("footnote", element, reason),
            name("w:endnoteReference"): lambda element, reason: self._note("endnote", element, reason),
            name("w:commentReference"): lambda element, reason: self._note("comment", element, reason),
            **dict.fromkeys(_BETWEEN, self._term),
        }

    def read(self, paragraph: _Element, into: Gathered, reason: str | None, *, hidden: bool) -> None:
        """Add what stands in a paragraph. `reason` sets all of it aside; `hidden` is what its style says."""
        self._into, self._hidden = into, hidden
        # A code ends with its paragraph: one that is never closed must not swallow the document.
        self._codes = [False for _ in self._codes]
        self._inside(paragraph, reason)

    def _inside(self, parent: _Element, reason: str | None) -> None:
        gone = self._reading.side.gone
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._inside(child, reason or self._why_hidden(child))
            elif tag in _WORDS:
                self._add(child.text or "", reason)
            elif tag in _SIGNS:
                self._add(_SIGNS[tag], reason)
            elif tag in self._handlers:
                self._handlers[tag](child, reason)
            elif tag not in _WORDLESS:
                self._inside(child, reason or gone.get(tag))

    def _add(self, text: str, reason: str | None) -> None:
        if not reason and any(self._codes):
            reason = _CODE
        # Line breaks inside w:t are white space of the XML; those of the text are elements.
        self._into.add(" ".join(text.split("\n")) if len(text) > 1 else text, reason)

    def _why_hidden(self, run: _Element) -> str | None:
        hidden = self._hidden
        properties = run.find(_RUN_PROPERTIES)
        if properties is not None:
            for child in self._reading.side.run(properties):
                if child.tag == _STYLE:
                    of_style = self._reading.styles.of(child.get(_VAL)).hidden
                    hidden = hidden if of_style is None else of_style
                elif child.tag == _HIDDEN:
                    hidden = is_on(child)
        return HIDDEN if hidden else None

    # ---------------------------------------------------------------- fields

    def _field(self, element: _Element, reason: str | None) -> None:
        kind = element.get(_TYPE)
        if kind == "begin":
            self._codes.append(True)
            self._form(element, reason)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _form(self, element: _Element, reason: str | None) -> None:
        """What a form field shows where it has no result: the mark of a box, the entry chosen from a list."""
        for box in element.iter(name("w:checkBox")):
            checked = switch(box, "w:checked")
            on = switch(box, "w:default") if checked is None else checked
            self._into.add("☒" if on else "☐", reason)
        for choices in element.iter(name("w:ddList")):
            entries = choices.findall(name("w:listEntry"))
            chosen = number(choices, "w:result") or 0
            if chosen < len(entries):
                self._into.add(entries[chosen].get(_VAL, ""), reason)

    def _simple_field(self, element: _Element, reason: str | None) -> None:
        self._numbers(element.get(_INSTRUCTION, ""))
        self._inside(element, reason)

    def _instruction(self, element: _Element, _reason: str | None) -> None:
        self._numbers(element.text or "")

    def _numbers(self, instruction: str) -> None:
        if instruction.strip().upper().startswith(_NUMBERING_FIELDS):
            self._reading.numbering_fields += 1

    # ---------------------------------------------------------------- other elements

    def _symbol(self, element: _Element, reason: str | None) -> None:
        self._add(symbol(element.get(_FONT, ""), element.get(_CHAR, "")), reason)

    def _text_box(self, element: _Element, reason: str | None) -> None:
        boxes = self._box(element)
        if reason is None:
            self._into.boxes += boxes
        else:
            self._into.add("\n".join(draft.printed for draft in boxes), reason)

    def _note(self, kind: str, element: _Element, reason: str | None) -> None:
        self._reading.references.append(Reference(kind, element.get(_ID, ""), self._into.line, reason))

    def _term(self, element: _Element, reason: str | None) -> None:
        sign = _BETWEEN[element.tag]
        if sign != "/" and len(element):
            self._add(sign, reason)
        self._inside(element, reason)
        if sign == "/":
            self._add(sign, reason)


def choice(alternatives: _Element) -> _Element:
    """The one of several forms of a thing that today's Word shows: the first, or else the fallback."""
    first = alternatives.find(name("mc:Choice"))
    fallback = alternatives.find(name("mc:Fallback"))
    return first if first is not None else fallback if fallback is not None else alternatives
