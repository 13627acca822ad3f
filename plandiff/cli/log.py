"""`plandiff log FILE`: what each commit did to a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import write


def log(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A plan in a git repository.")],
    format: Annotated[Literal["terminal", "json"], typer.Option("--format", "-f", help="What to write.")] = "terminal",
) -> None:
    """Walk the history of a plan in git, the newest commit first.

    Of every commit that changed the file: how many points it changed, which,
    and which issues. Earlier names of the file are followed. A merge is shown
    where it has the plan in a form that none of its parents had.

    Examples:

      plandiff log plan.md
      plandiff log plan.docx --format json
    """
    from plandiff.log import log as history
    from plandiff.registry import Plugins

    entries = list(history(file, Plugins.load(), _progress))
    if format == "json":
        import json

        from msgspec import to_builtins

        rows = [
            {"commit": entry.revision.commit, "day": entry.revision.day, "author": entry.revision.author}
            | {"subject": entry.revision.subject, "said": entry.said, "comparison": to_builtins(entry.comparison)}
            for entry in entries
        ]
        write(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
        return
    from plandiff.render.log import log as told

    write("\n".join(told(*entry.revision[:4], entry.comparison, entry.said) for entry in entries))


def _progress(done: int, total: int) -> None:
    """Say on a terminal how far the work is; the line is gone when it is done."""
    if sys.stderr is not None and sys.stderr.isatty():
        said = f"reading commit {done + 1} of {total}" if done < total else ""
        print(f"\r\x1b[K{said}", end="", file=sys.stderr, flush=True)
