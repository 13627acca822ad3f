"""The report of a comparison, made and written: what `plandiff compare` does once its words are understood."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from plandiff.cli.output import Color, Page, write

Format = Literal["terminal", "markdown", "json"]
View = Literal["points", "side", "map"]


def report(
    left: str,
    right: str,
    *,
    format: Format = "terminal",
    view: View = "points",
    seeds: Path | None = None,
    review: Path | None = None,
    output: Path | None = None,
    color: Color = "auto",
    width: int | None = None,
) -> bool:
    """Compare two files, "-" being standard input, write the report, and say whether they differ."""
    from plandiff.compare import compare
    from plandiff.data import load_records

    # A path, so that a file name is never taken for a text.
    old, new = (name if name == "-" else Path(name) for name in (left, right))
    comparison = compare(old, new, records=load_records(seeds) if seeds else (), review=review)
    if format == "markdown":
        from plandiff.render.markdown import markdown

        text = markdown(comparison)
    elif format == "json":
        from plandiff.render.json import json

        text = json(comparison)
    else:
        from plandiff.render.console import console
        from plandiff.render.terminal import terminal

        page = Page(output)
        terminal(comparison, console(page, color, width), view)
        text = page.getvalue()
    write(text, output, inputs=(left, right))
    return comparison.differs
