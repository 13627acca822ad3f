"""The report of a comparison, made and written: what `plandiff compare` does once its words are understood."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from plandiff.cli.output import Color, Page, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from plandiff.model import Comparison, IssuePack, Reading, Severity
    from plandiff.registry import Plugins

Format = Literal[
    "terminal", "text", "html", "markdown", "docx", "json", "criticmarkup", "csv", "xlsx", "sarif", "github"
]
View = Literal["points", "side", "issues", "map", "summary"]

VIEWS: dict[Format, tuple[View, ...]] = {
    "terminal": get_args(View),
    "text": get_args(View),
    "markdown": ("points", "issues", "map", "summary"),
}
"""The views that a format has; all others have one."""


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
    revisions: Reading = "accept",
    output: Path | None = None,
    color: Color = "auto",
    width: int | None = None,
    author: str | None = None,
    date: datetime | None = None,
    min_severity: Severity = "none",
    paged: bool = True,
) -> bool:
    """Compare two files, "-" being standard input, write the report, and say whether they differ.

    With red lines it says whether the newer version violates one.

    Without `right`, what is compared are the two sides of the tracked changes in `left`. `author` and `date` are
    those of the tracked changes in a Word document. Changes below `min_severity` are folded in what people read;
    the other formats stay complete. `paged` shows a report that is longer than the terminal in a pager.
    """
    from plandiff.cli.progress import progress

    _check(format, view)
    from plandiff.compare import compare, compare_revisions
    from plandiff.data import load_records
    from plandiff.registry import Plugins

    plugins = Plugins.load()
    records = load_records(seeds) if seeds else ()
    packs = _packs(issues, plugins)
    with progress("comparing"):
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
        terminal(comparison, console(page, "never" if format == "text" else color, width), view, min_severity)
        made: str | bytes = page.getvalue()
    elif format == "docx":
        from plandiff.render.docx import docx

        made = docx(comparison, author or "plandiff", date)
    else:
        made = _written(comparison, format, view, min_severity)
    inputs = [left, right, review, *(seeds.glob("*.toml") if seeds else ()), *issues, *red_lines]
    write(made, output, inputs=[str(name) for name in inputs if name], paged=paged)
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


def _written(comparison: Comparison, format: Format, view: View, least: Severity) -> str | bytes:
    """What the function of the format's name in the module of its name makes of the comparison."""
    function = getattr(import_module(f"plandiff.render.{format}"), format)
    asked: dict[str, tuple[str, ...]] = {"markdown": (view, least), "html": (least,)}
    made: str | bytes = function(comparison, *asked.get(format, ()))
    return made


def _check(format: Format, view: View) -> None:
    """Refuse a view that the format has not, rather than writing another one."""
    known = VIEWS.get(format, ("points",))
    if view not in known:
        import typer

        has = f"has only the views {', '.join(known)}" if len(known) > 1 else "has one view only: leave --view out"
        raise typer.BadParameter(f"{format} {has}.", param_hint="--view")
