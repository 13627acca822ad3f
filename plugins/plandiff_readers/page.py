"""The text of a page: one pass over the tags, without recursion, in which no text is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from plandiff.model import Block, Omission
from plandiff_readers import elements
from plandiff_readers.list_labels import list_style
from plandiff_readers.note_marks import NoteMarks
from plandiff_readers.open_element import Open, join_row, label_items, number, take_form
from plandiff_readers.remarks import HIDDEN
from plandiff_readers.writer import Draft, Writer

_REACH = 100
"""How many open elements one end tag can end; without a limit, stray end tags take quadratic time."""


_MAX_LISTS = 100
"""Lists inside lists on a page. Each level makes the citation of a point longer, and no agreement has so many."""


class Page(NamedTuple):
    """What is on a page: its blocks in order, what was set aside, and what the user should know.

    `drafts` are the same blocks where they stand on the page.
    """

    blocks: list[Block]
    omitted: list[Omission]
    warnings: list[str]
    drafts: Sequence[Draft] = ()


def page(text: str, line: int = 1) -> Page:
    """What is on an HTML page, or on a piece of one from a line on; `RecursionError` where lists nest too deeply."""
    # Behind the last ">" no tag can end. That rest is not fed to the parser, whose later versions drop an
    # unfinished tag and what follows, and whose earlier ones take quadratic time over many of them.
    end = text.rfind(">") + 1
    parser = _Parser(line)
    parser.feed(text[:end])
    parser.close()
    parser.handle_data(parser.rawdata)  # a script without end
    parser.handle_data(unescape(text[end:]))
    return parser.finish()


class _Parser(HTMLParser):
    """Keeps a stack of the open elements that carry structure, and tells the writer where blocks end."""

    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.first_line = line
        self.writer = Writer()
        self.omitted: list[Omission] = []
        self.noted: dict[str, list[int]] = {}
        self.stack: list[Open] = []
        self.open: Counter[str] = Counter()
        self.lists: list[Open] = []
        self.tables: list[Open] = []
        self.aside: Open | None = None
        self.aside_pieces: list[str] = []
        self.comments_end = True
        self.marks = NoteMarks()
        self.counters = 0

    def finish(self) -> Page:
        self.close_down_to(0)
        self.writer.end_block()
        drafts = [draft for draft in self.writer.drafts if draft.text or draft.label]
        if self.counters and any(draft.kind == "item" and draft.label is None for draft in drafts):
            self.note("numbers that the page prints by its style (CSS counters) are not read", self.counters)
        warnings = [
            f"{message} (line {lines[0]}{f' and {len(lines) - 1} more' if len(lines) > 1 else ''})"
            for message, lines in self.noted.items()
        ]
        return Page([draft.block() for draft in drafts], self.omitted, warnings, drafts)

    # ------------------------------------------------------------ called by the parser

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag not in elements.KNOWN and not ({"-", ":"} & set(tag) or self.open["svg"] or self.open["math"]):
            self.omit("unknown tag", self.get_starttag_text() or tag)
        if tag in elements.BLOCKS or tag == "hr":
            self.end_block()
            self.close_before(tag)
        elif tag == "a" and self.stack and self.stack[-1].tag == "a":
            self.close_down_to(len(self.stack) - 1)
        if tag == "br":
            self.break_line()
        elif tag == "img":
            self.omit("image description", given.get("alt", ""))
        elif tag in ("del", "s", "strike"):
            self.note("struck-out text is read as if it stood", self.line)
        if tag not in elements.VOID:
            self.push(Open(tag, given, len(self.writer.drafts), self.line))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in elements.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self.break_line()
        elif tag in elements.BLOCKS:
            self.end_block()
        if not self.open[tag]:
            return
        for depth in range(len(self.stack) - 1, max(len(self.stack) - _REACH, 0) - 1, -1):
            open_tag = self.stack[depth].tag
            if open_tag == tag:
                self.close_down_to(depth)
                return
            if open_tag in elements.CELLS and tag not in ("table", *elements.TABLE_PARTS):
                return  # a cell is not ended by the end of what stands around its table

    def handle_data(self, data: str) -> None:
        if self.aside:
            self.aside_pieces.append(data)
            return
        if self.open["sup"]:
            # As printed: 600,000 with a raised 1 beside it is not 600,0001.
            data = data.translate(elements.RAISED)
        if self.open["pre"]:
            self.writer.write_as_is(data, self.line)
        else:
            self.writer.write(data, self.line)

    def handle_comment(self, data: str) -> None:
        self.omit("comment", data)

    def handle_pi(self, data: str) -> None:
        if not data.startswith("xml "):
            self.omit("processing instruction", data)

    def parse_comment(self, i: int, report: bool = True) -> int:
        # When one comment has no end, no later one has; looking again each time would be quadratic.
        end = super().parse_comment(i, report) if self.comments_end else -1
        self.comments_end = end >= 0
        return end

    def parse_html_declaration(self, i: int) -> int:
        # As in browsers: up to the next ">". The parser's own way raises AssertionError on unknown ones.
        end = self.rawdata.find(">", i) + 1
        declaration = self.rawdata[i + 2 : end - 1]
        if not declaration.lower().startswith("doctype"):
            self.omit("comment", declaration)
        return end or -1

    # ------------------------------------------------------------ text

    @property
    def line(self) -> int:
        return self.getpos()[0] - 1 + self.first_line

    def end_block(self) -> None:
        if self.aside:
            self.aside_pieces.append(" ")
        else:
            self.writer.end_block(self.stack[-1] if self.stack else None)

    def break_line(self) -> None:
        if self.aside:
            self.aside_pieces.append(" ")
        else:
            self.writer.break_line()

    def omit(self, reason: str, text: str, line: int | None = None) -> None:
        if text.strip():
            self.omitted.append(Omission(reason=reason, text=text.strip(), line=line or self.line))

    def note(self, message: str, line: int) -> None:
        self.noted.setdefault(message, []).append(line)

    # ------------------------------------------------------------ the stack

    def close_before(self, tag: str) -> None:
        """End what the start of this tag ends without a word."""
        if self.open["p"]:
            self.close_paragraph()
        if self.aside:
            return
        top = self.stack[-1].tag if self.stack else ""
        frame = None
        if tag == "li" and self.lists:
            frame = self.lists[-1].inner
        elif tag in elements.CELLS and self.tables and self.tables[-1].inner is not None:
            frame = self.tables[-1].inner + 1
        elif tag in elements.TABLE_PARTS and self.tables:
            frame = self.tables[-1].inner
        elif any(tag in group and top in group for group in (elements.HEADINGS, ("dt", "dd"))):
            frame = len(self.stack) - 1
        if frame is not None:
            self.close_down_to(frame)

    def close_paragraph(self) -> None:
        """Any block ends a paragraph, unless the block stands in something set aside inside of it."""
        for depth in range(len(self.stack) - 1, max(len(self.stack) - _REACH, 0) - 1, -1):
            if self.stack[depth].tag == "p":
                self.close_down_to(depth)
                return
            if self.stack[depth] is self.aside:
                return

    def push(self, element: Open) -> None:
        tag, depth = element.tag, len(self.stack)
        if not self.aside:
            element.aside = elements.why_aside(tag, element.given, self.open)
            if tag in elements.BLOCKS and self.marks.is_note(element):
                element.aside = elements.FOOTNOTE
            if not (element.aside or tag in elements.BLOCKS or tag in ("a", "sup", "svg", "math")):
                return  # a mere inline element: followed only inside of what is set aside, to find its end
        element.around = self.stack[-1] if self.stack else None
        self.stack.append(element)
        self.open[tag] += 1
        if element.aside:
            self.aside = element
        elif not self.aside:
            self.begin(element, depth)

    def begin(self, element: Open, depth: int) -> None:
        tag, writer = element.tag, self.writer
        if tag in ("a", "sup"):
            writer.in_link = self.open["a"] > 0
            self.marks.begin(element, self.stack[:-1], writer)
        elif tag in elements.LISTS:
            if len(self.lists) == _MAX_LISTS:
                raise RecursionError
            self.lists.append(element)
            writer.level = len(self.lists)
        elif tag == "table":
            self.tables.append(element)
        elif tag in elements.HEADINGS:
            writer.heading = int(tag[1])
        elif tag == "li":
            item = writer.begin_item(len(self.lists) or 1, element.line, element)
            if self.lists:
                around = self.lists[-1]
                around.inner = depth
                default = "1" if around.tag == "ol" else "none"
                style = list_style(element.given) or list_style(around.given) or default
                around.items.append((item, style, number(element.given.get("value"))))
        elif tag == "tr" and self.tables:
            self.tables[-1].inner = depth
            writer.item = None
        elif tag in elements.CELLS and self.tables and self.tables[-1].inner is not None:
            self.stack[self.tables[-1].inner].cells.append(len(writer.drafts))

    def close_down_to(self, depth: int) -> None:
        while len(self.stack) > depth:
            element = self.stack.pop()
            self.open[element.tag] -= 1
            if element is self.aside:
                self.end_aside(element)
            elif not self.aside:
                if element.tag in elements.BLOCKS:
                    self.writer.end_block(element)
                self.end(element)

    def end(self, element: Open) -> None:
        tag, writer = element.tag, self.writer
        if tag == "a":
            writer.in_link = self.open["a"] > 0
        elif tag == "sup":
            self.omit(elements.NOTE_MARK, self.marks.end(element, writer) or "")
        elif tag in elements.LISTS:
            self.lists.pop()
            writer.level = len(self.lists) or None
            label_items(element)
        elif tag == "table":
            self.tables.pop()
        elif tag in elements.HEADINGS:
            writer.heading = None
        elif tag == "li":
            writer.item = None
            if self.lists:
                self.lists[-1].inner = None
        elif tag == "tr" and self.tables:
            self.tables[-1].inner = None
            join_row(element, writer.drafts)
        elif tag == "form":
            self.omit(elements.NAVIGATION, take_form(element, writer.drafts), element.line)

    def end_aside(self, element: Open) -> None:
        text, reason = "".join(self.aside_pieces), element.aside or ""
        if reason not in ("script", "style", "template"):
            text = " ".join(text.split())
        if reason == HIDDEN and text:
            self.note("hidden text is not compared", element.line)
        elif reason == "style" and "counter-increment" in text:
            self.counters = element.line
        self.omit(reason, text, element.line)
        self.aside = None
        self.aside_pieces.clear()
