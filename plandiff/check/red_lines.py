"""The red lines that the policy names, held against a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from plandiff.engine.cited import Cited
from plandiff.errors import DataError
from plandiff.model import Finding, Plan, Verdict
from plandiff.redlines import read, redlines
from plandiff.registry import Plugins


def red_lines(
    plan: Plan, before: Plan | None, names: Iterable[str], folder: Path, plugins: Plugins
) -> Iterator[Finding]:
    """Where a draft violates the red lines in some files of the folder that the policy stands in.

    A line that the version before kept, or did not speak of, is crossed now; one that it violated too, or that
    there is no version before for, is violated. Raises `DataError` where a file holds no red lines, or lies
    outside the folder: whoever proposes a policy must not have other files read.
    """
    for name in names:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise DataError(f"{folder / name}: lies outside the folder of the policy: move the red lines into it")
        if not file.is_file():
            raise DataError(f"{folder / name}: is not a file: correct `red_lines` in the policy")
        lines = read(file)
        verdicts = redlines(plan, lines, plugins)
        earlier = redlines(before, lines, plugins) if before is not None else [None] * len(verdicts)
        for condition, now, then in zip(lines.conditions, verdicts, earlier, strict=True):
            if now.status == "violated":
                yield _finding(f"{lines.party or file.name}: “{condition}”", now, then, plan, before)


def _finding(line: str, now: Verdict, then: Verdict | None, plan: Plan, before: Plan | None) -> Finding:
    crossed = then is not None and then.status != "violated"
    why = "" if now.quote else ", no provision holds these words"
    was = f"; {_where(before, then.point)} said: “{then.quote}”" if before and then and crossed and then.quote else ""
    return Finding(
        rule="red-line-crossed" if crossed else "red-line-violated",
        severity="critical" if crossed else "substantive",
        message=f"{line} is {'crossed' if crossed else 'violated'}{why}{was}",
        point=now.point,
        line=plan.by_id[now.point].line if now.point else None,
        quote=now.quote,
    )


def _where(before: Plan, point: str | None) -> str:
    return f"old {Cited(before).name(before.by_id[point])}" if point else "the old version"
