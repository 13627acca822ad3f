"""The blocks of a Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from markdown_it.utils import EnvType

from plandiff.engine.labels import labels
from plandiff.model import Block, Omission
from plandiff_readers.elements import KNOWN
from plandiff_readers.page import Page, page
from plandiff_readers.writer import Writer

_MAX_NESTING = 100
"""markdown-it drops blocks that are nested deeper than its limit, so reaching this one is an error. Brackets without
end cost it time in proportion to the limit, and beyond it they are plain text."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:#.*\n)*[A-Za-z_][\w-]*[ \t]*:.*\n(?:.+\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TAG_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")


def markdown_blocks(text: str) -> Page:
    """What is in a Markdown text. Raises `RecursionError` when it nests too deeply."""
    reading = _Reading(text)
    reading.read()
    return reading.found


class _Parser(MarkdownIt):
    def normalizeLink(self, url: str) -> str:
        return url  # as written, since it is only set aside


class _Reading:
    """One text being read: its tokens in order, with the items that are open."""

    def __init__(self, text: str) -> None:
        self.found = Page([], [], [])
        self.lines = text.split("\n")
        self.text = text
        self.struck: list[int] = []
        self.items: list[str | None] = []  # the labels of the open items
        self.fresh: int | None = None  # the line of the innermost item while it has no text
        self.cells: list[str] | None = None  # of the open table row
        self.env: EnvType = {}
        self.defined: set[str] = set()  # addresses of links that are defined by themselves
        self.parser = _Parser("commonmark", {"maxNesting": _MAX_NESTING}).enable(["table", "strikethrough"])

    def read(self) -> None:
        front = _FRONT_MATTER.match(self.text)
        if front:
            self.omit("front matter", front[0], 1)
            self.text = "\n" * front[0].count("\n") + self.text[front.end() :]
        tokens = self.parser.parse(self.text, self.env)
        self.defined = {reference["href"] for reference in self.env.get("references", {}).values()}
        labels = _labels(tokens)
        heading: int | None = None
        in_body = False  # of a table
        line = 1
        for token in tokens:
            if token.level >= _MAX_NESTING - 1:
                raise RecursionError
            line = token.map[0] + 1 if token.map else line
            match token.type:
                case "list_item_open":
                    self.add_empty_item()
                    self.items.append(next(labels))
                    self.fresh = line
                case "list_item_close":
                    self.add_empty_item()
                    self.items.pop()
                case "heading_open" | "heading_close":
                    heading = int(token.tag[1]) if token.nesting == 1 else None
                case "inline" if self.cells is not None:
                    self.cells.append(self.plain(token.children or [], line))
                case "inline":
                    self.add(self.plain(token.children or [], line), line, heading)
                case "code_block" | "fence":
                    self.add_code(token, line)
                case "html_block":
                    self.add_html(token.content, line)
                case "table_open":
                    self.omit("separator", self.lines[line], line + 1)
                case "tr_open":
                    self.cells = []
                case "tbody_open":
                    in_body = True
                case "table_close":
                    in_body = False
                case "tr_close":
                    cells = self.cells or []
                    cells += self.surplus(len(cells), line) if in_body else []
                    self.add(" | ".join(cells) if any(cells) else "", line)
                    self.cells = None
                case "hr":
                    self.omit("separator", self.lines[line - 1], line)
        self.add_definitions()
        self.found.omitted.sort(key=lambda omission: omission.line or 0)
        if self.struck:
            more = f" and {len(self.struck) - 1} more" if len(self.struck) > 1 else ""
            self.found.warnings.append(f"struck-out text is kept between ~~ signs (line {self.struck[0]}{more})")

    # ------------------------------------------------------------ blocks

    def add(self, text: str, line: int, heading: int | None = None) -> None:
        if not text.strip():
            return
        depth = len(self.items) or None
        if self.fresh:
            block = Block(text=text, kind="item", label=self.items[-1], level=depth, line=line)
            self.fresh = None
        elif heading:
            block = Block(text=text, kind="heading", level=heading, line=line)
        else:
            block = Block(text=text, level=depth, line=line)
        self.found.blocks.append(block)

    def add_empty_item(self) -> None:
        """An item without text of its own keeps its number: its sub-points stand in it."""
        if self.fresh and self.items[-1]:
            block = Block(text="", kind="item", label=self.items[-1], level=len(self.items), line=self.fresh)
            self.found.blocks.append(block)
        self.fresh = None

    def add_code(self, token: Token, line: int) -> None:
        self.omit("code language", token.info, line)
        writer = Writer()
        writer.write_as_is(token.content, line + (token.type == "fence"))
        writer.end_block()
        for draft in writer.drafts:
            self.add(draft.text, draft.line)

    def add_html(self, html: str, line: int) -> None:
        inside = page(html, line)
        for block in inside.blocks:
            if block.kind == "paragraph":
                self.add(block.text, block.line or line)
            else:
                self.add_empty_item()
                self.found.blocks.append(block)
        self.found.omitted.extend(inside.omitted)
        self.found.warnings.extend(inside.warnings)

    def surplus(self, count: int, line: int) -> list[str]:
        """The cells that a row has more than its head, which markdown-it drops."""
        written = [cell.strip() for cell in escapedSplit(self.lines[line - 1].strip("> \t"))]
        begin = count if written[0] else count + 1
        parsed = [self.parser.parseInline(cell, self.env)[0] for cell in written[begin:] if cell]
        return [self.plain(token.children or [], line) for token in parsed]

    def add_definitions(self) -> None:
        for reference in [*self.env.get("references", {}).values(), *self.env.get("duplicate_refs", [])]:
            begin, end = reference["map"]
            self.omit("link definition", "\n".join(self.lines[begin:end]), begin + 1)

    def omit(self, reason: str, text: str, line: int) -> None:
        if text.strip():
            self.found.omitted.append(Omission(reason=reason, text=text.strip(), line=line))

    # ------------------------------------------------------------ text

    def plain(self, tokens: Sequence[Token], line: int) -> str:
        """The text of inline tokens without their signs. Tags in it are read as in a page."""
        parts = list(self.parts(tokens, line))
        if not any(is_html for is_html, _ in parts):
            return "".join(text for _, text in parts).strip()
        html = "".join(part if is_html else escape(part).replace("\n", "<br>") for is_html, part in parts)
        inside = page(html, line)
        self.found.omitted.extend(inside.omitted)
        self.found.warnings.extend(inside.warnings)
        return "\n".join(block.text for block in inside.blocks)

    def parts(self, tokens: Sequence[Token], line: int) -> Iterator[tuple[bool, str]]:
        """The pieces of inline tokens: whether each is HTML, and its text."""
        for index, token in enumerate(tokens):
            match token.type:
                case "text" | "code_inline":
                    yield False, token.content
                case "softbreak" | "hardbreak":
                    line += 1
                    # Markdown joins the lines of a paragraph; but a number at the start of one is a lost list.
                    soft = token.type == "softbreak" and not labels(_line_after(tokens, index))
                    yield False, " " if soft else "\n"
                case "s_open" | "s_close":
                    if token.type == "s_open":
                        self.struck.append(line)
                    yield False, token.markup
                case "html_inline":
                    name = _TAG_NAME.match(token.content)
                    # <amount> is a blank to be filled in, not a tag.
                    yield not name or name[1].lower() in KNOWN, token.content
                case "image":
                    self.omit("image address", str(token.attrs.get("src", "")), line)
                    self.omit("image title", str(token.attrs.get("title", "")), line)
                    yield from self.parts(token.children or [], line)
                case "link_open":
                    self.omit_address(token, tokens[index + 1], line)

    def omit_address(self, link: Token, inside: Token, line: int) -> None:
        address = str(link.attrs.get("href", ""))
        if address in self.defined:
            return  # set aside with its definition
        if inside.content not in (address, address.removeprefix("mailto:")):
            self.omit("link address", address, line)
        self.omit("link title", str(link.attrs.get("title", "")), line)


def _line_after(tokens: Sequence[Token], index: int) -> str:
    """The text between this line break and the next."""
    rest = takewhile(lambda token: not token.type.endswith("break"), tokens[index + 1 :])
    return "".join(token.content for token in rest).lstrip()


def _labels(tokens: Sequence[Token]) -> Iterator[str | None]:
    """The label of each list item in order; None before an item with a bullet.

    A number is taken as written, except in a list that writes the same one before each item and leaves the
    counting to the page.
    """
    open_lists: list[list[int]] = []
    labels: dict[int, str | None] = {}
    for index, token in enumerate(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            open_lists.append([])
        elif token.type == "list_item_open":
            labels[index] = token.info + token.markup if token.info else None
            open_lists[-1].append(index)
        elif token.type == "ordered_list_close":
            items = open_lists.pop()
            numbers = [tokens[item].info for item in items]
            if len(items) > 1 and len(set(numbers)) == 1:
                for count, item in enumerate(items):
                    labels[item] = f"{int(numbers[0]) + count}{tokens[item].markup}"
        elif token.type == "bullet_list_close":
            open_lists.pop()
    return iter(labels.values())
