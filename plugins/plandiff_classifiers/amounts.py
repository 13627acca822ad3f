"""Figures, money, percentages, ratios and dates that a change altered, added or removed.

    600,000 personnel → 800,000 personnel in peacetime
    figure 600,000 → 800,000 (+200,000, +33 %); gained: in peacetime

Numbers are read in digits and in words, in English, French, German, Spanish, Ukrainian and Russian, and
computed with as decimals. What is no fact (numbers of articles, labels, footnotes) and how old and new find
each other is said in `facts` and `fact_changes`; durations and deadlines belong to the module `deadlines`.
Qualifiers that came or went are findings of their own, and so are figures of one plan that contradict each other.
"""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Change, FactChange, Finding, Plan
from plandiff_classifiers._contradictions import contradictions
from plandiff_classifiers._fact_changes import fact_changes
from plandiff_classifiers._found import Type

TYPES: frozenset[Type] = frozenset(("number", "money", "percentage", "ratio", "date"))


@hookimpl
def plandiff_classify(change: Change, left: Plan, right: Plan) -> list[FactChange | Finding]:
    """The changes of figures and dates, and of their qualifiers."""
    return fact_changes(change, left, right, TYPES)


@hookimpl
def plandiff_inspect(plan: Plan) -> list[Finding]:
    """Figures of the plan that contradict each other."""
    return contradictions(plan)
