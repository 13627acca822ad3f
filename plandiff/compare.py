"""Two plans: the straight path from names to a `Comparison`, one arrow a line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from msgspec.structs import replace

from plandiff import __version__, sources
from plandiff.engine.align import align
from plandiff.engine.describe import describe
from plandiff.engine.issues import issues
from plandiff.engine.outline import outline
from plandiff.engine.severity import severity
from plandiff.engine.touched import touched
from plandiff.engine.translated import WITHOUT_READING
from plandiff.model import (
    Change,
    Comparison,
    Finding,
    IssuePack,
    IssueSpec,
    Link,
    NotCompared,
    Omission,
    Options,
    Plan,
    Reading,
    Review,
    Revisions,
    SeedRecord,
    Side,
    Source,
)
from plandiff.registry import Plugins

Version = str | PathLike[str] | Plan
"""A version to compare: a file's name, "-" for standard input, a text of more than one line, or a `Plan`."""


def compare(
    left: Version,
    right: Version,
    *,
    plugins: Plugins | None = None,
    records: Iterable[SeedRecord] = (),
    packs: Iterable[IssuePack] = (),
    review: Review | str | PathLike[str] | None = None,
    revisions: Reading = "accept",
) -> Comparison:
    """Compare two versions of a numbered agreement point by point.

    `records` are seed records of the caller's own, beside those of the issue packs. `packs` are issue packs beside
    the installed ones that are about these plans; what they say of an issue goes before. `review`, a
    review file or what it holds, overrules links; `warnings` say which. `revisions` says which side of tracked
    changes is read where a version holds any. Raises `PlandiffError`, whose message is one line for the user,
    when a version or the review cannot be read.
    """
    plugins = plugins or Plugins.load()
    old, new = read_both(left, right, plugins, revisions)
    links = align(old, new)
    cautions = _caution(links)
    if review is not None:
        from plandiff.engine.review import overrule

        review = _read_review(review)
        links, remarks = overrule(links, old, new, review)
        cautions = (*cautions, *remarks)
    old = _compared(old, {name for link in links for name in link.left})
    new = _compared(new, {name for link in links for name in link.right})
    links = tuple(_standing(link, old, new) for link in links)
    packs = tuple(packs)
    asked = _asked(packs, plugins.issues(old, new))
    specs = _specs(asked)
    described = describe(links, old, new)
    changes = [_meaning(change, old, new, plugins, specs, described) for change in described]
    findings = [*_inspect(old, "left", plugins), *_inspect(new, "right", plugins)]
    known = [record for pack in asked for record in pack.records]
    records = tuple(records)
    return Comparison(
        plandiff=__version__,
        plugins=plugins.installed,
        options=Options(
            revisions=revisions,
            review=review.name if review else None,
            records=tuple(record.id for record in records),
            packs=tuple(pack.name for pack in packs),
        ),
        left=old,
        right=new,
        changes=tuple(changes),
        packs=tuple(pack.name for pack in asked),
        issues=issues(changes, old, new, specs, [*known, *records], findings),
        findings=tuple(findings),
        warnings=(*_warnings(old), *_warnings(new), *cautions),
        not_compared=(*_not_compared(old, "left"), *_not_compared(new, "right")),
    )


def compare_revisions(
    file: str | PathLike[str],
    *,
    plugins: Plugins | None = None,
    records: Iterable[SeedRecord] = (),
    packs: Iterable[IssuePack] = (),
) -> Comparison:
    """Compare a document with its tracked changes rejected against the same document with them accepted.

    Raises `PlandiffError` as `compare` does.
    """
    plugins = plugins or Plugins.load()
    before, after = (_viewed(file, plugins, revisions) for revisions in ("reject", "accept"))
    return compare(before, after, plugins=plugins, records=records, packs=packs)


def _viewed(file: str | PathLike[str], plugins: Plugins, revisions: Revisions) -> Plan:
    plan = read(file, plugins, revisions)
    return replace(plan, name=f"{plan.name}, changes {revisions}ed")


def read_both(left: Version, right: Version, plugins: Plugins, revisions: Reading = "accept") -> tuple[Plan, Plan]:
    """The plans that two versions hold, the older one first."""
    if revisions == "pending":
        return read(left, plugins, "reject"), read(right, plugins, "accept")
    return read(left, plugins, revisions), read(right, plugins, revisions)


