"""The report as Markdown, for a pull request or an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plandiff.model import Comparison, Edit
from plandiff.render.digest import Digest, IssueLine, digest
from plandiff.render.entries import Entry, Fold, Note, Passage
from plandiff.render.escape_markdown import escape_markdown
from plandiff.render.redline import redline
from plandiff.render.tables import Table
from plandiff.render.wording import state

_TAG = {"delete": "del", "insert": "ins"}
"""HTML tags, because ~~ and ** fail beside punctuation; GitHub renders both."""


def markdown(comparison: Comparison) -> str:
    """The report as Markdown for GitHub, ending with a line break: what the terminal says, in its order.

    All document text goes through `escape_markdown`, so that none of it can become markup.
    """
    content = digest(comparison)
    blocks = [
        *_header(content),
        *_issues("Open issues", content.open_issues),
        *_issues("Other issues", content.other_issues),
        *(block for table in content.tables for block in (f"## {table.title}", _cells(table))),
        "## Point by point",
        "Redline: <del>deleted</del> <ins>inserted</ins>",
        *(_entry(entry) for entry in content.entries),
        *_aside(content),
        f"<sub>{_safe(content.foot)}</sub>",
    ]
    return "\n\n".join(blocks) + "\n"


def _header(content: Digest) -> Iterator[str]:
    old, new = content.versions
    yield f"# {_safe(old.name)} → {_safe(new.name)}"
    rows = [(v.side, _safe(v.name), v.size, _safe(v.about or "")) for v in content.versions]
    yield _table(("", "Text", "Points", "Known"), rows)
    for version in content.versions:
        if version.notice:
            yield f"> **{version.side}** {_safe(version.notice)}"
    yield f"**{content.fates}**" + (f" · {content.flags}" if content.flags else "")
    if content.kept is not None:
        full = round(20 * content.kept)
        yield f"`{'█' * full}{'░' * (20 - full)}` {content.kept_words}"


def _issues(title: str, lines: Sequence[IssueLine]) -> Iterator[str]:
    if not lines:
        return
    yield f"## {title}"
    yield _table(("", "Issue", "Status", "Points", "Was → now", "Grounds"), map(_issue, lines))


def _issue(line: IssueLine) -> Sequence[str]:
    said = "<br>".join(map(_safe, filter(None, (line.wording, *line.facts, *line.cautions))))
    grounds = "<br>".join(map(_safe, line.grounds))
    return line.mark, f"**{_safe(line.issue.title)}**", line.issue.status, _safe(line.where), said, grounds


def _cells(table: Table) -> str:
    def cell(words: str, warns: bool) -> str:
        said = "<br>".join(map(_safe, words.split("\n")))
        return f"**{said}**" if warns and said else said

    rows = ([cell(words, warns) for words in row] for row, warns in zip(table.rows, table.warns, strict=True))
    return _table(table.head, rows)


def _entry(entry: Entry | Fold) -> str:
    if isinstance(entry, Fold):
        return f"*{_safe(entry.text)}*"
    words = [f"**{_safe(entry.where)}**", state(entry.change)]
    if entry.change.severity != "none":
        words.append(f"**{entry.change.severity}**")
    words += map(_safe, entry.issues)
    blocks = [" · ".join(words), *(f"*{_safe(caution)}*" for caution in entry.cautions)]
    for passage in entry.body:
        blocks += [f"*{_safe(passage.text)}*"] if isinstance(passage, Fold) else _passage(passage)
    return "\n\n".join(filter(None, [*blocks, _notes(entry.notes)]))


def _passage(passage: Passage) -> Iterator[str]:
    head = " · ".join(filter(None, (f"**{_safe(passage.where)}**" if passage.where else "", passage.state)))
    between = "<br>" if passage.state else " " if head else ""
    yield f"> {head}{between}{_marked(passage.edits).strip()}"
    yield _notes(passage.notes)


def _marked(edits: Iterable[Edit]) -> str:
    def run(edit: Edit) -> str:
        tag = _TAG.get(edit.op)
        text = escape_markdown(edit.text)
        return f"<{tag}>{text}</{tag}>" if tag else text

    return "".join(map(run, redline(edits)))


def _notes(notes: Iterable[Note]) -> str:
    return "\n".join(f"- {_safe(note.text)}" for note in notes)


def _aside(content: Digest) -> Iterator[str]:
    if content.remarks:
        yield "## Noted in one text"
        yield "\n".join(f"- {_safe(f'{place}  {note.text}'.strip())}" for place, note in content.remarks)
    if content.asides:
        yield "## Not compared"
        rows = [(each.side, _safe(each.reason), each.extent, _safe(each.first_words)) for each in content.asides]
        yield _table(("", "What", "Extent", "First words"), rows)
    if content.warnings:
        yield "## Warnings"
        yield "\n".join(f"- {_safe(warning)}" for warning in content.warnings)


def _safe(text: str) -> str:
    """Words of a document, a file name or a plugin, as a whole piece of Markdown."""
    return escape_markdown(text.strip())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
