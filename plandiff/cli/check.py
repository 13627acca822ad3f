"""`plandiff check FILE...`: what is to be seen in a draft before it lands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from plandiff.cli.output import write

if TYPE_CHECKING:
    from plandiff.config import Config
    from plandiff.model import Finding
    from plandiff.registry import Plugins


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Drafts.")],
    against: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Also judge what changed since a git revision; renames are followed."),
    ] = None,
    message: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A commit message, whose trailer can be the note that a change needs."),
    ] = None,
    level: Annotated[
        Literal["editorial", "substantive", "critical"] | None,
        typer.Option(help="The severity from which on a finding fails.", show_default="substantive, or the policy's"),
    ] = None,
    format: Annotated[
        Literal["terminal", "json", "github", "sarif"], typer.Option("--format", "-f", help="What to write.")
    ] = "terminal",
) -> None:
    """Check drafts: numbers, references, brackets, and what a change did.

    Prints a line for every finding: place, severity, rule, what is wrong and
    what to do. `plandiff rule CODE` says more of a rule. In Markdown and HTML
    a comment silences a rule at one place:

      <!-- plandiff: allow numbering-gap: point 3 was deleted on purpose -->

    Examples:

      plandiff check draft.md
      plandiff check --against HEAD draft.md

    Exit codes: 0 nothing at or above the level; 1 findings; 2 trouble.
    """
    from plandiff.check.catalogue import catalogue
    from plandiff.config import config
    from plandiff.errors import ExitCode
    from plandiff.model import SEVERITIES
    from plandiff.registry import Plugins
    from plandiff.render.findings import Told
    from plandiff.render.findings import findings as told

    plugins, rules = Plugins.load(), catalogue()
    found: list[Told] = []
    failing = 0
    for file in files:
        settings, place = config(file.parent)
        home = place.parent if place else file.parent
        findings = _findings(file, against, message, settings, home, plugins)
        found += [Told(str(file), each, rules[each.rule].remedy if each.rule in rules else "") for each in findings]
        bar = SEVERITIES.index(level or settings.level)
        failing += sum(SEVERITIES.index(each.severity) >= bar for each in findings)
    write(told(found, format))
    if failing:
        raise typer.Exit(ExitCode.FOUND)


def _findings(
    file: Path, against: str | None, message: Path | None, settings: Config, home: Path, plugins: Plugins
) -> list[Finding]:
    from plandiff.check.check import check as checked
    from plandiff.check.judge import judge
    from plandiff.check.levels import levelled
    from plandiff.compare import compare, read
    from plandiff.sources import read as source

    text = source(file).text or ""
    plan = read(file, plugins)
    earlier = None
    if against is not None:
        from plandiff.git.before import before

        earlier = before(file, against)
    if against is None or earlier is None:
        return levelled(checked(plan, text, plugins), settings.rules)
    from plandiff.git.noted import noted

    comparison = compare(f"{against}:{earlier}", plan, plugins=plugins)
    policy = settings.policy
    has_note = _has_trailer(message, policy.note_trailer) or noted(
        home, against, trailer=policy.note_trailer, file=policy.note_file
    )
    findings = [*checked(plan, text, plugins, comparison), *judge(comparison, policy, has_note)]
    return levelled(findings, settings.rules)


def _has_trailer(message: Path | None, trailer: str) -> bool:
    if message is None:
        return False
    lines = message.read_text(encoding="utf-8", errors="replace").splitlines()
    return any(line.startswith(f"{trailer}:") and line.partition(":")[2].strip() for line in lines)
