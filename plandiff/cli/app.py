"""The command line as a whole: its commands and what `plandiff --help` says."""

from __future__ import annotations

from typing import Annotated

import typer

from plandiff import __version__
from plandiff.cli.compare import compare
from plandiff.cli.explain import explain
from plandiff.cli.plugins import plugins
from plandiff.cli.review import review
from plandiff.cli.show import show

EPILOG = """Examples:

  plandiff compare old.txt new.txt              what became of every point
  plandiff compare old.txt new.txt --view map   which point became which
  plandiff compare a.md b.md -f markdown -o diff.md
  plandiff explain old.txt new.txt 3            why a point was linked as it was
  plandiff review old.txt new.txt               links to confirm, break or set
  plandiff show draft.txt                       how a text was understood

Exit codes: 0 done; 1 differences found, with --exit-code; 2 trouble;
3 an error of plandiff itself; 130 interrupted."""

app = typer.Typer(
    name="plandiff",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command()(compare)
app.command()(explain)
app.command()(review)
app.command()(show)
app.command()(plugins)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"plandiff {__version__}")
        raise typer.Exit


@app.callback()
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
