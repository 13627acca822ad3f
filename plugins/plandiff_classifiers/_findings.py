"""A finding about a passage of a change, with its place and a short quotation."""

from __future__ import annotations

from plandiff.model import Change, Finding, Plan, Severity, Side
from plandiff_classifiers._place import place, quote_around
from plandiff_classifiers._versions import Passage, Versions


def finding(
    rule: str,
    message: str,
    side: Side,
    passage: Passage,
    pair: Versions,
    change: Change,
    left: Plan,
    right: Plan,
    severity: Severity = "critical",
) -> Finding:
    """The finding that quotes a passage with the words around it, as many as its sentence and a quotation hold."""
    is_left = side == "left"
    plan, ids, text = (left, change.left, pair.old) if is_left else (right, change.right, pair.new)
    tokens = pair.old_words if is_left else pair.new_words
    segment = pair.segment(passage.first, side)
    start, end = tokens[passage.first].start, tokens[passage.last - 1].end
    point, line = place(plan, ids, start)
    return Finding(
        rule=rule,
        severity=severity,
        message=message,
        side=side,
        point=point,
        line=line,
        quote=quote_around(text, start, end, (tokens[segment.start].start, tokens[segment.end - 1].end)),
    )
