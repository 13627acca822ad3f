"""The issues under negotiation in two versions: where each stands, what changed, and if it is open."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from msgspec import Struct

from plandiff.engine.excerpt import figure
from plandiff.engine.grounds import marked, reported
from plandiff.engine.restated import restated
from plandiff.engine.speaking import Passage, Speaking
from plandiff.engine.touched import touched
from plandiff.model import (
    Change,
    FactChange,
    Finding,
    Ground,
    IssueSpec,
    IssueStatus,
    Plan,
    SeedRecord,
    Status,
)

__all__ = ["issues", "touched"]

_FIGURE = re.compile(r"\d[\d.,:]{0,20}\d")


def issues(
    changes: Sequence[Change],
    left: Plan,
    right: Plan,
    specs: Sequence[IssueSpec],
    records: Sequence[SeedRecord],
    findings: Sequence[Finding],
) -> tuple[IssueStatus, ...]:
    """One status for each issue that either plan speaks of, in the order of `specs`.

    An issue is open when anything calls it so: a marker of open text (a finding on the right plan whose rule
    begins with "open-") where the right plan speaks of it, or a record about the right version that lists it.
    Open goes before new and dropped, since the empty side shows those. A record about the left version says
    nothing of the right one.
    """
    leaves = _leaves(changes, left, right)
    old, new = Speaking(left, specs), Speaking(right, specs)
    markers = [
        (finding, new.meant([finding.point], _words_of(finding)))
        for finding in findings
        if finding.side == "right" and finding.rule.startswith("open-") and finding.point in right.by_id
    ]
    abouts = [(leaf, old.about(leaf.left) | new.about(leaf.right)) for leaf in leaves]
    facts = [(leaf, fact, _meant(leaf, fact, old, new)) for leaf in leaves for fact in leaf.change.facts]
    version = right.provenance.version if right.provenance else None
    reports = [record for record in records if version is not None and record.about == version]
    return tuple(
        _status(
            spec,
            [leaf for leaf, about in abouts if spec.id in about],
            [(leaf, fact) for leaf, fact, meant in facts if spec.id in meant],
            [finding for finding, meant in markers if spec.id in meant],
            [record for record in reports if spec.id in record.open_issues],
            old,
            new,
        )
        for spec in specs
        if old.named(spec.id) or new.named(spec.id)
    )


class _Leaf(Struct, frozen=True):
    """A change of provisions with all the ids it covers: a point without parts covers what is inside it."""

    change: Change
    left: tuple[str, ...]
    right: tuple[str, ...]
    same: bool


def _leaves(changes: Sequence[Change], left: Plan, right: Plan) -> list[_Leaf]:
    # A part that crosses points is told under both of them, and counts once.
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], _Leaf] = {}
    for change in changes:
        for leaf in change.leaves():
            ids = leaf.left, leaf.right
            if leaf is change:
                ids = _inside(left, leaf.left), _inside(right, leaf.right)
            found.setdefault((leaf.left, leaf.right), _Leaf(leaf, *ids, _same(leaf, left, right)))
    return list(found.values())


def _same(leaf: Change, left: Plan, right: Plan) -> bool:
    """Whether what is said stayed, however it is worded."""
    if leaf.kind == "unchanged" or leaf.severity == "editorial":
        return True
    return restated(left.text_of(leaf.left), right.text_of(leaf.right))


def _inside(plan: Plan, point_ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(inner.id for point_id in point_ids for inner in plan.within(point_id))


def _meant(leaf: _Leaf, fact: FactChange, old: Speaking, new: Speaking) -> frozenset[str]:
    was = old.meant(leaf.left, fact.old.quote) if fact.old else frozenset()
    now = new.meant(leaf.right, fact.new.quote) if fact.new else frozenset()
    return was | now


def _status(
    spec: IssueSpec,
    leaves: Sequence[_Leaf],
    facts: Sequence[tuple[_Leaf, FactChange]],
    markers: Sequence[Finding],
    reports: Sequence[SeedRecord],
    old: Speaking,
    new: Speaking,
) -> IssueStatus:
    left, right = old.named(spec.id), new.named(spec.id)
    settled = all(leaf.same for leaf in leaves) or (not facts and _said_alike(spec.id, leaves, old, new))
    grounds = [marked(finding, new.plan) for finding in markers]
    grounds += [reported(record) for record in sorted(reports, key=lambda each: (each.date, each.id))]
    status: Status
    if grounds:
        status = "open"
        if left and right and not settled:
            grounds.append(Ground(kind="changing", message="the text also changed"))
    elif _invented(left, old.plan) or _invented(right, new.plan):
        status = "unknown"
    elif left and right:
        status = "settled" if settled else "changed"
    else:
        status = "dropped" if left else "new"
    # A figure tells what an issue became; where one side is silent on it, the sentence does.
    figures = _figures(facts, old.plan, new.plan) if left and right else None
    was, now = figures or _sentences(spec.id, leaves, facts, markers, old, new)
    return IssueStatus(
        id=spec.id,
        title=spec.title,
        status=status,
        left=left,
        right=right,
        was=was,
        now=now,
        facts=tuple(dict.fromkeys(fact for _, fact in facts)),
        grounds=tuple(dict.fromkeys(grounds)),
    )


def _said_alike(issue: str, leaves: Sequence[_Leaf], old: Speaking, new: Speaking) -> bool:
    """Whether both sides say the same of the issue, word for word, though their points speak of other things too."""
    was = {passage.sentence for leaf in leaves for passage in old.passages(leaf.left, issue)}
    return bool(was) and was == {passage.sentence for leaf in leaves for passage in new.passages(leaf.right, issue)}


def _invented(ids: tuple[str, ...], plan: Plan) -> bool:
    """Whether the points are there and no report supports any of them: then nobody knows what the plan says."""
    return bool(ids) and all(plan.by_id[point_id].reported is False for point_id in ids)


def _figures(facts: Sequence[tuple[_Leaf, FactChange]], left: Plan, right: Plan) -> tuple[str, str] | None:
    """Old and new figure: of a fact that both sides give, else the one that went and the only like one that came."""
    pairs = [((leaf, fact.old), (leaf, fact.new)) for leaf, fact in facts if fact.old and fact.new]
    lost = [(leaf, fact.old) for leaf, fact in facts if fact.old and not fact.new]
    gained = [(leaf, fact.new) for leaf, fact in facts if fact.new and not fact.old]
    for kind in dict.fromkeys((fact.type, fact.unit) for _, fact in lost):
        gone, came = ([one for one in found if (one[1].type, one[1].unit) == kind] for found in (lost, gained))
        if len(gone) == len(came) == 1:
            pairs.append((gone[0], came[0]))
    for (before, old), (after, new) in pairs:
        was = figure(left.text_of(before.left), old.quote, old.qualifier)
        now = figure(right.text_of(after.right), new.quote, new.qualifier)
        if was != now:
            return was, now
    return None


def _sentences(
    issue: str,
    leaves: Sequence[_Leaf],
    facts: Sequence[tuple[_Leaf, FactChange]],
    markers: Sequence[Finding],
    old: Speaking,
    new: Speaking,
) -> tuple[str | None, str | None]:
    """Old and new sentence about the issue; on the right one that names it and that a marker holds open, if any.

    A sentence that went or came without a counterpart is quoted alone: set against one that stood in both
    versions, it would read as the change from one into the other.
    """
    # What a list leaves open is told by what stands in it, not by the words that introduce it.
    markers = [finding for finding in markers if not new.introduces(finding.point or "", issue)]
    left, right = _pair(issue, leaves, {finding.point for finding in markers}, old, new)
    before, after = old.passages(left, issue), new.passages(right, issue)
    places = (new.passage_at(finding.point or "", _words_of(finding), issue) for finding in markers)
    held = next((place for place in places if place and place.cues), None)
    # A bare count may be of anything: "two proposals" says less of a subject than money and time do.
    terms = [fact for _, fact in facts if fact.type != "number"]
    lost = [fact.old.quote for fact in terms if fact.old]
    gained = [fact.new.quote for fact in terms if fact.new]
    now = held or _telling(_unknown(after, before), gained)
    gone = _unknown(before, after)
    was = _telling((held and _proposed(gone, markers, new)) or gone, lost, now)
    if held or not (was or now):
        was, now = was or _telling(before, lost, now), now or _telling(after, gained)
    if was and now and was.quote() == now.quote():
        # Long sentences that differ only outside their quotes: quote them where they differ.
        same = (old == new for old, new in zip(was.sentence, now.sentence, strict=False))
        shared = next((at for at, is_same in enumerate(same) if not is_same), 0)
        was, now = was.anchored(shared), now.anchored(shared)
    return was.quote() if was else None, now.quote() if now else None


def _pair(
    issue: str, leaves: Sequence[_Leaf], marked_points: Set[str | None], old: Speaking, new: Speaking
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The points to quote on the left and on the right, the most telling first.

    They are those of one link that changed what it says of the issue, then what went and what came; failing
    these, those of a link that stands.
    """

    def weight(leaf: _Leaf) -> tuple[bool, int, bool]:
        differing = old.naming(leaf.left, issue) ^ new.naming(leaf.right, issue)
        return not marked_points.isdisjoint(leaf.right), len(differing), leaf.change.kind != "unchanged"

    ranked = sorted(leaves, key=weight, reverse=True)
    linked = [leaf for leaf in ranked if old.speaks(leaf.left, issue) and new.speaks(leaf.right, issue)]
    gone = [leaf for leaf in ranked if leaf not in linked and old.speaks(leaf.left, issue)]
    came = [leaf for leaf in ranked if leaf not in linked and new.speaks(leaf.right, issue)]
    changed = [leaf for leaf in linked[:1] if any(weight(leaf)[:2])]
    if not (changed or gone or came):
        gone = came = linked[:1]
    left = tuple(point_id for leaf in [*changed, *gone] for point_id in leaf.left)
    right = tuple(point_id for leaf in [*changed, *came] for point_id in leaf.right)
    return left, right


