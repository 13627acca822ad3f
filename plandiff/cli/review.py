"""`plandiff review A B`: a file in which a person confirms, breaks or sets links."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plandiff.cli.output import write


def review(
    left: Annotated[str, typer.Argument(metavar="A", help="The older version: a file, or - for standard input.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The newer version: a file, or - for standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file that does not exist yet."),
    ] = None,
) -> None:
    """Write a review file: every link, for you to judge.

    Edit the verdicts in it, then pass it to `plandiff compare --review`. The
    points are known again by their texts, so that your verdicts hold when the
    numbers change; an entry that no longer applies is reported.

    Examples:

      plandiff review us-28.txt geneva-19.txt -o review.toml
      plandiff compare us-28.txt geneva-19.txt --review review.toml
    """
    if left == right == "-":
        raise typer.BadParameter("only one side can be standard input.", param_hint="A B")
    from plandiff.compare import compare
    from plandiff.errors import OutputError
    from plandiff.review import draft

    if output is not None and output.exists():
        raise OutputError(f"{output}: exists, and may hold your verdicts; name a new file for --output")
    old, new = (name if name == "-" else Path(name) for name in (left, right))
    write(draft(compare(old, new)), output, inputs=(left, right))
