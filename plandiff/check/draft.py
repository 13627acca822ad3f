"""The findings about one draft in its file: the rules, what changed since a revision, and what the policy says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plandiff import sources
from plandiff.check.check import check
from plandiff.check.judge import judge
from plandiff.check.levels import levelled
from plandiff.check.numbering import in_order
from plandiff.compare import compare, understood
from plandiff.config import Config, config
from plandiff.errors import SourceError
from plandiff.model import Comparison, Finding, Plan, Source
from plandiff.registry import Plugins


class Draft(NamedTuple):
    """A draft as it was read, the configuration of its folder, and the findings at the levels that this gives.

    `noted` says whether the change comes with a note; git is asked, once, when somebody wants to know.
    """

    source: Source
    plan: Plan
    config: Config
    findings: list[Finding]
    noted: Callable[[], bool]


def draft(file: Path, plugins: Plugins, *, against: str | None = None, message: Path | None = None) -> Draft:
    """Check a draft by itself, and `against` what it was in a git revision; renames since then are followed.

    `message` is a file with the message of the commit in the making, whose trailer can be the note that the
    policy asks for. Raises `PlandiffError` when the draft, its version before or the configuration cannot be
    read.
    """
    settings, place = config(file.parent)
    source = sources.read(file)
    plan = understood(source, plugins)
    comparison = None if against is None else _since(against, file, plan, plugins)
    findings = list(check(plan, source.text or "", plugins, comparison))
    home = place.parent if place else file.parent
    noted = cache(lambda: against is not None and _noted(settings, home, against, message))
    if comparison is not None:
        findings += judge(comparison, settings.policy, noted)
    if settings.policy.red_lines:
        from plandiff.check.red_lines import red_lines

        before = comparison.left if comparison is not None else None
        findings += red_lines(plan, before, settings.policy.red_lines, home, plugins)
    return Draft(source, plan, settings, levelled(in_order(findings), settings.rules), noted)


def _since(revision: str, file: Path, plan: Plan, plugins: Plugins) -> Comparison | None:
    """The comparison with what the file was in the revision; None where it was not there."""
    from plandiff.git.before import before
    from plandiff.git.blob import blob

    path = before(file, revision)
    if path is None:
        return None
    name = f"{revision}:{path}"
    earlier = sources.from_bytes(blob(revision, path, folder=file.parent), name, suffix=Path(path).suffix)
    return compare(understood(earlier, plugins), plan, plugins=plugins)


def _noted(settings: Config, home: Path, revision: str, message: Path | None) -> bool:
    from plandiff.git.noted import noted

    trailer = settings.policy.note_trailer
    return _has_trailer(message, trailer) or noted(home, revision, trailer=trailer, file=settings.policy.note_file)


def _has_trailer(message: Path | None, trailer: str) -> bool:
    if message is None:
        return False
    try:
        lines = message.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise SourceError(f"{message}: the commit message cannot be read: {error.strerror}") from None
    return any(line.startswith(f"{trailer}:") and line.partition(":")[2].strip() for line in lines)
