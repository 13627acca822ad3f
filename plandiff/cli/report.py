"""The report of a comparison, made and written: what `plandiff compare` does once its words are understood."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plandiff.cli.output import Color, Page, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plandiff.model import Comparison, IssuePack, Revisions
    from plandiff.registry import Plugins

Format = Literal["terminal", "text", "html", "markdown", "json", "csv", "xlsx"]
View = Literal["points", "side", "map"]


def report(
    left: str,
    right: str | None,
    *,
    format: Format = "terminal",
    view: View = "points",
    seeds: Path | None = None,
    issues: Sequence[str] = (),
    red_lines: Sequence[Path] = (),
    balance: bool = False,
    review: Path | None = None,
    revisions: Revisions = "accept",
    output: Path | None = None,
    color: Color = "auto",
    width: int | None = None,
) -> bool:
    """Compare two files, "-" being standard input, write the report, and say whether they differ.

    With red lines it says whether the newer version violates one.

    Without `right`, what is compared are the two sides of the tracked changes in `left`.
    """
    from plandiff.compare import compare, compare_revisions
    from plandiff.data import load_records
    from plandiff.registry import Plugins

    plugins = Plugins.load()
    records = load_records(seeds) if seeds else ()
    packs = _packs(issues, plugins)
    if right is None:
        comparison = compare_revisions(_named(left), plugins=plugins, records=records, packs=packs)
    else:
        comparison = compare(
            _named(left),
            _named(right),
            plugins=plugins,
            records=records,
            packs=packs,
            review=review,
            revisions=revisions,
        )
    if red_lines:
        from msgspec.structs import replace

        from plandiff.redlines import crossed, read

        comparison = replace(comparison, red_lines=crossed(comparison, map(read, red_lines), plugins))
    if balance:
        from plandiff.balance import balanced

        comparison = balanced(comparison, plugins)
    if format in ("terminal", "text"):
        from plandiff.render.console import console
        from plandiff.render.terminal import terminal

        page = Page(output)
        terminal(comparison, console(page, "never" if format == "text" else color, width), view)
        made: str | bytes = page.getvalue()
    else:
        made = _written(comparison, format)
    write(made, output, inputs=[name for name in (left, right) if name])
    if red_lines:
        return any(line.right.status == "violated" for line in comparison.red_lines)
    return comparison.differs


def _named(name: str) -> str | Path:
    """A path, so that a file name is never taken for a text; "-" is standard input."""
    return name if name == "-" else Path(name)


def _packs(names: Sequence[str], plugins: Plugins) -> list[IssuePack]:
    if not names:
        return []
    from plandiff.pack import pack

    return [pack(name, plugins) for name in names]


def _written(comparison: Comparison, format: Format) -> str | bytes:
    """What the function of the format's name in the module of its name makes of the comparison."""
    made: str | bytes = getattr(import_module(f"plandiff.render.{format}"), format)(comparison)
    return made
