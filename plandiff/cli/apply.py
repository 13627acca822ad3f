"""`plandiff apply REPORT OLD`: the newer version from a report and the older version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import write


def apply(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="A report, written with --format json.")],
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="The older version of the report: a file, REV:path, or - for standard input."
        ),
    ],
    format: Annotated[
        Literal["json", "text"], typer.Option("--format", "-f", help="A point list, or a point a line.")
    ] = "json",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
) -> None:
    """Rebuild the newer version from a report and the older version.

    Its words are made from those of OLD by the edits of the report, its
    order and labels are those of the report. Refused when OLD is not the
    file that was compared, or when the report contradicts itself.

    Examples:

      plandiff compare old.txt new.txt -f json -o report.json
      plandiff apply report.json old.txt --format text
    """
    from plandiff.apply import apply as applied
    from plandiff.compare import read
    from plandiff.registry import Plugins
    from plandiff.render.plain import plain
    from plandiff.render.pointlist import pointlist
    from plandiff.reread import reread

    comparison = reread(report)
    asked = comparison.options.revisions
    plan = read(old if old == "-" else Path(old), Plugins.load(), "reject" if asked == "pending" else asked)
    made = applied(comparison, plan)
    write(pointlist(made) if format == "json" else plain(made), output, inputs=[str(report), old])
