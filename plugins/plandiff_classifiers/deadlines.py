"""Durations and deadlines that a change altered, added or removed, with what they run from.

    in 100 days → as soon as possible after signature
    deadline in 100 days → as soon as possible after signature

A deadline says until or from when ("within 60 days of signature", "no later than 1 May 2026", "at once"),
a duration for how long ("for 10 years"). Where one becomes the other, or a date becomes a deadline, the
change is of the type deadline. They are read by the same grammar as the figures of `amounts`, so that nothing
is told twice.
"""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, FactChange, Finding, Plan
from plandiff_classifiers._fact_changes import fact_changes
from plandiff_classifiers._found import Type

TYPES: frozenset[Type] = frozenset(("duration", "deadline"))


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[FactChange | Finding]:
    """The changes of durations and deadlines, and of their qualifiers."""
    return fact_changes(change, left, right, TYPES)
