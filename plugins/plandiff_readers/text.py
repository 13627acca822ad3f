"""Plain text: the reader of every text that no other reader knows."""

from __future__ import annotations

from plandiff.errors import ReadError
from plandiff.hookspecs import hookimpl
from plandiff.model import Block, Document, Omission, Source


@hookimpl(trylast=True)
def plandiff_read(source: Source) -> Document | None:
    """Blocks are what stands between blank lines, with their line breaks; labels are left to outlining.

    Form feeds and lines drawn with - = _ * end a block and are set aside as separators. Lines keep the blanks
    they begin with, because indentation may tell levels apart.
    """
    if source.text is None:
        return None
    if source.text.lstrip().startswith("<?xml"):
        raise ReadError(f"{source.name}: is XML of a kind that is not read: save its text as .docx or as plain text")
    blocks: list[Block] = []
    omitted: list[Omission] = []
    chunk: list[str] = []
    start = 0

    def end_chunk() -> None:
        if chunk:
            blocks.append(Block(text="\n".join(chunk), line=start))
            chunk.clear()

    for number, line in enumerate(source.text.split("\n"), 1):
        for page, part in enumerate(line.split("\f")):
            if page:
                end_chunk()
                omitted.append(Omission(reason="separator", text="\f", line=number))
            if not part.strip():
                end_chunk()
            elif _is_rule(part):
                end_chunk()
                omitted.append(Omission(reason="separator", text=part.strip(), line=number))
            else:
                start = start if chunk else number
                chunk.append(part.rstrip())
    end_chunk()
    if not blocks:
        raise ReadError(f"{source.name}: holds no words, only lines that separate: check the file")
    return Document(format="plain text", blocks=tuple(blocks), omitted=tuple(omitted))


def _is_rule(line: str) -> bool:
    marks = "".join(line.split())
    return len(marks) >= 3 and marks[0] in "-=_*" and marks == marks[0] * len(marks)
