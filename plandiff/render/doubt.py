"""How far a link can be trusted, in words."""

from __future__ import annotations

from plandiff.model import Change
from plandiff.render.cite import Where

CERTAIN = 0.8
"""Probability from which a link is called certain."""

MARGIN = 0.2
"""A runner-up this near to the link that was taken makes it uncertain, however high both stand."""


def certain(change: Change) -> bool:
    """Whether the link can be taken as it is: likely, and no other partner near.

    How likely it is that there is no partner already says how likely the next one is.
    """
    runner_up = change.runner_up if change.left and change.right else None
    return change.score >= CERTAIN and not (runner_up and runner_up.score > change.score - MARGIN)


def how_sure(change: Change) -> str:
    """How far a link that is no certain one can be trusted: "uncertain (0.62)", "ambiguous (0.97 against 0.95)"."""
    if change.score >= CERTAIN and change.runner_up:
        return f"ambiguous ({change.score:.2f} against {change.runner_up.score:.2f})"
    return f"uncertain ({change.score:.2f})"


def doubt(change: Change, where: Where) -> str:
    """That a link is a guess, and what else it could be: "uncertain, could also be 11"; "" for a certain one."""
    return "" if certain(change) else ", ".join(filter(None, ("uncertain", could_also_be(change, where))))


def could_also_be(change: Change, where: Where) -> str:
    """The runner-up in words, "" where there is none."""
    other = change.runner_up
    if other is None:
        return ""
    if other.left == change.left and other.right:
        return f"could also be {where.right(other.right)}"
    if other.right == change.right and other.left:
        return f"could also come from {where.left(other.left)}"
    return f"could also be {where(other.left, other.right)}"
