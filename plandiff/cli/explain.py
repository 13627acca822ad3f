"""`plandiff explain A B POINT`: why one point was linked as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from plandiff.cli.output import Color, Page, write

if TYPE_CHECKING:
    from plandiff.model import Comparison, Plan, Side


def explain(
    left: Annotated[str, typer.Argument(metavar="A", help="The older version: a file, or - for standard input.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The newer version: a file, or - for standard input.")],
    point: Annotated[
        str,
        typer.Argument(metavar="POINT", help="A point as it is cited, such as 21, 21(d) or 21.d; or its id."),
    ],
    side: Annotated[
        Literal["old", "new"] | None,
        typer.Option(help="The version that POINT is cited from.", show_default="old, if it has the point"),
    ] = None,
    review: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Obey a review file: links that you confirmed, broke or set."),
    ] = None,
    color: Annotated[Color, typer.Option(help="Colour in the terminal report.")] = "auto",
    width: Annotated[int | None, typer.Option(min=40, metavar="N", help="Columns of the terminal report.")] = None,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Print a long report at once, not page by page.")
    ] = False,
) -> None:
    """Explain one point: what became of it, how sure that is, and why.

    Says what the link rests on, what else the point could be, what is shared
    and what differs, and where its sub-points went.

    Examples:

      plandiff explain us-28.txt geneva-19.txt 3
      plandiff explain us-28.txt geneva-19.txt 2 --side new
    """
    if left == right == "-":
        raise typer.BadParameter("only one side can be standard input.", param_hint="A B")
    from plandiff.cli.progress import progress
    from plandiff.compare import compare
    from plandiff.render.console import console
    from plandiff.render.explain import explain as explained

    old, new = (name if name == "-" else Path(name) for name in (left, right))
    with progress("comparing"):
        comparison = compare(old, new, review=review)
    found, named, others = _find(comparison, point, side)
    page = Page()
    explained(comparison, named, found, console(page, color, width), others=others)
    write(page.getvalue(), paged=not no_pager)


def _find(comparison: Comparison, citation: str, side: Literal["old", "new"] | None) -> tuple[str, Side, list[str]]:
    """The id of the point cited, on the side asked for or else on the first that has it; ids of others cited so."""
    from plandiff.engine.cited import Cited
    from plandiff.render.cite import Cite

    plans: dict[Side, Plan] = {"left": comparison.left, "right": comparison.right}
    wanted: list[Side] = [name for name in plans if side is None or (name == "left") == (side == "old")]
    for name in wanted:
        cite, found = Cite(plans[name]), Cited(plans[name])(citation)
        found = found or tuple(point for point in plans[name].points if cite([point.id]) == citation)
        ids = [point.id for point in found]
        if len(ids) == 1 or citation in ids:
            return ids[0], name, ids[1:]
        if ids:
            several = ", ".join(map(_short, ids[:5]))
            raise typer.BadParameter(f"several points are cited so; name one by its id: {several}", param_hint="POINT")
    near = ", ".join(map(_short, Cited(plans[wanted[0]]).near(citation)))
    where = f" of the {side} version" if side else ""
    raise typer.BadParameter(f"no point{where} is cited so; near to it are: {near}", param_hint="POINT")


def _short(label: str) -> str:
    return label if len(label) <= 40 else label[:39] + "…"
