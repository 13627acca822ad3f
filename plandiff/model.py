"""Every noun of plandiff, frozen; the JSON report is the `Comparison` model written out.

Nouns stand on the ground floor and import nothing of plandiff, so that no circle can begin with a type name.
Text in a noun is always the document's own text. Neutralising it for a terminal, a page or a log is the
business of the sink that prints it, never of the model, which must keep the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

SCHEMA_VERSION = "1"
"""Version of the JSON report. It changes when a field is renamed, removed or given another meaning."""

Kind = Literal["unchanged", "modified", "split", "merged", "regrouped", "added", "dropped"]
"""What happened to the text: see the glossary. `moved` and `renumbered` are separate flags."""

KINDS: tuple[Kind, ...] = ("unchanged", "modified", "split", "merged", "regrouped", "added", "dropped")

Severity = Literal["none", "editorial", "substantive", "critical"]

SEVERITIES: tuple[Severity, ...] = ("none", "editorial", "substantive", "critical")
"""Severities in rising order."""

Side = Literal["left", "right"]

Role = Literal["point", "division", "heading", "paragraph", "surrounding"]
"""What a provision is in its plan: see `Point`."""

Status = Literal["settled", "changed", "open", "new", "dropped", "unknown"]

Basis = Literal["published", "paraphrase", "translation", "reconstruction"]
"""How a text is known. Only `published` wording may be presented as a quotation of the plan itself."""


Revisions = Literal["accept", "reject"]
"""What is read of tracked changes in a document: the text with all of them accepted, or with all rejected."""

Reading = Revisions | Literal["pending"]
"""What is read of tracked changes in two versions: one side of both, or, "pending", the older version with them
rejected and the newer one with them accepted, so that what is pending in either is a change of the comparison."""


class Noun(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all nouns: frozen, closed, made with keywords, equal when all fields are equal.

    What plandiff makes itself is not checked, since the types are. What comes from outside is: data files by
    `plandiff.data`, a plugin's answers by `plandiff.registry`.
    """


# ---------------------------------------------------------------- what is read


class PointReport(Noun, frozen=True, kw_only=True):
    """What a sidecar says of one point: whether any report supports it, and which."""

    label: str
    reported: bool
    by: str | None = None


class Provenance(Noun, frozen=True, kw_only=True):
    """Where a version comes from, as its sidecar file tells it.

    `version` is the name by which seed records refer to this version ("us-28"). `drafter` and `date` (ISO 8601)
    head the report. `notice` is a sentence that every output must show beside the text.
    """

    version: str
    title: str
    date: str | None = None
    drafter: str | None = None
    basis: Basis = "published"
    known: str | None = None
    notice: str | None = None
    points: tuple[PointReport, ...] = ()


class Source(Noun, frozen=True, kw_only=True):
    """Bytes and a name: a file, standard input, or text handed to the library.

    `suffix` is lower case with its dot (".md"), or "" when unknown. `media` is what the bytes are: "text", or the
    name of a format that is no text ("docx", "pdf"), told by their beginning, whatever the suffix says. `text`
    is the decoded text of media "text", otherwise None; line ends in it are "\\n". `revisions` says which side
    of tracked changes in it is to be read.
    """

    name: str
    suffix: str
    data: bytes
    media: str = "text"
    revisions: Revisions = "accept"
    text: str | None = None
    encoding: str | None = None
    provenance: Provenance | None = None
    warnings: tuple[str, ...] = ()


class Block(Noun, frozen=True, kw_only=True):
    """One paragraph, heading or list item as a reader found it, in document order.

    `label` is set only where the format keeps the label apart from the text (an HTML list, a point list);
    otherwise the label still stands at the start of `text`, and outlining finds it. `level` is the depth where
    the format states one: 1 for a first-level heading or an outermost list item, None when unknown. `text` may
    hold line breaks; each is a line break of the document. `line` counts from 1. `id` is kept when given.
    """

    text: str
    kind: Literal["paragraph", "heading", "item"] = "paragraph"
    label: str | None = None
    level: int | None = None
    line: int | None = None
    id: str | None = None


