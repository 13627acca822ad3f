"""`plandiff compare A B`: the report about two versions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import Color
from plandiff.cli.report import Format, View, report


def compare(
    versions: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="A B",
            help="The older version, then the newer: a file, REV:path for a file in git, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What to write.", rich_help_panel="Report")
    ] = "terminal",
    view: Annotated[
        View,
        typer.Option(
            help="Every point with its redline, old and new side by side, or one thing alone: the issues, "
            "which point became which, the gist.",
            rich_help_panel="Report",
        ),
    ] = "points",
    min_severity: Annotated[
        Literal["none", "editorial", "substantive", "critical"],
        typer.Option(
            metavar="LEVEL",
            help="Fold what weighs less into one line: editorial, substantive, critical. Tables and JSON stay whole.",
            show_default=False,
            rich_help_panel="Report",
        ),
    ] = "none",
    seeds: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Read seed records of your own, one TOML file each: who reported which issues open.",
            rich_help_panel="Report",
        ),
    ] = None,
    issues: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PACK",
            help="Follow the issues of a pack too: a TOML file of your own, or a name that `plandiff issues` lists.",
            rich_help_panel="Report",
            show_default=False,
        ),
    ] = None,
    red_lines: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Hold a party's conditions against both versions: met, violated or not addressed.",
            rich_help_panel="Report",
            show_default=False,
        ),
    ] = None,
    balance: Annotated[
        bool,
        typer.Option(
            "--balance",
            help="Say for each party which obligations were added, removed, strengthened or weakened.",
            rich_help_panel="Report",
        ),
    ] = False,
    review: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Obey a review file, as `plandiff review` writes it: links that you confirm, break or set.",
            rich_help_panel="Report",
        ),
    ] = None,
    revisions: Annotated[
        Literal["accept", "reject", "pending"],
        typer.Option(
            help="Which side of tracked changes in A and B is read; pending: A with them rejected, B accepted.",
            rich_help_panel="Versions",
        ),
    ] = "accept",
    revisions_of: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Instead of A and B: compare a document with its tracked changes rejected and accepted.",
            rich_help_panel="Versions",
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            help="Instead of A: compare each file named with itself in a git revision; renames are followed.",
            rich_help_panel="Versions",
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
    author: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Whose changes they are in a Word document (plandiff).", rich_help_panel="Output"
        ),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            metavar="DATE",
            help="The date of the changes in a Word document, as 2026-01-31 (none).",
            rich_help_panel="Output",
        ),
    ] = None,
    no_pager: Annotated[
        bool,
        typer.Option("--no-pager", help="Print a long report at once, not page by page.", rich_help_panel="Output"),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="Exit with 1 when the versions differ; with --red-lines, when one is violated.",
            rich_help_panel="Output",
        ),
    ] = False,
) -> None:
    """Compare two versions of an agreement point by point.

    Reads text, Markdown, HTML, Word, OpenDocument, RTF, PDF, EPUB, e-mail and
    point lists (JSON, YAML, CSV, Excel). Points are matched by what they say;
    their numbers are weak evidence. First comes the size of the change, then
    the issues, open ones on top, then every point with its redline. Brackets
    such as \\[to be agreed] are text and mark an open issue.

    Examples:

      plandiff compare us-28.txt geneva-19.txt
      plandiff compare us-28.txt geneva-19.txt --view side --width 160
      plandiff compare us-28.txt geneva-19.txt -f json -o report.json
      plandiff compare us-28.txt geneva-19.txt -f docx -o redline.docx
      plandiff compare --revisions-of draft.docx
      plandiff compare --against HEAD draft.md
      git show HEAD~1:plan.md | plandiff compare - plan.md --exit-code

    Exit codes: 0 done; 1 differences found, with --exit-code; 2 trouble.
    """
    if (author or date) and format != "docx":
        raise typer.BadParameter("is for --format docx.", param_hint="--author" if author else "--date")
    differs = False
    for left, right in _pairs(versions or [], against, revisions_of, single=output is not None or review is not None):
        differs |= report(
            left,
            right,
            format=format,
            view=view,
            seeds=seeds,
            issues=issues or (),
            red_lines=red_lines or (),
            balance=balance,
            review=review,
            revisions=revisions,
            output=output,
            color=color,
            width=width,
            min_severity=min_severity,
            author=author,
            date=date,
            paged=not no_pager,
        )
    if exit_code and differs:
        from plandiff.errors import ExitCode

        raise typer.Exit(ExitCode.FOUND)


def _pairs(
    versions: list[str], against: str | None, revisions_of: str | None, *, single: bool
) -> list[tuple[str, str | None]]:
    """What is to be compared: older and newer, the newer one None for the two sides of tracked changes."""
    if revisions_of is not None:
        if versions or against is not None:
            raise typer.BadParameter("takes the place of A, B and --against.", param_hint="--revisions-of")
        return [(revisions_of, None)]
    if against is not None:
        if not versions or (single and len(versions) > 1):
            many = "one file, as you want one output or obey one review" if versions else "the files to compare"
            raise typer.BadParameter(f"name {many}.", param_hint="--against")
        return [pair for file in versions for pair in _since(file, against)]
    if len(versions) != 2:
        raise typer.BadParameter("name two versions, the older one first.", param_hint="A B")
    if versions == ["-", "-"]:
        raise typer.BadParameter("only one side can be standard input.", param_hint="A B")
    return [(versions[0], versions[1])]


def _since(file: str, revision: str) -> list[tuple[str, str | None]]:
    """The file beside itself in the revision; nothing where it is new since then."""
    from plandiff.git.before import before
    from plandiff.git.since import since

    revision = since(revision)
    earlier = before(Path(file), revision)
    if earlier is None:
        typer.echo(f"{file}: is new since {revision}", err=True)
        return []
    return [(f"{revision}:{earlier}", file)]
