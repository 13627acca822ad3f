"""How one text was understood, for `plandiff show`."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from plandiff.model import Plan, Point
from plandiff.render.gist import gist
from plandiff.render.sheet import GAP, Sheet, safe
from plandiff.render.unreported import invented
from plandiff.render.wording import UNREPORTED, about, count, notice, size

_SIGN = {"point": "–", "division": "heading", "heading": "heading", "paragraph": "¶", "surrounding": "around"}
"""What stands where a label would, for a provision without one."""

_STYLE = {"point": "", "division": "bold", "heading": "bold", "paragraph": "", "surrounding": "dim"}


def outline(plan: Plan, console: Console) -> None:
    """Print the tree of points: line, label or role, the text, what was set aside and why, warnings.

    The text is shown whole, so that a person sees where each point begins and ends.
    """
    sheet = Sheet(console)
    _header(plan, sheet)
    gutter = max((len(str(point.line or "")) for point in plan.points), default=0)
    labels = min(14, max((cell_len(_label(point)) for point in plan.points), default=0))
    unreported = set(invented(plan, (point.id for point in plan.points)))
    for point in plan.points:
        indent = min(GAP * _depth(plan, point), sheet.measure // 3)
        text = safe(point.text, _STYLE[point.role])
        if point.id in unreported:
            text.append(f"\n{UNREPORTED}", "not bold magenta")
        sheet.row(
            (gutter, Text(str(point.line or "").rjust(gutter), "dim")),
            *([(indent - GAP, Text())] if indent else []),
            (labels, safe(_label(point), "bold" if point.label is not None else "dim")),
            (sheet.measure - gutter - indent - labels - 2 * GAP, text),
        )
    sheet.blank()
    if plan.omitted:
        sheet.heading("Set aside")
        for omission in plan.omitted:
            place = f"line {omission.line}, " if omission.line is not None else ""
            sheet.line(safe(f"{place}{omission.reason}: ").append_text(safe(gist(omission.text), "dim")))
        sheet.blank()
    for warning in plan.warnings:
        sheet.line(Text("warning: ", "bold yellow").append_text(safe(warning, "not bold")))
    sheet.print()


def _header(plan: Plan, sheet: Sheet) -> None:
    sheet.line(safe(plan.name, "bold").append_text(safe(f" · {plan.format} · {_counts(plan)}", "not bold")))
    if plan.provenance:
        sheet.line(safe(about(plan.provenance)))
        said = notice(plan.provenance)
        if said:
            sheet.line(safe(said, "bold magenta"))
    sheet.blank()


def _counts(plan: Plan) -> str:
    inner = sum(top != name for name, top in plan.tops.items())
    around = Counter(point.role for point in plan.points)["surrounding"]
    parts = [size(plan)]
    parts += [count(inner, "sub-point")] if inner else []
    parts += [f"{count(around, 'paragraph')} around them"] if around else []
    return ", ".join(parts)


def _label(point: Point) -> str:
    return _SIGN[point.role] if point.label is None else point.label


def _depth(plan: Plan, point: Point) -> int:
    depth = 0
    while point.parent is not None:
        point = plan.by_id[point.parent]
        depth += 1
    return depth