class Omission(Noun, frozen=True, kw_only=True):
    """Text that was seen and not compared, and why. Nothing is left out without one of these."""

    reason: str
    text: str
    line: int | None = None


class Document(Noun, frozen=True, kw_only=True):
    """What a reader makes of a source: blocks in order, what it set aside, and what a person should know of it.

    `findings` are the reader's own, such as comments or hidden text in the file. `listed` is true where the blocks
    are the points of a point list: ids, labels and levels are then taken as given and no label is looked for in
    the text.
    """

    format: str
    blocks: tuple[Block, ...]
    omitted: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    listed: bool = False


# ---------------------------------------------------------------- what is outlined


class Point(Noun, frozen=True, kw_only=True):
    """A provision: a numbered point or sub-point with its own text, or an unnumbered paragraph or heading.

    `text` is the point's own text without its sub-points. `label` is as printed ("6", "(a)", "Article IV"),
    without the dot, colon or dash that only separates it from the text; None where nothing is printed. `path`
    holds the bare label values from the top ("21", "d"); an unnumbered provision takes "¶1", "¶2" ... in it.
    `parent` is the id of the point it stands in. `role` tells a numbered `point` from a `heading` or a
    `paragraph` without number, from a `division` (a part or chapter that only gathers points, such as Part II of a
    treaty), and from `surrounding` text: words before or after the list, which are compared only where the other
    version has a counterpart. `reported` is False where the sidecar says that no report
    supports the point: such text must never be presented as a quotation.
    """

    id: str
    label: str | None
    path: tuple[str, ...]
    text: str
    line: int | None = None
    parent: str | None = None
    role: Role = "point"
    reported: bool | None = None

    @property
    def heads(self) -> bool:
        """Whether it is only a title of what stands below it: a heading or a division."""
        return self.role in ("heading", "division")


class Plan(Noun, frozen=True, kw_only=True, dict=True):
    """A document outlined: its points flat in document order, each naming its parent.

    `findings` are what its reader noticed; what plugins find in the plan stands in the comparison only.
    """

    name: str
    format: str
    sha256: str
    points: tuple[Point, ...]
    provenance: Provenance | None = None
    omitted: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Point]:
        """Every point by its id."""
        return {point.id: point for point in self.points}

    @cached_property
    def tops(self) -> dict[str, str]:
        """The top-level point that each point stands in, by their ids; a point of a division is at the top."""
        found: dict[str, str] = {}
        for point in self.points:
            within = None if point.parent is None else self.by_id[point.parent]
            found[point.id] = point.id if within is None or within.role == "division" else found[within.id]
        return found

    @cached_property
    def children(self) -> dict[str | None, tuple[Point, ...]]:
        """Sub-points by the id of the point they stand in, in document order; None holds the top level."""
        found: dict[str | None, list[Point]] = {}
        for point in self.points:
            found.setdefault(None if self.tops[point.id] == point.id else point.parent, []).append(point)
        return {parent: tuple(points) for parent, points in found.items()}

    @property
    def sequences(self) -> Iterator[tuple[Point, ...]]:
        """The numbered points that are counted together: those inside each point and those of each division."""
        found: dict[str | None, list[Point]] = {}
        for point in self.points:
            if point.label is not None:
                found.setdefault(point.parent, []).append(point)
        return (tuple(points) for points in found.values())

    @property
    def top(self) -> tuple[Point, ...]:
        """The top-level points, unnumbered ones included; divisions stand among their points."""
        return self.children.get(None, ())

    @property
    def numbered(self) -> int:
        """How many top-level points carry a number: the 28 of a 28-point plan."""
        return sum(point.label is not None and point.role != "division" for point in self.top)

    def within(self, point_id: str) -> Iterator[Point]:
        """The point and everything inside it, in document order."""
        waiting = [self.by_id[point_id]]
        while waiting:
            point = waiting.pop()
            yield point
            waiting.extend(reversed(self.children.get(point.id, ())))

    def text_of(self, ids: Iterable[str], *, deep: bool = False) -> str:
        """The texts of the points, one a line; `deep` takes the sub-points in, as a change with parts does."""
        points: Iterable[Point]
        if deep:
            points = (inner for point_id in ids for inner in self.within(point_id))
        else:
            points = (self.by_id[point_id] for point_id in ids)
        return "\n".join(point.text for point in points)


