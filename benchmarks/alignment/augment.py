"""Augment: generated revisions made more various, so that the weights do not learn the generator by heart.

In real versions a point may give way to one that has nothing to do with it, figures change in points that
stay, some languages and some texts have neither capitals nor figures, and numbers are kept, closed up or not
there at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.alignment.generate import Revision
from benchmarks.alignment.pair import Group

REPLACED, CHANGED_FIGURES = 0.06, 0.2
"""The shares of points replaced by one that has nothing to do with them, and of points whose figures
change."""

_FIGURE = re.compile(r"\b\d{1,3}\b(?! [A-Z])")


class Lesson(NamedTuple):
    """The (text, label) of both sides' points, and the links (left index, right index) that are true."""

    left: list[tuple[str, str | None]]
    right: list[tuple[str, str | None]]
    links: set[tuple[int, int]]


def augment(revisions: Iterable[Revision], strangers: Sequence[str], name: str) -> list[Lesson]:
    """Lessons from revisions: every second with points replaced by `strangers` and with other figures, every
    seventh without names and figures, with labels that are closed up, kept or absent in turn.

    `name` seeds the chances, together with the place of the revision.
    """
    return [_lesson(revision, strangers, place, Random(f"{name}{place}")) for place, revision in enumerate(revisions)]


def _lesson(revision: Revision, strangers: Sequence[str], place: int, rng: Random) -> Lesson:
    left, right, groups = revision
    came: dict[int, int] = {}
    if place % 2:
        right, groups, came = _replaced(right, groups, strangers, rng)
    if place % 7 == 0:
        left, right = ([re.sub(r"\d+", "some", text).lower() for text in side] for side in (left, right))
    old: list[str | None] = [str(number) for number in range(1, len(left) + 1)]
    new: list[str | None] = [str(number) for number in range(1, len(right) + 1)]
    if place % 6 in (1, 3):
        new = _kept(groups, came, len(right), rng)
    elif place % 6 == 4:
        old, new = [None] * len(left), [None] * len(right)
    links = {(int(one) - 1, int(other) - 1) for group in groups for one in group.left for other in group.right}
    return Lesson(list(zip(left, old, strict=True)), list(zip(right, new, strict=True)), links)


def _replaced(
    texts: Sequence[str], groups: Iterable[Group], strangers: Sequence[str], rng: Random
) -> tuple[list[str], tuple[Group, ...], dict[int, int]]:
    """The new texts with some points replaced and some figures changed, the truth about them, and which new
    point came in the place of which old one."""
    right, truth, came = list(texts), [], {}
    for group in groups:
        if len(group.left) == len(group.right) == 1 and rng.random() < REPLACED:
            new = int(group.right[0])
            right[new - 1] = rng.choice(strangers)
            truth += [Group(group.left, (), "dropped"), Group((), group.right, "added")]
            came[new] = int(group.left[0])
            continue
        if group.left and group.right and rng.random() < CHANGED_FIGURES:
            for name in group.right:
                place = int(name) - 1
                right[place] = _FIGURE.sub(lambda _: str(rng.randint(2, 900)), right[place])
        truth.append(group)
    return right, tuple(truth), came


def _kept(groups: Sequence[Group], came: dict[int, int], size: int, rng: Random) -> list[str | None]:
    """New labels where numbers are kept: what split off gets a letter, numbers given up are sometimes
    reused."""
    labels: list[str | None] = [None] * size
    for group in groups:
        for part, name in enumerate(group.right):
            new = int(name)
            if group.left:
                labels[new - 1] = group.left[0] + ("abc"[part - 1] if part else "")
            elif new in came and rng.random() < 0.7:
                labels[new - 1] = str(came[new])
    gone = [group.left[0] for group in groups if not group.right and group.left[0] not in labels]
    rng.shuffle(gone)
    for place, label in enumerate(labels):
        if label is None:
            labels[place] = gone.pop() if gone and rng.random() < 0.5 else f"n{place}"
    return labels