def _proposed(passages: Sequence[Passage], markers: Sequence[Finding], new: Speaking) -> list[Passage]:
    """The sentences whose figure is now one of several proposals: what was settled before."""
    offered = " ".join(new.plan.by_id[finding.point].text for finding in markers if finding.point in new.plan.by_id)
    figures = set(_FIGURE.findall(offered))
    return [passage for passage in passages if not figures.isdisjoint(_FIGURE.findall(passage.sentence))]


def _unknown(passages: Sequence[Passage], others: Sequence[Passage]) -> list[Passage]:
    known = {passage.sentence for passage in others}
    return [passage for passage in passages if passage.sentence not in known]


def _telling(passages: Sequence[Passage], figures: Sequence[str], beside: Passage | None = None) -> Passage | None:
    """The first of the sentences that name the issue most often and hold most figures.

    One that has two thirds of its words in common with the sentence `beside` it goes before others.
    """
    said = set(beside.sentence.casefold().split()) if beside else set()

    def weight(passage: Passage) -> tuple[bool, int]:
        words = set(passage.sentence.casefold().split())
        alike = 3 * len(words & said) >= len(words) + len(said)
        return alike, passage.cues + sum(figure in passage.sentence for figure in figures)

    return max(passages, key=weight, default=None)


def _words_of(finding: Finding) -> str:
    """The quote as it stands in the text, without the ellipsis of a shortened one."""
    return (finding.quote or "").removesuffix("…").removesuffix("...").rstrip()
