"""Whether plans are about the subject of a pack, told by a few cheap words before its file is read."""

from __future__ import annotations

from plandiff.model import Plan

_SHARE = 10
"""A plan is about a subject when one in so many of its points names it."""


def about(words: tuple[str, ...], left: Plan | None, right: Plan | None) -> bool:
    """Whether one of two plans is about what the words, in lower case, begin; so too where there is no plan.

        about(("rurit",), plan, None)     "The Ruritanian border is closed."

    One mention in a long plan is none: a plan for one country may name another.
    """
    plans = [plan for plan in (left, right) if plan is not None]
    return not plans or any(_names(plan, words) for plan in plans)


def _names(plan: Plan, words: tuple[str, ...]) -> bool:
    texts = [point.text.casefold() for point in plan.points]
    naming = sum(any(word in text for word in words) for text in texts)
    return naming > 0 and naming * _SHARE >= len(texts)
