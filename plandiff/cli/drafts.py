"""Drafts checked, the findings written: what `plandiff check` does once its words are understood."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from plandiff.cli.output import write

Level = Literal["editorial", "substantive", "critical"]
Form = Literal["terminal", "json", "github"]


def drafts(
    files: list[Path],
    *,
    against: str | None = None,
    message: Path | None = None,
    level: Level | None = None,
    format: Form = "terminal",
) -> bool:
    """Check drafts, write the findings, and say whether any of them fails."""
    from plandiff.check.catalogue import catalogue
    from plandiff.check.draft import draft
    from plandiff.model import SEVERITIES
    from plandiff.registry import Plugins
    from plandiff.render.findings import Told, findings

    plugins, rules = Plugins.load(), catalogue()
    told: list[Told] = []
    fails = False
    for file in files:
        checked = draft(file, plugins, against=against, message=message)
        told += [
            Told(str(file), each, rules[each.rule].remedy if each.rule in rules else "") for each in checked.findings
        ]
        bar = SEVERITIES.index(level or checked.config.level)
        fails |= any(SEVERITIES.index(each.severity) >= bar for each in checked.findings)
    write(findings(told, format))
    return fails
