"""`plandiff check FILE...`: what is to be seen in a draft before it lands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plandiff.cli.drafts import Form, Level, drafts


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Drafts.")],
    against: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Also judge what changed since a git revision; renames are followed."),
    ] = None,
    message: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A commit message, whose trailer can be the note that a change needs."),
    ] = None,
    level: Annotated[
        Level | None,
        typer.Option(help="The severity from which on a finding fails.", show_default="substantive, or the policy's"),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Put right what takes no judgement, in text and Markdown: numbers, blanks, quotes."),
    ] = False,
    format: Annotated[Form, typer.Option("--format", "-f", help="What to write.")] = "terminal",
) -> None:
    """Check drafts: numbers, references, brackets, and what a change did.

    Prints a line for every finding: place, severity, rule, what is wrong and
    what to do. `plandiff rule CODE` says more of a rule. In Markdown and HTML
    a comment silences a rule at one place:

      <!-- plandiff: allow numbering-gap: point 3 was deleted on purpose -->

    Examples:

      plandiff check draft.md
      plandiff check --against HEAD draft.md
      plandiff check --fix draft.md

    Exit codes: 0 nothing at or above the level; 1 findings; 2 trouble.
    """
    if drafts(files, against=against, message=message, level=level, fix=fix, format=format):
        from plandiff.errors import ExitCode

        raise typer.Exit(ExitCode.FOUND)
