"""The report as Markdown, for a pull request or an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from plandiff.became import became
from plandiff.model import Comparison, Edit, Severity
from plandiff.render.correlation import correlation
from plandiff.render.digest import Digest, IssueLine, digest
from plandiff.render.entries import Entry, Fold, Note, Passage
from plandiff.render.escape_markdown import escape_markdown
from plandiff.render.headlines import headlines
from plandiff.render.redline import redline
from plandiff.render.tables import Table
from plandiff.render.wording import state

View = Literal["points", "issues", "map", "summary"]

_TAG = {"delete": "del", "insert": "ins"}
"""HTML tags, because ~~ and ** fail beside punctuation; GitHub renders both."""


def markdown(comparison: Comparison, view: View = "points", least: Severity = "none") -> str:
    """The report as Markdown for GitHub, ending with a line break: what the terminal says, in its order.

    The views are those of the terminal; `map` is the correlation table with both texts. All document text goes
    through `escape_markdown`, so that none of it can become markup.
    """
    content = digest(comparison, least)
    blocks = [
        *_header(content),
        *_body(comparison, content, view),
        *(_aside(content) if view in ("points", "map") else ()),
        *_warnings(content),
        "<br>\n".join(f"<sub>{_safe(line)}</sub>" for line in content.foot),
    ]
    return "\n\n".join(blocks) + "\n"


def _body(comparison: Comparison, content: Digest, view: View) -> Iterator[str]:
    if view == "map":
        yield "## Which point became which"
        yield _correlation(comparison)
        return
    yield from _issues("Open issues", content.open_issues)
    yield from _headlines(content) if view == "summary" else _issues("Other issues", content.other_issues)
    for table in content.tables:
        yield f"## {table.title}"
        yield _cells(table)
    if view == "points":
        yield "## Point by point"
        yield "Redline: <del>deleted</del> <ins>inserted</ins>"
        yield from map(_entry, content.entries)


def _correlation(comparison: Comparison) -> str:
    head = ("Old", "New", "Fate", "Share of the old text", "Severity", "Issues", "Old text", "New text", "Remarks")
    rows = (
        (
            row.old,
            row.new,
            " · ".join(filter(None, (row.fate, row.moved and "moved", row.renumbered and "renumbered"))),
            *(row.share, row.severity, row.issues, row.old_text, row.new_text, row.remarks),
        )
        for row in correlation(comparison)
    )
    return _table(head, (map(_safe, row) for row in rows))


def _headlines(content: Digest) -> Iterator[str]:
    found, rest = headlines(content)
    if found:
        yield "## Critical changes"
        rows = ((each.where, each.state, "\n".join(filter(None, (each.said, *each.cautions)))) for each in found)
        yield _table(("Points", "Fate", "What"), (map(_safe, row) for row in rows))
    if rest:
        yield f"{'Besides: ' if found else ''}{rest}"


def _header(content: Digest) -> Iterator[str]:
    old, new = content.versions
    yield f"# {became(_safe(old.name), _safe(new.name))}"
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


def _warnings(content: Digest) -> Iterator[str]:
    if content.warnings:
        yield "## Warnings"
        yield "\n".join(f"- {_safe(warning)}" for warning in content.warnings)


def _safe(text: str) -> str:
    """Words of a document, a file name or a plugin, as a whole piece of Markdown."""
    return escape_markdown(text.strip())


def _table(head: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
