"""Walk: through an RTF text, token by token, writing it down on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from plandiff.model import Revisions
from plandiff_readers.remarks import COMMENT, HIDDEN
from plandiff_readers.rtf import tables
from plandiff_readers.rtf.look import CHANGING, Look, Sink, changed
from plandiff_readers.rtf.paper import Paper, whole
from plandiff_readers.rtf.tracked import Tracked
from plandiff_readers.rtf.words import (
    AUTHORS,
    CHARACTERS,
    CODE_PAGES,
    COMMENT_BY,
    DESTINATIONS,
    DISCARD,
    ENTERED,
    LABEL,
    SKIPPED,
    SYMBOLS,
    TEXT_BOXES,
)

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)", re.DOTALL
)
_IN_SKIPPED = re.compile(r"\\bin(\d{1,10}) ?|\\.|[{}]", re.DOTALL)

_MORE_NUMBERED = re.compile(r"(?:(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n\0])\\u-?\d{1,10} ?)+")
_NUMBER = re.compile(r"\\u(-?\d+)")

_OBEYED = CHANGING | SKIPPED | TEXT_BOXES | CHARACTERS.keys() | DESTINATIONS.keys() | CODE_PAGES.keys()
_OBEYED |= {"u", "fonttbl", "stylesheet", "bin", "f", "deff", "ansicpg", "upr", "ftnalt"}
"""The control words that matter; most words of an RTF text only say how it looks."""


class Walk:
    """An RTF text walked through: `paper` is what it came to, `warnings` what is odd about it.

    Characters come as bytes in the encoding of their font, or by their number. Groups that are marked as optional
    and that nobody knows are left out, as the format asks for.
    """

    def __init__(self, data: bytes, revisions: Revisions) -> None:
        self.paper = Paper(count(1))
        self._text = data.decode("latin-1")
        self._at = self._text.index("{")
        self._look = Look(self.paper)
        self._around: list[Look] = []
        self._default = tables.DEFAULT
        self._default_font = 0
        self._fonts: dict[int, str] = {}
        self._headings: dict[int, int] = {}
        self._bytes = bytearray()
        self._unneeded = 0
        self._breaks_off = False
        self._skip_next = False
        self._authors: list[str] = []
        self._comment_by = ""
        self._tracked = Tracked(revisions)
        self._replaced = 0
        self._unlabelled = 0
        self._ends: dict[str, Callable[[], None]] = {
            "par": self._end_paragraph,
            "sect": self._end_paragraph,
            "nestcell": self._end_paragraph,
            "cell": self._end_cell,
            "row": self._end_row,
        }
        self._heeded = _OBEYED | self._ends.keys()
        self._walk()

    def warnings(self) -> list[str]:
        """What a person should know of how the document was read."""
        tracked = self._tracked.warning(self._authors)
        found = [tracked] if tracked else []
        if self._unlabelled:
            found.append(f"items of automatic lists whose printed label the file does not hold: {self._unlabelled}")
        if self._replaced:
            found.append(f"characters that their encoding does not know, replaced by \ufffd: {self._replaced}")
        if self._breaks_off:
            found.append("the file breaks off: its end is missing")
        return found

    # ------------------------------------------------------------ tokens

    def _walk(self) -> None:
        optional = False
        while token := _TOKEN.match(self._text, self._at):
            self._at = token.end()
            word, number, byte, sign, brace, plain = token.groups()
            if plain:
                self._take(plain.encode("latin-1"))
            elif byte:
                self._take(bytes.fromhex(byte))
            elif brace:
                self._flush()
                self._unneeded = 0
                if brace == "{":
                    self._begin_group()
                elif self._end_group():
                    break
            elif word:
                self._unneeded = 0
                if optional or word in self._heeded:
                    self._flush()
                    self._obey(word, int(number) if number else None, optional=optional)
            elif sign:
                self._sign(sign)
            optional = sign == "*"
        self._flush()
        self._breaks_off = bool(self._around)
        while self._around:
            self._end_group()
        self.paper.end_row(whole=False)
        if not self._breaks_off:
            rest = self._text[self._at :].strip("\0\x1a \r\n\t")
            self.paper.set_aside("text after the end of the document", rest)

    def _take(self, data: bytes) -> None:
        """Bytes of text, kept until their end is known: a character may have two."""
        dropped = min(self._unneeded, len(data))
        self._unneeded -= dropped
        self._bytes += data[dropped:]

    def _flush(self) -> None:
        if self._bytes:
            text = tables.decode(bytes(self._bytes), self._look.encoding)
            self._bytes.clear()
            self._replaced += text.count("\ufffd")
            self._put(text)

    def _sign(self, sign: str) -> None:
        self._flush()
        if sign in "\r\n":
            self._end_paragraph()
        elif self._unneeded:
            self._unneeded -= 1
        elif sign in SYMBOLS:
            self._put(SYMBOLS[sign])

    def _put(self, text: str) -> None:
        look = self._look
        if look.sink is not None:
            look.sink.pieces.append(text)
            return
        self._tracked.count(look)
        look.paper.write(text, self._tracked.left_out(look) or (HIDDEN if look.hidden else None))

    # ------------------------------------------------------------ groups

    def _begin_group(self) -> None:
        self._around.append(self._look)
        if self._skip_next:
            self._skip_next = False
            self._skip_group()

    def _end_group(self) -> bool:
        """Whether the whole document has ended."""
        inner, self._look = self._look, self._around.pop()
        if inner.sink is not None and inner.sink is not self._look.sink:
            self._empty(inner.sink, inner.paper)
        if inner.paper.unfinished and (inner.paper is not self._look.paper or not self._around):
            self._write_down(inner)
        return not self._around

    def _empty(self, sink: Sink, paper: Paper) -> None:
        text = whole("".join(sink.pieces))
        if sink.role == LABEL:
            paper.label = text
        elif sink.role == AUTHORS:
            self._authors = [name.strip() for name in text.split(";")]
        elif sink.role == COMMENT_BY:
            self._comment_by = " ".join(text.split())
        elif sink.role == COMMENT and self._comment_by:
            paper.set_aside(f"{COMMENT} by {self._comment_by}", text)
        elif sink.role != DISCARD:
            paper.set_aside(sink.role, text)

    def _skip_group(self) -> str:
        """Go to the end of the group; what was passed over."""
        begin, depth = self._at, 1
        while depth and (found := _IN_SKIPPED.search(self._text, self._at)):
            self._at = found.end() + int(found[1] or 0)
            depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth:
            self._at = len(self._text)
        else:
            self._at -= 1
        return self._text[begin : self._at]

    # ------------------------------------------------------------ control words

    def _obey(self, word: str, number: int | None, *, optional: bool) -> None:
        if word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif word == "u":
            self._put_numbered(number or 0)
        elif word in self._ends:
            self._ends[word]()
        elif word in DESTINATIONS:
            self._look = self._look._replace(sink=Sink(DESTINATIONS[word]))
        elif word in TEXT_BOXES:
            if self._look.sink is None:
                self._look = self._look._replace(paper=self._look.paper.box())
        elif word == "fonttbl":
            self._fonts = tables.fonts(self._skip_group())
            self._font(self._default_font)
        elif word == "stylesheet":
            self._headings = tables.outline_levels(self._skip_group())
        elif word in SKIPPED or (optional and word not in ENTERED):
            self._skip_group()
        elif word == "bin":
            self._at += max(number or 0, 0)
        elif word == "f":
            self._font(number or 0)
        elif word == "deff":
            self._default_font = number or 0
        elif word in CODE_PAGES or word == "ansicpg":
            self._default = CODE_PAGES.get(word) or tables.code_page(number or 0)
            self._font(self._default_font)
        elif word == "upr":
            self._skip_next = True  # Its first group says in bytes what its second says in Unicode.
        elif word == "ftnalt" and self._look.sink and self._look.sink.role == "footnote":
            self._look.sink.role = "endnote"
        elif word in CHANGING:
            if word == "plain":
                self._font(self._default_font)
            self._look = changed(self._look, word, number, self._headings)

    def _put_numbered(self, number: int) -> None:
        """A character by its number, and those that follow it in the same way, as in a text in Cyrillic."""
        numbers = [number]
        if self._look.skip == 1 and (run := _MORE_NUMBERED.match(self._text, self._at)):
            numbers += map(int, _NUMBER.findall(run[0]))
            self._at = run.end()
        self._put("".join(map(_character, numbers)))
        self._unneeded = self._look.skip

    def _font(self, number: int) -> None:
        self._look = self._look._replace(encoding=self._fonts.get(number, self._default))

    def _end_paragraph(self) -> None:
        """End the paragraph, unless a tracked change takes its end out: it then runs on into the next."""
        if self._look.sink is not None:
            self._look.sink.pieces.append("\n")
        elif not self._tracked.left_out(self._look):
            self._write_down(self._look)

    def _write_down(self, look: Look) -> None:
        in_list = look.paper.label is not None
        self._unlabelled += look.listed and not in_list and look.paper.has_text
        look.paper.end_paragraph(level=look.level if in_list else None, heading=look.heading, in_table=look.in_table)

    def _end_cell(self) -> None:
        if self._look.sink is None:
            self._look = self._look._replace(in_table=True)
            self._end_paragraph()
            self._look.paper.end_cell()
        else:
            self._look.sink.pieces.append("\n")

    def _end_row(self) -> None:
        if self._look.sink is None:
            self._look.paper.end_row()


def _character(number: int) -> str:
    """The character, or half of it, that RTF writes as a signed number of 16 bits."""
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
