"""Citations that follow new numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plandiff.check.fix.renumber import Renumbered, components
from plandiff.model import Citation, Plan


class Unclear(Exception):
    """A citation of which nobody but its author can say what it means; the message says why."""


def follow(plan: Plan, citations: Iterable[Citation], renumbered: Mapping[str, Renumbered]) -> dict[Citation, str]:
    """What the citations of renumbered points are to read.

    Raises `Unclear` where a citation means no point, since a number that is free now may soon be taken, and where
    it can mean several of which one is renumbered.
    """
    citations = list(citations)
    _unread(plan, citations, renumbered)
    found: dict[Citation, str] = {}
    for citation in citations:
        point = plan.by_id[citation.point]
        printed = point.text[citation.start : citation.end]
        if not citation.targets:
            raise Unclear(f"line {point.line} cites {printed}, which no point bears: correct that first")
        if not any(target in renumbered for target in citation.targets):
            continue
        if len(citation.targets) > 1:
            raise Unclear(f"line {point.line} cites {printed}, which several points bear: say first which is meant")
        (target,) = citation.targets
        old, new = plan.by_id[target].path, renumbered[target].path
        parts = list(components(printed))
        if [part[0].casefold() for part in parts] != [_bare(value).casefold() for value in old[-len(parts) :]]:
            raise Unclear(f"line {point.line} cites {printed} in a way that takes judgement: renumber by hand")
        written, at = "", 0
        for part, value in zip(parts, new[-len(parts) :], strict=True):
            written += printed[at : part.start()] + _bare(value)
            at = part.end()
        if written + printed[at:] != printed:
            found[citation] = written + printed[at:]
    return found


def _unread(plan: Plan, citations: Iterable[Citation], renumbered: Mapping[str, Renumbered]) -> None:
    """Raise `Unclear` where a text speaks of a lettered point that is renumbered, and not as a citation is read."""
    read = {(citation.point, at) for citation in citations for at in range(citation.start, citation.end)}
    lettered = {plan.by_id[one].label or "" for one in renumbered}
    for label in sorted(label for label in lettered if label.startswith("(") and not label[1].isdigit()):
        for point in plan.points:
            at = point.text.find(label)
            while at >= 0:
                if (point.id, at) not in read:
                    raise Unclear(f"line {point.line} speaks of {label}, perhaps of a point: renumber by hand")
                at = point.text.find(label, at + 1)


def _bare(value: str) -> str:
    return value.rpartition(" ")[2]