class Citation(Noun, frozen=True, kw_only=True):
    """A number by which a provision cites others of the same plan: "4" in "under point 4", "4" and "7(c)" in a list.

    It stands from `start` to `end` in the text of `point`. `targets` are the ids of the points that it can mean:
    none where the plan has no such number, several where it is not unique.
    """

    point: str
    start: int
    end: int
    targets: tuple[str, ...]


# ---------------------------------------------------------------- what is compared


class RunnerUp(Noun, frozen=True, kw_only=True):
    """The next best partner of a link, which was not taken."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    score: float


class Link(Noun, frozen=True, kw_only=True):
    """Points of the left plan that belong with points of the right plan; one side may be empty.

    `score` is the estimated probability that the link is right, from 0 to 1. `reason` says in words what it
    rests on. `parts` links the provisions inside, where there are any.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    score: float
    reason: str
    runner_up: RunnerUp | None = None
    parts: tuple[Link, ...] = ()


class Edit(Noun, frozen=True, kw_only=True):
    """A run of words kept, inserted or deleted. The deletes and equals of a change rebuild its old text, the
    inserts and equals its new text, character for character."""

    op: Literal["equal", "insert", "delete"]
    text: str


class Fact(Noun, frozen=True, kw_only=True):
    """A typed value found in a text.

    `quote` is the printed phrase. `value` is the canonical number where there is one ("600000", "0.5"), as a
    decimal string so that no digit is lost. `unit` is what is counted or the currency ("USD", "%", "day"),
    None where nothing names it. `qualifier` narrows the value ("at least", "in peacetime").
    """

    type: Literal["number", "money", "percentage", "ratio", "date", "duration", "deadline"]
    quote: str
    value: str | None = None
    unit: str | None = None
    qualifier: str | None = None


class FactChange(Noun, frozen=True, kw_only=True):
    """A fact that differs between the two texts of a change.

    `old` is None where the fact was added, `new` where it was removed. `delta` is new minus old as a decimal
    string, `percent` the same relative to old, rounded to whole per cent; both None where either side has no
    number or the units differ. `message` says the change in a few words for the report.
    """

    type: Literal["number", "money", "percentage", "ratio", "date", "duration", "deadline"]
    old: Fact | None
    new: Fact | None
    delta: str | None = None
    percent: int | None = None
    message: str


class Share(Noun, frozen=True, kw_only=True):
    """How much of the words of an old point stands in a new one; `right` is None for what was dropped.

    The shares of one old point add up to 1.
    """

    left: str
    right: str | None
    share: float


class Finding(Noun, frozen=True, kw_only=True):
    """What a classifier says of a change or of a plan: a problem or a change of meaning, as a value.

    `rule` is a stable code in kebab case ("obligation-weakened"). `side` and `point` give the place; `quote`
    the words it rests on, never more than a few.
    """

    rule: str
    severity: Severity
    message: str
    side: Side | None = None
    point: str | None = None
    line: int | None = None
    quote: str | None = None


