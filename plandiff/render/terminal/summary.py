"""The report in a screenful: the issues that are open, and the changes that are critical, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from plandiff.render.digest import Digest
from plandiff.render.gist import gist
from plandiff.render.headlines import headlines
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.terminal.styles import CAUTION, KIND

_Row = tuple[Text, Text, str, Sequence[str]]
"""What it is about, where it stands, what is said of it, what must be read before that."""


def summary(content: Digest, sheet: Sheet) -> None:
    """Print what is open and what is critical, and how many other changes there are."""
    found, rest = headlines(content)
    _table(
        "Open issues",
        [
            (safe(each.issue.title, "bold"), safe(each.where), each.wording, each.cautions)
            for each in content.open_issues
        ],
        sheet,
    )
    _table(
        "Critical changes",
        [
            (safe(each.where, "bold"), Text(each.state, KIND[each.entry.change.kind]), each.said, each.cautions)
            for each in found
        ],
        sheet,
    )
    if rest:
        sheet.line(Text(f"{'besides: ' if found else ''}{rest}", "dim"))
        sheet.blank()


def _table(title: str, rows: Sequence[_Row], sheet: Sheet) -> None:
    if not rows:
        return
    sheet.heading(title)
    first = min(sheet.width // 4, max(row[0].cell_len for row in rows))
    second = min(sheet.width // 4, max(row[1].cell_len for row in rows))
    last = sheet.width - first - second - 2 * GAP
    for head, place, said, cautions in rows:
        words = safe(gist(said, 2 * last))
        for caution in cautions:
            words.append_text(safe(f"\n{caution}", CAUTION))
        sheet.row((first, head), (second, place), (last, words))
    sheet.blank()
