"""Comments: what the report says of the points, in the margin beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plandiff.model import Comparison, Side
from plandiff.render.digest import Digest
from plandiff.render.docx.pen import Pen, run
from plandiff.render.entries import Entry, Fold
from plandiff.render.wording import state


class Comment(Struct, frozen=True):
    """Lines beside the paragraph of a point."""

    side: Side
    point: str
    lines: tuple[str, ...]


def comments(comparison: Comparison, content: Digest) -> list[Comment]:
    """One comment for each point that changed, in reading order, and first of all one about the whole."""
    told = [_comment(entry) for entry in content.entries if isinstance(entry, Entry)]
    side: Side = "right" if comparison.right.points else "left"
    points = comparison.right.points or comparison.left.points
    whole = [Comment(side, points[0].id, tuple(_whole(content)))] if points else []
    return whole + told


def comments_part(comments: Sequence[Comment], pen: Pen) -> str:
    """The comments as the content of their part of the document; their numbers are their places."""
    return "".join(
        f'<w:comment w:id="{number}" {pen.by} w:initials="pd">'
        f"{''.join(f'<w:p>{run(line)}</w:p>' for line in comment.lines)}</w:comment>"
        for number, comment in enumerate(comments)
    )


def _comment(entry: Entry) -> Comment:
    change = entry.change
    side: Side = "right" if change.right else "left"
    severity = () if change.severity == "none" else (change.severity,)
    lines = [" · ".join((entry.where, state(change), *severity, *entry.issues)), *entry.cautions]
    for passage in entry.body:
        if isinstance(passage, Fold):
            lines.append(passage.text)
            continue
        place = " · ".join(filter(None, (passage.where, passage.state)))
        notes = [note.text for note in passage.notes]
        if notes or passage.state:
            lines.append(": ".join(filter(None, (place, "; ".join(notes)))))
    lines += [note.text for note in entry.notes]
    return Comment(side, (change.right or change.left)[0], tuple(lines))


def _whole(content: Digest) -> Iterator[str]:
    yield " · ".join(filter(None, (content.fates, content.flags, content.kept_words)))
    for line in (*content.open_issues, *content.other_issues):
        said = (line.where, line.wording, *line.facts, *line.cautions, *line.grounds)
        yield f"{line.mark} {line.issue.title}, {line.issue.status}: {'; '.join(filter(None, said))}"
    for place, note in content.remarks:
        yield f"{place}  {note.text}".strip()
    for aside in content.asides:
        yield f"Not compared, {aside.side}: {aside.reason} ({aside.extent}): {aside.first_words}"
    yield from (f"Warning: {warning}" for warning in content.warnings)
