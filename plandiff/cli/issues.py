"""`plandiff issues [PACK]`: which issues are followed, and by which words they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from plandiff.cli.output import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plandiff.model import IssuePack


def issues(
    name: Annotated[
        str | None,
        typer.Argument(metavar="PACK", help="An installed pack, or a TOML file with one of your own."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the packs as JSON.")] = False,
) -> None:
    """List the issue packs; of one pack, its issues and their cues.

    A pack is asked about two versions that speak of its subject, a generic
    one where no other is. `plandiff compare --issues PACK` asks one beside.

    Examples:

      plandiff issues
      plandiff issues ukraine
      plandiff issues my-issues.toml
    """
    from plandiff.registry import Plugins
    from plandiff.render.visible import visible

    plugins = Plugins.load()
    if name is None:
        packs = plugins.issues()
    else:
        from plandiff.pack import pack

        packs = [pack(name, plugins)]
    if as_json:
        import json

        from msgspec import to_builtins

        write(json.dumps(to_builtins(packs), indent=2, ensure_ascii=False) + "\n")
        return
    lines = _list(packs) if name is None else _whole(packs[0])
    write("".join(f"{visible(line).rstrip()}\n" for line in lines))


def _list(packs: list[IssuePack]) -> Iterator[str]:
    for each in packs:
        yield f"{each.name}: {each.about} ({len(each.issues)} issues{', generic' if each.generic else ''})"
        yield f"  {', '.join(issue.id for issue in each.issues)}"


def _whole(each: IssuePack) -> Iterator[str]:
    yield f"{each.name}: {each.about}"
    for issue in each.issues:
        yield ""
        yield f"{issue.id}: {issue.title}"
        yield from (f"  {code}: {title}" for code, title in issue.titles.items())
        yield f"  cues: {', '.join(issue.cues)}"
        if issue.unless:
            yield f"  unless: {', '.join(issue.unless)}"
        if issue.parties:
            yield f"  parties: {', '.join(issue.parties)}"
        for record in each.records:
            if issue.id in record.open_issues:
                yield f"  reported open in {record.about}: {record.reporter}, {record.date}"
