"""`plandiff compare A B`: the report about two versions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import Color, Page, write

Format = Literal["terminal", "markdown", "json"]
View = Literal["points", "side", "map"]


def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="The older version: a file, or - for standard input.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The newer version: a file, or - for standard input.")],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What to write.", rich_help_panel="Report")
    ] = "terminal",
    view: Annotated[
        View,
        typer.Option(
            help="Every point with its redline, old and new side by side, or the mapping table alone.",
            rich_help_panel="Report",
        ),
    ] = "points",
    seeds: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Read seed records of your own, one TOML file each: who reported which issues open.",
            rich_help_panel="Report",
        ),
    ] = None,
    review: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Obey a review file, as `plandiff review` writes it: links that you confirm, break or set.",
            rich_help_panel="Report",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file, whole or not at all.",
            rich_help_panel="Output",
        ),
    ] = None,
    color: Annotated[Color, typer.Option(help="Colour in the terminal report.", rich_help_panel="Output")] = "auto",
    width: Annotated[
        int | None,
        typer.Option(min=40, metavar="N", help="Columns of the terminal report.", rich_help_panel="Output"),
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Exit with 1 when the versions differ.", rich_help_panel="Output"),
    ] = False,
) -> None:
    """Compare two versions of an agreement point by point.

    Reads plain text, Markdown, HTML and JSON point lists. Points are matched
    by what they say; their numbers are weak evidence. First comes the size of
    the change, then the issues, open ones on top, then every point with its
    redline. Brackets such as \\[to be agreed] are text and mark an open issue.

    Examples:

      plandiff compare us-28.txt geneva-19.txt
      plandiff compare us-28.txt geneva-19.txt --view side --width 160
      plandiff compare us-28.txt geneva-19.txt -f json -o report.json
      git show HEAD~1:plan.md | plandiff compare - plan.md --exit-code

    Exit codes: 0 done; 1 differences found, with --exit-code; 2 trouble.
    """
    if left == right == "-":
        raise typer.BadParameter("only one side can be standard input.", param_hint="A B")
    from plandiff.compare import compare as compare_versions
    from plandiff.data import load_records

    # A path, so that a file name is never taken for a text.
    old, new = (name if name == "-" else Path(name) for name in (left, right))
    comparison = compare_versions(old, new, records=load_records(seeds) if seeds else (), review=review)
    if format == "markdown":
        from plandiff.render.markdown import markdown

        report = markdown(comparison)
    elif format == "json":
        from plandiff.render.json import json

        report = json(comparison)
    else:
        from plandiff.render.console import console
        from plandiff.render.terminal import terminal

        page = Page(output)
        terminal(comparison, console(page, color, width), view)
        report = page.getvalue()
    write(report, output, inputs=(left, right))
    if exit_code and comparison.differs:
        from plandiff.errors import ExitCode

        raise typer.Exit(ExitCode.FOUND)
