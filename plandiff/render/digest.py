"""A comparison put into words: the one content and order that the terminal and Markdown lay out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from plandiff.became import became
from plandiff.model import KINDS, Change, Comparison, FactChange, IssueStatus, NotCompared, Plan, Severity, Side
from plandiff.render.cite import Cite, Where
from plandiff.render.doubt import certain, could_also_be
from plandiff.render.entries import Entry, Fold, Note, entries, remark
from plandiff.render.gist import gist
from plandiff.render.kept import kept
from plandiff.render.names import names
from plandiff.render.tables import Table, tables
from plandiff.render.unreported import unreported
from plandiff.render.wording import MARK, about, count, notice, percent, size

_SIDE: dict[Side, str] = {"left": "old", "right": "new"}


class Version(Struct, frozen=True):
    """One of the two texts: "old" or "new", its name, its size, what is known and what must be said of it.

    `input` is what was read, by which it can be checked: name, format and hash.
    """

    side: str
    name: str
    size: str
    about: str | None
    notice: str | None
    input: str


class IssueLine(Struct, frozen=True):
    """One issue: its sign, where it stands, what it said and says, and what makes it so."""

    mark: str
    issue: IssueStatus
    where: str
    wording: str
    facts: tuple[str, ...]
    grounds: tuple[str, ...]
    cautions: tuple[str, ...]


class Aside(Struct, frozen=True):
    """Text of one side that was not compared for one reason."""

    side: str
    reason: str
    extent: str
    first_words: str


class Digest(Struct, frozen=True):
    """Everything a report says, in the order in which it says it; text is the documents' own, not yet safe.

    `fates` counts the kinds of change, `flags` those renumbered or moved; `kept` is the share of the old text
    that is still there, from 0 to 1. `remarks` are findings about one text by itself, with their place. `foot`
    says, a line each, how far to trust the alignment, by what the report was made, from which inputs, with which
    options, and what was not compared.
    """

    versions: tuple[Version, Version]
    fates: str
    flags: str
    kept: float | None
    kept_words: str
    open_issues: tuple[IssueLine, ...]
    other_issues: tuple[IssueLine, ...]
    tables: tuple[Table, ...]
    entries: tuple[Entry | Fold, ...]
    remarks: tuple[tuple[str, Note], ...]
    asides: tuple[Aside, ...]
    warnings: tuple[str, ...]
    foot: tuple[str, ...]


def digest(comparison: Comparison, least: Severity = "none") -> Digest:
    """Put a comparison into words; changes that weigh less than `least` become one line."""
    where = Where(comparison)
    share = kept(comparison)
    old, new = names(comparison)
    versions = _version("left", comparison.left, old), _version("right", comparison.right, new)
    lines = [
        _issue(issue, comparison, where) for status in MARK for issue in comparison.issues if issue.status == status
    ]
    return Digest(
        versions=versions,
        fates=fates(comparison),
        flags=flags(comparison),
        kept=share,
        kept_words="" if share is None else f"{percent(share)} of the old text is still there",
        open_issues=tuple(line for line in lines if line.issue.status == "open"),
        other_issues=tuple(line for line in lines if line.issue.status != "open"),
        tables=tuple(tables(comparison, where)),
        entries=tuple(entries(comparison, least)),
        remarks=tuple(_remarks(comparison, where)),
        asides=tuple(_asides(comparison.not_compared)),
        warnings=tuple(_shortly(warning, comparison, (old, new)) for warning in comparison.warnings),
        foot=(
            _trust(comparison, where),
            _made(comparison, least),
            *(each.input for each in versions),
            _left_out(comparison),
        ),
    )


def _version(side: Side, plan: Plan, name: str) -> Version:
    known = plan.provenance
    told = ". ".join(filter(None, (notice(known), _invented(plan)))) if known else ""
    return Version(
        side=_SIDE[side],
        name=name,
        size=size(plan),
        about=about(known) if known else None,
        notice=told or None,
        input=f"{_SIDE[side]}: {name} · {plan.format} · SHA-256 {plan.sha256}",
    )


def _shortly(warning: str, comparison: Comparison, short: tuple[str, str]) -> str:
    """The warning with the text it is about by its short name."""
    for plan, name in zip((comparison.left, comparison.right), short, strict=True):
        if warning.startswith(f"{plan.name}: "):
            return name + warning.removeprefix(plan.name)
    return warning


def _invented(plan: Plan) -> str:
    """How many points no report supports: what is counted below counts them too."""
    numbered = [point for point in plan.top if point.label is not None and point.role != "division"]
    count = sum(point.reported is False for point in numbered)
    return f"No report supports {count} of its {len(numbered)} points; counts and shares include them" if count else ""


def fates(comparison: Comparison) -> str:
    """How many changes there are of each kind: "10 unchanged · 3 modified"."""
    kinds = [change.kind for change in comparison.changes if not _divides(change, comparison)]
    fates = " · ".join(f"{kinds.count(kind)} {kind}" for kind in KINDS if kind in kinds)
    return fates if comparison.differs else f"no difference in the text ({fates or 'no points'})"


def _divides(change: Change, comparison: Comparison) -> bool:
    """Whether a change is about the titles of parts and chapters only."""
    sides = (comparison.left, change.left), (comparison.right, change.right)
    return all(plan.by_id[each].role == "division" for plan, ids in sides for each in ids)


def flags(comparison: Comparison) -> str:
    """How many points were renumbered or moved, "" where none was."""
    renumbered = sum(change.renumbered for change in comparison.changes)
    moved = sum(change.moved for change in comparison.changes)
    return ", ".join(f"{number} {flag}" for number, flag in ((renumbered, "renumbered"), (moved, "moved")) if number)


def _issue(issue: IssueStatus, comparison: Comparison, where: Where) -> IssueLine:
    if issue.status == "unknown":
        # What an invented point says of it is no news; the point itself stands below, marked.
        place = where(issue.left, issue.right)
        return IssueLine(MARK[issue.status], issue, place, "no report says what became of it", (), (), ())
    return IssueLine(
        mark=MARK[issue.status],
        issue=issue,
        where=where(issue.left, issue.right),
        wording=_wording(issue),
        facts=tuple(filter(None, (_beyond(fact, issue) for fact in issue.facts))),
        grounds=tuple(ground.message for ground in issue.grounds),
        cautions=tuple(unreported(issue.left, issue.right, comparison, where)),
    )


def _wording(issue: IssueStatus) -> str:
    if issue.was == issue.now:
        return issue.was or ""
    return became(issue.was or "nothing", issue.now or "nothing")


def _beyond(fact: FactChange, issue: IssueStatus) -> str:
    """What the fact's message says beyond the two quotes, where these already give both values."""
    if fact.old and fact.new and fact.old.quote in (issue.was or "") and fact.new.quote in (issue.now or ""):
        _, found, rest = fact.message.partition(became(fact.old.quote, fact.new.quote))
        # The place of the message may put it in parentheses of its own.
        return re.sub(r"\A\(([^()]*)\)\Z", r"\1", rest.strip(" ,;:")) if found else fact.message
    return fact.message


