"""Plain: the words of what is set aside as a whole, such as a note or the table of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plandiff_readers.odt.names import name, names, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

BLANKS, TAB, BREAK = names("text:s text:tab text:line-break")
_PARAGRAPHS = names("text:p text:h")
_COUNT = name("text:c")
_MOST_BLANKS = 255


def sign(element: _Element) -> str:
    """The blanks, the tab or the line break that an element stands for; "" where it stands for none."""
    if element.tag == BLANKS:
        count = whole(element.get(_COUNT))
        return " " * min(1 if count is None else count, _MOST_BLANKS)
    return {TAB: "\t", BREAK: "\n"}.get(element.tag, "")


def plain(element: _Element) -> str:
    """All words in an element, each paragraph on a line of its own."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, node in iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces += ["\n" if node.tag in _PARAGRAPHS else sign(node), _on_one_line(node.text)]
        elif node is not element:
            pieces.append(_on_one_line(node.tail))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _on_one_line(text: str | None) -> str:
    return (text or "").replace("\n", " ")
