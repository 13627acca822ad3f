"""`plandiff plugins`: what is installed and which hooks it implements."""

from __future__ import annotations

from typing import Annotated

import typer

from plandiff.cli.output import write


def plugins(
    as_json: Annotated[bool, typer.Option("--json", help="Write the list as JSON.")] = False,
) -> None:
    """List the installed plugins.

    Says the name of each, its hooks, its distribution with version, and its module.
    """
    from plandiff.registry import Plugins

    infos = Plugins.load().infos
    if as_json:
        import json

        from msgspec.structs import asdict

        write(json.dumps([asdict(info) for info in infos], indent=2, ensure_ascii=False) + "\n")
        return
    from plandiff.render.visible import visible

    rows = [("NAME", "HOOKS", "DISTRIBUTION", "MODULE")]
    rows += [(info.name, ", ".join(info.hooks), f"{info.distribution} {info.version}", info.module) for info in infos]
    table = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in table)
    write("".join(f"{line}\n" for line in lines))
