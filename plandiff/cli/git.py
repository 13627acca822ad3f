"""`plandiff git`: let git show plans point by point."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plandiff.cli.output import write


def git(
    action: Annotated[Literal["install", "uninstall", "textconv"], typer.Argument(help="What to do.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATTERN...]", help="With install: more files to show so, as 'drafts/*.md'."),
    ] = None,
    everywhere: Annotated[
        bool, typer.Option("--global", help="For all your repositories, instead of the one you stand in.")
    ] = False,
) -> None:
    """Let git show plans point by point.

    After install, `git diff`, `git log -p` and `git show` show Word,
    OpenDocument, RTF, PDF and EPUB files as their points, a line for each,
    and `git difftool -t plandiff` shows the report. No file of the
    repository is touched: what is written stands beside them, and
    uninstall takes it away. `textconv FILE` is what git runs.

    Examples:

      plandiff git install
      plandiff git install 'drafts/*.md' --global
      plandiff git uninstall
    """
    if action == "textconv":
        if len(names or ()) != 1 or everywhere:
            raise typer.BadParameter("name one file.", param_hint="textconv")
        write("".join(map(_listed, names or ())))
        return
    from plandiff.git.configure import install, uninstall

    if action == "install":
        said = install(Path(), names or (), everywhere=everywhere)
        said.append("for the whole team, commit such lines in .gitattributes: *.docx diff=plandiff")
    else:
        if names:
            raise typer.BadParameter("takes no pattern.", param_hint="uninstall")
        said = uninstall(Path(), everywhere=everywhere)
    write("".join(f"{line}\n" for line in said))


def _listed(name: str) -> str:
    """The lines of a plan. What cannot be read is said in their place: an error would end the whole of `git log`."""
    from plandiff.compare import understood
    from plandiff.errors import PlandiffError
    from plandiff.registry import Plugins
    from plandiff.render.listing import listing
    from plandiff.render.visible import visible
    from plandiff.sources import from_bytes
    from plandiff.sources.files import bytes_of

    file = Path(name)
    try:
        # Git names a file of its own making: no sidecar beside it is meant, nor a revision by a colon in it.
        source = from_bytes(bytes_of(file.name, file), file.name, suffix=file.suffix)
        return listing(understood(source, Plugins.load()))
    except PlandiffError as error:
        return f"plandiff: {visible(str(error))}\n"
