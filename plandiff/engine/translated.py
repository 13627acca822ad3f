"""Translated: matching the points of two language versions without reading their words."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log

from plandiff.engine.logistic import probability
from plandiff.engine.match import Matching
from plandiff.engine.passages import Passage

BAND = 30
"""How many points a counterpart may stand away from its proportional place."""

ALONE = -1.0
"""What it costs to leave a point without a counterpart."""

LABEL, SURE_LABEL, KEPT = 1.5, 4.0, 0.7
"""What an equal label counts for, and what it does where this share of the pairs found first kept theirs."""

WITHOUT_READING = "aligned without reading the words"

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ie e zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia".split(),
        strict=True,
    )
)


def translated(left: Sequence[Passage], right: Sequence[Passage]) -> Matching:
    """The likeliest pairing, in order, of points and their translations.

    What speaks for a pair: the same figures, names that sound alike (Cyrillic is transliterated, the first four
    letters count), the same label, a length in the usual proportion. Dynamic programming over one-to-one pairs
    and points left alone, after Gale and Church (1993).
    """
    links = _in_order(left, right, _gains(left, right, LABEL))
    kept = [left[i].key == right[j].key for i, j in links if left[i].key is not None and right[j].key is not None]
    if kept and sum(kept) >= KEPT * len(kept):
        links = _in_order(left, right, _gains(left, right, SURE_LABEL))
    reasons = {pair: _reason(left[pair[0]], right[pair[1]]) for pair in links}
    return Matching(links, dict(links), set(), {}, reasons)


def _in_order(
    left: Sequence[Passage], right: Sequence[Passage], gains: dict[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The pairs of the best alignment that keeps the order, each with its probability."""
    count, other = len(left), len(right)
    best: list[dict[int, tuple[float, int]]] = [{j: (j * ALONE, 2) for j in range(_bounds(0, count, other)[1] + 1)}]
    for i in range(1, count + 1):
        low, high = _bounds(i, count, other)
        row: dict[int, tuple[float, int]] = {}
        above = best[-1]
        for j in range(low, high + 1):
            paired = above.get(j - 1, (-inf, 0))[0] + gains.get((i - 1, j - 1), -inf)
            dropped = above.get(j, (-inf, 0))[0] + ALONE
            added = row.get(j - 1, (-inf, 0))[0] + ALONE
            row[j] = max((paired, 0), (dropped, 1), (added, 2), key=lambda step: (step[0], -step[1]))
        best.append(row)
    links: dict[tuple[int, int], float] = {}
    i, j = count, other
    while i or j:
        step = best[i][j][1] if i else 2
        if step == 0:
            links[i - 1, j - 1] = min(0.95, probability(gains[i - 1, j - 1]))
        i, j = i - (step != 2), j - (step != 1)
    return links


def _bounds(i: int, count: int, other: int) -> tuple[int, int]:
    middle = i * other // (count or 1)
    width = BAND + abs(count - other)
    return (max(0, middle - width), min(other, middle + width))


def _gains(left: Sequence[Passage], right: Sequence[Passage], label: float) -> dict[tuple[int, int], float]:
    ratio = (sum(len(one.text) for one in left) + 1) / (sum(len(one.text) for one in right) + 1)
    sounds = [[{_sound(name) for name in passage.terms.names} for passage in side] for side in (left, right)]
    found = {}
    for i, one in enumerate(left):
        low, high = _bounds(i + 1, len(left), len(right))
        for j in range(max(0, low - 1), high):
            other = right[j]
            figures = one.terms.figures, other.terms.figures
            gain = 1.0 + 1.5 * len(figures[0] & figures[1])
            gain -= 0.7 * min(len(figures[0] - figures[1]), len(figures[1] - figures[0]))
            gain += 0.6 * min(4, len(sounds[0][i] & sounds[1][j]))
            gain -= 1.5 * abs(log((len(one.text) + 10) / (len(other.text) + 10) / ratio))
            if one.key is not None and other.key is not None and not (one.titled or other.titled):
                gain += label if one.key == other.key else -label / 2
            found[i, j] = gain
    return found


def _sound(name: str) -> str:
    """The first letters of a name as they would stand in Latin script."""
    return "".join(_CYRILLIC.get(letter, letter) for letter in name).replace("_", "")[:4]


def _reason(one: Passage, other: Passage) -> str:
    said = [WITHOUT_READING]
    if one.key is not None and one.key == other.key:
        said.append("same label")
    figures = sorted(one.terms.figures & other.terms.figures)
    if figures:
        said.append(("same figure " if len(figures) == 1 else "same figures ") + ", ".join(figures[:4]))
    alike = {_sound(name) for name in one.terms.names} & {_sound(name) for name in other.terms.names}
    if alike:
        said.append(f"{len(alike)} names alike" if len(alike) > 1 else "a name alike")
    return "; ".join([*said, "in order"])
