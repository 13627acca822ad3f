"""What the tests of the classifiers share: a change made of two short texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from itertools import takewhile

import pytest

from plandiff.model import Change, Edit, Plan, Point

_WORDS = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|.", re.DOTALL)

Pair = tuple[Change, Plan, Plan]


def _plan(texts: Iterable[str]) -> Plan:
    points = tuple(
        Point(id=str(number), label=str(number), path=(str(number),), text=text, line=10 * number)
        for number, text in enumerate(texts, start=1)
    )
    return Plan(name="plan.txt", format="text", sha256="0" * 64, points=points)


def _edits(old: str, new: str) -> Iterable[Edit]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    same = takewhile(lambda words: words[0] == words[1], zip(before, after, strict=False))
    head = "".join(word for word, _ in same)
    if head:
        yield Edit(op="equal", text=head)
    before, after = _WORDS.findall(old[len(head) :]), _WORDS.findall(new[len(head) :])
    for op, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "equal":
            yield Edit(op="equal", text="".join(before[i:j]))
            continue
        if i < j:
            yield Edit(op="delete", text="".join(before[i:j]))
        if k < m:
            yield Edit(op="insert", text="".join(after[k:m]))


@pytest.fixture(scope="session")
def plan() -> Callable[..., Plan]:
    """A plan of the points given, numbered from 1, on the lines 10, 20, 30 ..."""
    return lambda *texts: _plan(texts)


@pytest.fixture(scope="session")
def pair() -> Callable[[str, str], Pair]:
    """Old and new text as the change of point 1, with the two plans; an empty text is no point."""

    def make(old: str, new: str) -> Pair:
        kind = "unchanged" if old == new else "modified" if old and new else "dropped" if old else "added"
        change = Change(
            kind=kind,
            left=("1",) if old else (),
            right=("1",) if new else (),
            score=1.0,
            reason="made for a test",
            edits=tuple(_edits(old, new)) if old and new else (),
        )
        return change, _plan([old] if old else []), _plan([new] if new else [])

    return make