def _remarks(comparison: Comparison, where: Where) -> Iterable[tuple[str, Note]]:
    cites: dict[Side, Cite] = {"left": where.left, "right": where.right}
    for finding in comparison.findings:
        place = _SIDE[finding.side] if finding.side else ""
        if finding.side and finding.point is not None:
            place += f" {cites[finding.side]([finding.point])}"
        elif finding.line is not None:
            place += f" line {finding.line}"
        yield place.strip(), remark(finding)


def _asides(omissions: Iterable[NotCompared]) -> Iterable[Aside]:
    grouped: dict[tuple[Side, str], list[NotCompared]] = {}
    for omission in omissions:
        grouped.setdefault((omission.side, omission.reason), []).append(omission)
    for (side, reason), group in sorted(grouped.items(), key=lambda item: item[0][0]):
        words = sum(len(omission.text.split()) for omission in group)
        extent = f"{count(len(group), 'passage')}, {count(words, 'word')}"
        if group[0].line is not None:
            extent += f", from line {group[0].line}"
        yield Aside(_SIDE[side], reason, extent, gist(group[0].text))


def _made(comparison: Comparison, least: Severity) -> str:
    """The plugins that were asked, by their distributions, and what was asked of the program."""
    plugins = ", ".join(f"{each.distribution} {each.version}" for each in comparison.plugins)
    options = [f"--revisions {comparison.options.revisions}"]
    if comparison.options.review is not None:
        options.append(f"--review {comparison.options.review}")
    if comparison.options.records:
        options.append(f"--seeds with {', '.join(comparison.options.records)}")
    options += [f"--issues {name}" for name in comparison.options.packs]
    if least != "none":
        options.append(f"--min-severity {least}")
    return f"plugins of {plugins or 'no distribution'} · options {' '.join(options)}"


def _left_out(comparison: Comparison) -> str:
    """How much of either text was not compared; the passages themselves stand above."""
    told = []
    for side, name in _SIDE.items():
        texts = [each.text for each in comparison.not_compared if each.side == side]
        words = sum(len(text.split()) for text in texts)
        told.append(f"{name}: {count(len(texts), 'passage')}, {count(words, 'word')}" if texts else f"{name}: nothing")
    return f"not compared · {' · '.join(told)}"


def _trust(comparison: Comparison, where: Where) -> str:
    """How far the alignment can be trusted, in one line."""
    parts = [f"plandiff {comparison.plandiff}"]
    if comparison.packs:
        parts.append(f"issues: pack {' and '.join(comparison.packs)}")
    if comparison.changes:
        sure = sum(map(certain, comparison.changes))
        least = min(comparison.changes, key=lambda change: change.score)
        trust = f"{sure} of {count(len(comparison.changes), 'link')} certain"
        if least.score < 1:
            doubt = ", ".join(filter(None, (f"{least.score:.2f}", could_also_be(least, where))))
            trust += f"; least certain: {where(least.left, least.right)} ({doubt})"
        parts.append(trust)
    return " · ".join(parts)
