"""`plandiff verify REDLINE OLD NEW`: whether a redline holds both texts, no more and no less."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from plandiff.cli.output import write

if TYPE_CHECKING:
    from plandiff.verify import Verdict


def verify(
    redline: Annotated[Path, typer.Argument(metavar="REDLINE", help="A document with tracked changes.")],
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The older version.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The newer version.")],
    revisions: Annotated[
        Literal["accept", "reject", "pending"],
        typer.Option(help="Which side of tracked changes in OLD and NEW was compared."),
    ] = "accept",
) -> None:
    """Say whether a redline is OLD with its changes rejected, NEW accepted.

    Compares the paragraphs in order with the provisions of both versions:
    labels and words. What stands around the list of points in a version need
    not stand in the redline.

    Examples:

      plandiff verify redline.docx us-28.txt geneva-19.txt

    Exit codes: 0 both hold; 1 one of them does not; 2 trouble.
    """
    from plandiff.errors import ExitCode
    from plandiff.verify import verify

    verdicts = verify(redline, old, new, revisions=revisions)
    write("".join(f"{_line(verdict)}\n" for verdict in verdicts))
    if any(verdict.difference for verdict in verdicts):
        raise typer.Exit(ExitCode.FOUND)


def _line(verdict: Verdict) -> str:
    """One line for one side, fit for a terminal."""
    from plandiff.render.visible import visible
    from plandiff.render.wording import count

    said = (
        f"differs: {verdict.difference}"
        if verdict.difference
        else f"equal, {count(verdict.provisions, 'provision')} in order"
    )
    around = f" ({count(verdict.around, 'passage')} around the list not in it)" if verdict.around else ""
    return visible(f"{verdict.revisions} all: {verdict.plan}: {said}{around}")
