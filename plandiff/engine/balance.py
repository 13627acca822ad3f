"""The balance of a change: what each party must do more, and what less, than before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plandiff.engine.excerpt import excerpt
from plandiff.model import Balance, Change, Mode, Obligation, Reckoned

_WEIGHT: dict[Mode, int] = {"permission": 0, "soft duty": 1, "soft prohibition": 1, "duty": 2, "prohibition": 2}
_WORD = re.compile(r"\w+")
_SAME = 0.5
"""From this share of common words on, two sentences ask the same of a party."""
_FAR = 0.8
"""The same for sentences in points that are not linked."""
_PAIRS = 10_000
"""Most pairs of sentences that are compared beyond linked points."""


def balance(changes: Sequence[Change], old: Sequence[Obligation], new: Sequence[Obligation]) -> tuple[Balance, ...]:
    """For each party the duties and prohibitions that were added, removed, strengthened or weakened.

    Sentences of one bearer are paired within linked points, then those left over anywhere. A duty that became a
    prohibition, or the reverse, is removed and added. Parties stand in the order in which the versions name them.
    """
    pairs: list[tuple[Obligation, Obligation]] = []
    loose_old, loose_new = list(old), list(new)
    for leaf in (leaf for change in changes for leaf in change.leaves()):
        here = [one for one in loose_old if one.point in leaf.left]
        there = [one for one in loose_new if one.point in leaf.right]
        pairs += _matched(here, there, loose_old, loose_new, _SAME)
    if len(loose_old) * len(loose_new) <= _PAIRS:
        pairs += _matched(list(loose_old), list(loose_new), loose_old, loose_new, _FAR)
    names: dict[str, str] = {}
    for each in (*old, *new):
        names.setdefault(each.who, each.party)
    turned = [(one, other) for one, other in pairs if _opposite(one.mode, other.mode)]
    removed = [*loose_old, *(one for one, _ in turned)]
    added = [*loose_new, *(other for _, other in turned)]
    graded = [pair for pair in pairs if pair not in turned]
    found = (
        Balance(
            party=party,
            added=tuple(_reckoned(None, one) for one in added if one.who == who and _WEIGHT[one.mode]),
            removed=tuple(_reckoned(one, None) for one in removed if one.who == who and _WEIGHT[one.mode]),
            strengthened=_graded(graded, who, 1),
            weakened=_graded(graded, who, -1),
        )
        for who, party in names.items()
    )
    return tuple(each for each in found if each.added or each.removed or each.strengthened or each.weakened)


def _matched(
    here: Sequence[Obligation],
    there: Sequence[Obligation],
    loose_old: list[Obligation],
    loose_new: list[Obligation],
    least: float,
) -> list[tuple[Obligation, Obligation]]:
    """The pairs of one bearer, the most alike first; what is paired is taken out of the loose ones."""
    alike = sorted(
        (
            (share, -at, -to, one, other)
            for at, one in enumerate(here)
            for to, other in enumerate(there)
            if one.who == other.who and (share := _share(one.text, other.text)) >= least
        ),
        key=lambda each: each[:3],
        reverse=True,
    )
    pairs = []
    for _, _, _, one, other in alike:
        if any(one is each for each in loose_old) and any(other is each for each in loose_new):
            pairs.append((one, other))
            _take(loose_old, one)
            _take(loose_new, other)
    return pairs


def _take(loose: list[Obligation], gone: Obligation) -> None:
    del loose[next(at for at, each in enumerate(loose) if each is gone)]


def _share(one: str, other: str) -> float:
    """The share of the words of the shorter sentence that stand in the other one."""
    said, says = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(said & says) / (min(len(said), len(says)) or 1)


def _opposite(one: Mode, other: Mode) -> bool:
    return ("duty" in one and "prohibition" in other) or ("prohibition" in one and "duty" in other)


def _graded(pairs: Iterable[tuple[Obligation, Obligation]], who: str, sign: int) -> tuple[Reckoned, ...]:
    """The pairs of a party whose weight rose (1) or fell (-1)."""
    return tuple(
        _reckoned(one, other)
        for one, other in pairs
        if one.who == who and (_WEIGHT[other.mode] - _WEIGHT[one.mode]) * sign > 0
    )


def _reckoned(one: Obligation | None, other: Obligation | None) -> Reckoned:
    return Reckoned(
        left=one.point if one else None,
        right=other.point if other else None,
        was=excerpt(one.text, 0, len(one.text), 0) if one else None,
        now=excerpt(other.text, 0, len(other.text), 0) if other else None,
    )
