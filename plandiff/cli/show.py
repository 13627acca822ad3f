"""`plandiff show FILE`: how a text was understood."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import Color, Page, write


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A version: a file, or - for standard input.")],
    format: Annotated[Literal["terminal", "json"], typer.Option("--format", "-f", help="What to write.")] = "terminal",
    revisions: Annotated[
        Literal["accept", "reject"], typer.Option(help="Which side of tracked changes in a document is read.")
    ] = "accept",
    color: Annotated[Color, typer.Option(help="Colour in the terminal report.")] = "auto",
    width: Annotated[int | None, typer.Option(min=40, metavar="N", help="Columns of the terminal report.")] = None,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Print a long report at once, not page by page.")
    ] = False,
) -> None:
    """Show how a text was understood.

    Lists its points with labels and sub-points, and what was set aside and
    why. Look here first when a comparison surprises you.

    Examples:

      plandiff show us-28.txt
      plandiff show us-28.html --format json
    """
    from plandiff.cli.progress import progress
    from plandiff.compare import read
    from plandiff.registry import Plugins

    with progress("reading"):
        plan = read(file if file == "-" else Path(file), Plugins.load(), revisions)
    if format == "json":
        from plandiff.render.json import json

        report = json(plan)
    else:
        from plandiff.render.console import console
        from plandiff.render.outline import outline

        page = Page()
        outline(plan, console(page, color, width))
        report = page.getvalue()
    write(report, paged=not no_pager)
