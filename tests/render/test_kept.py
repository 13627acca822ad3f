"""How much of the old text is still there."""

from __future__ import annotations

import pytest

from plandiff.model import Change, Comparison
from plandiff.render.kept import kept
from plandiff.render.wording import percent


@pytest.fixture
def compared(plan):
    def make(*changes):
        old = plan("1: one two three four", "2: five six", "2(a): seven eight")
        return Comparison(plandiff="0", left=old, right=old, changes=changes)

    return make


def change(kind, left, right, edits=(), parts=()):
    return Change(kind=kind, left=left, right=right, score=1, reason="", edits=edits, parts=parts)


def test_words_that_stayed_over_words_of_old(compared, edits):
    modified = change("modified", ("1",), ("1",), edits("one two", "- three four", "+ six seven eight"))

    assert kept(compared(modified)) == 0.5


def test_whole_points_need_no_edits(compared):
    assert kept(compared(change("unchanged", ("1",), ("1",)))) == 1
    assert kept(compared(change("dropped", ("1",), ()))) == 0
    assert kept(compared(change("added", (), ("1",)))) is None


def test_a_provision_that_crossed_over_counts_once(compared):
    crossed = change("unchanged", ("2(a)",), ("2(a)",))
    gone = change("dropped", ("2",), ())
    away = change("regrouped", ("2",), ("2", "1"), parts=(gone, crossed))
    here = change("added", (), ("1",), parts=(crossed,))

    assert kept(compared(away, here)) == 0.5


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0 %"), (0.001, "1 %"), (0.644, "64 %"), (0.9999, "99 %"), (1, "100 %")]
)
def test_all_and_nothing_are_said_only_when_true(share, words):
    assert percent(share) == words
