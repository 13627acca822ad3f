"""The command line as a whole: its commands and what `plandiff --help` says."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from plandiff import __version__

COMMANDS = (
    "compare",
    "explain",
    "review",
    "show",
    "verify",
    "check",
    "rule",
    "config",
    "log",
    "git",
    "issues",
    "plugins",
    "schema",
    "apply",
)
"""The commands in the order of the help; each is a function in the module of its name."""

EPILOG = """Examples:

  plandiff compare old.txt new.txt              what became of every point
  plandiff compare old.txt new.txt --view map   which point became which
  plandiff compare a.md b.md -f markdown -o diff.md
  plandiff compare old.txt new.txt -f docx -o r.docx
  plandiff verify r.docx old.txt new.txt        whether a redline holds both texts
  plandiff explain old.txt new.txt 3            why a point was linked as it was
  plandiff review old.txt new.txt               links to confirm, break or set
  plandiff show draft.txt                       how a text was understood
  plandiff check draft.txt                      what is amiss in a draft
  plandiff log draft.md                         what each commit did to it

Exit codes: 0 done; 1 differences found, with --exit-code; 2 trouble;
3 an error of plandiff itself; 130 interrupted."""


def app(arguments: Sequence[str]) -> typer.Typer:
    """The command line for some arguments.

    Where they begin with the name of a command it holds that command alone: each one costs a start more than
    a millisecond. Otherwise, as for the help, it holds all.
    """
    whole = typer.Typer(
        name="plandiff",
        epilog=EPILOG,
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )
    asked = [name for name in COMMANDS if name in arguments[:1]]
    for name in asked or COMMANDS:
        whole.command()(getattr(import_module(f"plandiff.cli.{name}"), name))
    whole.callback()(plandiff)
    return whole


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"plandiff {__version__}")
        raise typer.Exit


def plandiff(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Compare the versions of a numbered agreement point by point.

    Says which point became which, shows the redline of every point, and
    flags the issues that are still open.
    """
