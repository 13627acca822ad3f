"""What became of the provisions of the older plan."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from plandiff.model import Change

Became = Mapping[str, frozenset[str]]
"""For each provision of the older plan the provisions of the newer one that it became."""

_remembered: deque[tuple[Sequence[Change], Became]] = deque(maxlen=1)
"""What became of the provisions in the last comparison: it is asked for with every change."""


def became(changes: Sequence[Change]) -> Became:
    """What became of the provisions that the changes of a comparison name."""
    for known_changes, known in _remembered:
        if known_changes is changes:
            return known
    found: dict[str, set[str]] = {}
    waiting = list(changes)
    while waiting:
        change = waiting.pop()
        for one in change.left:
            found.setdefault(one, set()).update(change.right)
        waiting += change.parts
    whole = {one: frozenset(ids) for one, ids in found.items()}
    _remembered.append((changes, whole))
    return whole
