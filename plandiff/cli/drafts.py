"""Drafts checked, the findings written: what `plandiff check` does once its words are understood."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plandiff.cli.output import write

if TYPE_CHECKING:
    from plandiff.check.draft import Draft
    from plandiff.config import Policy
    from plandiff.registry import Plugins

Level = Literal["editorial", "substantive", "critical"]
Form = Literal["terminal", "markdown", "json", "github", "gitlab", "sarif"]


def drafts(
    files: list[Path],
    *,
    against: str | None = None,
    message: Path | None = None,
    level: Level | None = None,
    fix: bool = False,
    format: Form = "terminal",
) -> bool:
    """Check drafts, write the findings, and say whether any of them fails.

    What a change did, as told apart by `side`, fails only where no note says why, unless it is a fault. With `fix`
    each draft is put right first, and what was done to it is said on standard error.
    """
    from plandiff.check.catalogue import catalogue
    from plandiff.check.draft import draft
    from plandiff.git.since import since
    from plandiff.model import SEVERITIES
    from plandiff.registry import Plugins
    from plandiff.render.findings import Told, after, findings

    plugins, rules = Plugins.load(), catalogue()
    against = None if against is None else since(against)
    told: list[Told] = []
    said: list[str] = []
    fails = False
    for file in files:
        checked = draft(file, plugins, against=against, message=message)
        if fix and _fixed(file, checked, plugins):
            checked = draft(file, plugins, against=against, message=message)
        told += [
            Told(str(file), each, rules[each.rule].remedy if each.rule in rules else "") for each in checked.findings
        ]
        bar = SEVERITIES.index(level or checked.config.level)
        failing = [each for each in checked.findings if SEVERITIES.index(each.severity) >= bar]
        excusable = [each for each in failing if each.side and not (each.rule in rules and rules[each.rule].fault)]
        noted = bool(excusable) and checked.noted()
        fails |= len(failing) > (len(excusable) if noted else 0)
        if excusable:
            said.append(f"{file}: {_EXCUSED if noted else _excuses(checked.config.policy, against, message)}")
    write(findings(told, format) + after(said, format))
    return fails


_EXCUSED = "the change comes with a note, which excuses what it did"


def _excuses(policy: Policy, against: str | None, message: Path | None) -> str:
    """Which notes would be seen: the message of a commit in the making is not, unless it is given."""
    ways = [f"a new line in {policy.note_file}"] if policy.note_file else []
    if message is not None:
        ways.append(f"a {policy.note_trailer}: trailer in the commit message")
    elif against != "HEAD":
        ways.append(f"a {policy.note_trailer}: trailer of a commit since {against}")
    told = ", or ".join(ways) or "a new line in the file that `note_file` in the policy names"
    return f"if the change is meant, a note lets it pass: {told}"


def _fixed(file: Path, draft: Draft, plugins: Plugins) -> bool:
    """Put a draft right in its file; whether anything was written."""
    from plandiff.check.fix.fix import fix
    from plandiff.errors import SourceError
    from plandiff.render.visible import visible

    if not file.is_file():
        raise SourceError(f"{file}: is not a file that --fix could write: name a file")
    fixed = fix(draft, plugins)
    changed = fixed.source.data != draft.source.data
    if changed:
        write(fixed.source.data, file)
    said = [f"{file}:{line}: fixed: {what}" for line, what in fixed.done]
    said += [f"{file}: not fixed: {why}" for why in fixed.left]
    for line in said:
        print(visible(line), file=sys.stderr)
    return changed