class Change(Noun, frozen=True, kw_only=True):
    """A link described: what happened to the text, where it went, and what that means.

    `left` and `right` are ids of the points linked. Where a point has sub-points, `edits` runs over the whole
    text (own text and sub-points, one a line) and `parts` says the same again provision by provision; a part
    may name a sub-point that stands in another change's point. `issues` are the ids of the issues it touches.
    `shares` say how much of each old point is in which new one, `lost` which of its sentences found no place
    there; both only where the text changed.
    """

    kind: Kind
    left: tuple[str, ...]
    right: tuple[str, ...]
    moved: bool = False
    renumbered: bool = False
    score: float
    reason: str
    runner_up: RunnerUp | None = None
    severity: Severity = "none"
    edits: tuple[Edit, ...] = ()
    shares: tuple[Share, ...] = ()
    lost: tuple[str, ...] = ()
    facts: tuple[FactChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    issues: tuple[str, ...] = ()
    parts: tuple[Change, ...] = ()

    def leaves(self) -> Iterator[Change]:
        """The changes of the provisions: the parts where there are any, otherwise the change itself."""
        if self.parts:
            for part in self.parts:
                yield from part.leaves()
        else:
            yield self


# ---------------------------------------------------------------- what a person decides


class Anchor(Noun, frozen=True, kw_only=True):
    """How a review file names a point so that it is found again in a renumbered version.

    `label` is the citation when the file was written ("24(d)"); `hash` the beginning of the SHA-256 of its text
    in normal form; `words` its first words. A label alone is enough where nothing was renumbered.
    """

    label: str
    hash: str | None = None
    words: str | None = None


class ReviewEntry(Noun, frozen=True, kw_only=True):
    """What a person says of one link: `left` and `right` are its points, one side may be empty.

    `open` says nothing. `confirm` keeps the link as it stands in the entry. `break` takes its sides apart.
    `set` links `left` with the points of the newer version that `to` cites instead, or, in an entry without
    `left`, `right` with those of the older version; an empty `to` leaves them without counterpart. With `part`
    each point stands for its own text, without its sub-points.
    """

    verdict: Literal["open", "confirm", "break", "set"] = "open"
    left: tuple[Anchor, ...] = ()
    right: tuple[Anchor, ...] = ()
    to: tuple[str, ...] | None = None
    part: bool = False


class Review(Noun, frozen=True, kw_only=True):
    """The links a person looked at, entry by entry; `name` is the file they come from."""

    name: str = "the review"
    links: tuple[ReviewEntry, ...] = ()


# ---------------------------------------------------------------- issues


class IssueSpec(Noun, frozen=True, kw_only=True):
    """A subject under negotiation, as an issue pack describes it.

    `cues` are phrases, matched on whole words without regard to case; a trailing "*" matches any ending
    ("amnest*"); a figure is a cue like any other ("600,000"). A point belongs to the issue when its text holds one
    of the cues and none of `unless`. `titles` say the title in other languages, by their codes ("uk"); `parties`
    are those whom the issue concerns.
    """

    id: str
    title: str
    cues: tuple[str, ...]
    unless: tuple[str, ...] = ()
    titles: dict[str, str] = {}
    parties: tuple[str, ...] = ()


class SeedRecord(Noun, frozen=True, kw_only=True):
    """One published report: who said what of which versions, when, and which issues it called unresolved.

    `versions` are the `Provenance.version` names it speaks of; `about` is the one whose open issues it lists.
    `open_issues` are ids of issues.
    """

    id: str
    date: str
    reporter: str
    summary: str
    versions: tuple[str, ...] = ()
    about: str | None = None
    open_issues: tuple[str, ...] = ()


class IssuePack(Noun, frozen=True, kw_only=True):
    """What an issue plugin offers: issues in the order of the report, and the records that speak of them.

    `about` says in a few words what the pack is for. A `generic` pack counts only where no other one does.
    """

    name: str
    about: str = ""
    generic: bool = False
    issues: tuple[IssueSpec, ...]
    records: tuple[SeedRecord, ...] = ()


class Ground(Noun, frozen=True, kw_only=True):
    """Why an issue is called open: a marker in the text, a published report, or a text still changing."""

    kind: Literal["marker", "record", "changing"]
    message: str


class IssueStatus(Noun, frozen=True, kw_only=True):
    """One issue in both versions: where it stands, what it said, what it says now, and whether it is open.

    `left` and `right` are ids of the points (or sub-points) that speak of it. `was` and `now` are short quotes
    that carry the difference. `status`: settled (both sides say the same and nothing calls it open), changed,
    open, new, dropped, or unknown: nothing calls it open, and one side speaks of it only in points that no report
    supports.
    """

    id: str
    title: str
    status: Status
    left: tuple[str, ...]
    right: tuple[str, ...]
    was: str | None = None
    now: str | None = None
    facts: tuple[FactChange, ...] = ()
    grounds: tuple[Ground, ...] = ()


# ---------------------------------------------------------------- red lines


class RedLines(Noun, frozen=True, kw_only=True):
    """The red lines of one party: conditions in the words of `plandiff.engine.condition`."""

    party: str = ""
    conditions: tuple[str, ...]


class Verdict(Noun, frozen=True, kw_only=True):
    """Whether one version keeps to a condition, with the point and the words that say so.

    `not addressed`: the version has no figure that the condition could be held against, or speaks of the subject
    only in points that no report supports.
    """

    status: Literal["met", "violated", "not addressed"]
    point: str | None = None
    quote: str | None = None


class RedLine(Noun, frozen=True, kw_only=True):
    """One condition of a party, held against both versions."""

    party: str
    condition: str
    left: Verdict
    right: Verdict


# ---------------------------------------------------------------- balance


Mode = Literal["duty", "soft duty", "permission", "prohibition", "soft prohibition"]


class Obligation(Noun, frozen=True, kw_only=True):
    """What a sentence of a version asks of a party, or leaves to it.

    `party` is the name as printed, `who` is equal for all names and forms of one party. `text` is the sentence.
    """

    point: str
    party: str
    who: str
    mode: Mode
    text: str


class Reckoned(Noun, frozen=True, kw_only=True):
    """One obligation that came, went or changed its force: its points and short quotes of both versions."""

    left: str | None = None
    right: str | None = None
    was: str | None = None
    now: str | None = None


class Balance(Noun, frozen=True, kw_only=True):
    """What one party must do more and what less than before. Facts with their words; no score."""

    party: str
    added: tuple[Reckoned, ...] = ()
    removed: tuple[Reckoned, ...] = ()
    strengthened: tuple[Reckoned, ...] = ()
    weakened: tuple[Reckoned, ...] = ()


# ---------------------------------------------------------------- the whole


class NotCompared(Noun, frozen=True, kw_only=True):
    """An omission of one of the two plans, with its side."""

    side: Side
    reason: str
    text: str
    line: int | None = None


class Installed(Noun, frozen=True, kw_only=True):
    """A distribution whose plugins were asked, with its version and their names."""

    distribution: str
    version: str
    plugins: tuple[str, ...]


class Options(Noun, frozen=True, kw_only=True):
    """What was asked beside the two versions: the side of tracked changes, the review obeyed, the caller's own.

    `records` are the ids of seed records that did not come from an issue pack, `packs` the issue packs asked for.
    """

    revisions: Reading = "accept"
    review: str | None = None
    records: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()


class Comparison(Noun, frozen=True, kw_only=True):
    """Everything about two plans. Its JSON form is the report that other programs read.

    `plandiff` is the version of the program; `plugins` and `options` say what else the verdict rests on.
    `packs` names the issue packs that were asked. `red_lines` and `balance` are there when they were asked for.
    """

    schema_version: str = SCHEMA_VERSION
    plandiff: str
    plugins: tuple[Installed, ...] = ()
    options: Options = Options()
    left: Plan
    right: Plan
    changes: tuple[Change, ...]
    packs: tuple[str, ...] = ()
    issues: tuple[IssueStatus, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    balance: tuple[Balance, ...] = ()
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two plans differ in anything but white space, quotes, dashes and numbers of points."""
        return any(change.kind != "unchanged" or change.moved for change in self.changes)

    def _repr_html_(self) -> str:
        """What a notebook shows: the report. The face is asked for it, since nouns stand below reports."""
        import plandiff

        return plandiff.notebook(self)