def read(version: Version, plugins: Plugins, revisions: Revisions = "accept") -> Plan:
    """The plan that a version holds: source, document, points."""
    if isinstance(version, Plan):
        return version
    text = isinstance(version, str) and "\n" in version
    source = sources.from_text(str(version)) if text else sources.read(version, revisions=revisions)
    return understood(source, plugins)


def understood(source: Source, plugins: Plugins) -> Plan:
    """The plan that a source holds: document, points."""
    document = plugins.read(source)
    plan = outline(
        document,
        name=source.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
        provenance=source.provenance,
    )
    return replace(plan, warnings=(*source.warnings, *plan.warnings))


def _asked(own: tuple[IssuePack, ...], installed: Sequence[IssuePack]) -> tuple[IssuePack, ...]:
    """The caller's packs, then the installed ones; a generic one only where there is no other."""
    names = {pack.name for pack in own}
    return own + tuple(pack for pack in installed if pack.name not in names and not (own and pack.generic))


def _specs(packs: Iterable[IssuePack]) -> tuple[IssueSpec, ...]:
    """The issues of the packs, each by what the first pack says of it."""
    specs: dict[str, IssueSpec] = {}
    for pack in packs:
        for spec in pack.issues:
            specs.setdefault(spec.id, spec)
    return tuple(specs.values())


def _read_review(review: Review | str | PathLike[str]) -> Review:
    if isinstance(review, Review):
        return review
    from plandiff.review import read as read_review

    return read_review(Path(review))


def _compared(plan: Plan, linked: set[str]) -> Plan:
    """The plan with the surrounding text that found no counterpart set aside."""
    alone = [point for point in plan.points if point.role == "surrounding" and point.id not in linked]
    if not alone:
        return plan
    apart = tuple(Omission(reason="text around the list", text=point.text, line=point.line) for point in alone)
    gone = {point.id for point in alone}
    kept = tuple(point for point in plan.points if point.id not in gone)
    return replace(plan, points=kept, omitted=(*plan.omitted, *apart))


def _standing(link: Link, left: Plan, right: Plan) -> Link:
    """The link without a runner-up that names text set aside, in its parts too."""
    other = link.runner_up
    stands = other and left.by_id.keys() >= set(other.left) and right.by_id.keys() >= set(other.right)
    parts = tuple(_standing(part, left, right) for part in link.parts)
    return replace(link, runner_up=other if stands else None, parts=parts)


def _meaning(
    change: Change,
    left: Plan,
    right: Plan,
    plugins: Plugins,
    specs: tuple[IssueSpec, ...],
    changes: Sequence[Change],
) -> Change:
    """The change with its facts, findings, issues and severity; those of a change with parts are its parts'."""
    parts = tuple(_meaning(part, left, right, plugins, specs, changes) for part in change.parts)
    if parts:
        facts = [fact for part in parts for fact in part.facts]
        findings = [finding for part in parts for finding in part.findings]
        ids = {issue for part in parts for issue in part.issues}
    else:
        facts, findings = plugins.classify(change, left, right, changes)
        ids = set(touched(f"{left.text_of(change.left)}\n{right.text_of(change.right)}", specs))
    told = replace(
        change,
        parts=parts,
        facts=tuple(facts),
        findings=tuple(findings),
        issues=tuple(spec.id for spec in specs if spec.id in ids),
    )
    weight = severity(told, numbered=any(left.by_id[point].label for point in change.left))
    if weight == "substantive" and not parts and plugins.reworded(change, left, right, changes):
        weight = severity(told, reworded=True)
    return replace(told, severity=weight)


def _inspect(plan: Plan, side: Side, plugins: Plugins) -> list[Finding]:
    return [replace(finding, side=side) for finding in (*plan.findings, *plugins.inspect(plan))]


def _warnings(plan: Plan) -> tuple[str, ...]:
    return tuple(f"{plan.name}: {warning}" for warning in plan.warnings)


def _caution(links: Iterable[Link]) -> tuple[str, ...]:
    if any(link.reason.startswith(WITHOUT_READING) for link in links):
        return (
            "the two texts are in different languages: their points were "
            f"{WITHOUT_READING}, by figures, names, labels and order",
        )
    return ()


def _not_compared(plan: Plan, side: Side) -> tuple[NotCompared, ...]:
    return tuple(
        NotCompared(side=side, reason=omission.reason, text=omission.text, line=omission.line)
        for omission in plan.omitted
    )
