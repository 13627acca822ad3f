"""`plandiff config`: what holds for the drafts in a folder, and which file says so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plandiff.cli.output import write


def config(
    place: Annotated[Path, typer.Argument(metavar="PATH", help="A draft or a folder.")] = Path(),
) -> None:
    """Print the configuration that holds for a draft or a folder.

    A line for every value, with the file that gives it or that it is the
    default. Each line is written as it could stand in plandiff.toml.

    Examples:

      plandiff config
      plandiff config drafts/plan.md
    """
    import json

    from plandiff.config import settings
    from plandiff.errors import SourceError

    if not place.exists():
        raise SourceError(f"{place}: no such file or folder: check the name")
    found = list(settings(place if place.is_dir() else place.parent))
    # A JSON text or list of texts is TOML too; TOML has no word for nothing.
    lines = [f"{each.name} = {json.dumps(each.value, ensure_ascii=False)}" for each in found if each.value is not None]
    unset = [f"# {each.name} is not set" for each in found if each.value is None]
    origins = [each.origin for each in found if each.value is not None]
    width = max(map(len, lines))
    write(
        "".join(f"{line.ljust(width)}  # {origin or 'default'}\n" for line, origin in zip(lines, origins, strict=True))
        + "".join(f"{line}\n" for line in unset)
    )
