"""The report of a comparison, made and written: what `plandiff compare` does once its words are understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plandiff.cli.output import Color, Page, write

if TYPE_CHECKING:
    from plandiff.model import Revisions

Format = Literal["terminal", "html", "markdown", "json"]
View = Literal["points", "side", "map"]


def report(
    left: str,
    right: str | None,
    *,
    format: Format = "terminal",
    view: View = "points",
    seeds: Path | None = None,
    review: Path | None = None,
    revisions: Revisions = "accept",
    output: Path | None = None,
    color: Color = "auto",
    width: int | None = None,
) -> bool:
    """Compare two files, "-" being standard input, write the report, and say whether they differ.

    Without `right`, what is compared are the two sides of the tracked changes in `left`.
    """
    from plandiff.compare import compare, compare_revisions
    from plandiff.data import load_records

    records = load_records(seeds) if seeds else ()
    if right is None:
        comparison = compare_revisions(_named(left), records=records)
    else:
        comparison = compare(_named(left), _named(right), records=records, review=review, revisions=revisions)
    if format == "markdown":
        from plandiff.render.markdown import markdown

        text = markdown(comparison)
    elif format == "html":
        from plandiff.render.html import html

        text = html(comparison)
    elif format == "json":
        from plandiff.render.json import json

        text = json(comparison)
    else:
        from plandiff.render.console import console
        from plandiff.render.terminal import terminal

        page = Page(output)
        terminal(comparison, console(page, color, width), view)
        text = page.getvalue()
    write(text, output, inputs=[name for name in (left, right) if name])
    return comparison.differs


def _named(name: str) -> str | Path:
    """A path, so that a file name is never taken for a text; "-" is standard input."""
    return name if name == "-" else Path(name)
