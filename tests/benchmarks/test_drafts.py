"""What drafters are promised to wait at most, in time of the processors: others use this machine too."""

from __future__ import annotations

import shutil

import pytest

from benchmarks import drafts

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

SLOWER = 1.5
"""A machine that runs the tests may be so many times slower than a desk."""


def test_the_hook_is_done_before_anybody_waits(tmp_path):
    spent = min(each.cpu for each in drafts.hook(tmp_path, 5))

    assert spent <= drafts.ALLOWED["hook"] * SLOWER


def test_a_fifth_of_the_history_takes_a_fifth_of_the_time(tmp_path, monkeypatch):
    commits = drafts.COMMITS // 5
    monkeypatch.setattr(drafts, "COMMITS", commits)
    spent = min(each.cpu for each in drafts.history(tmp_path, 2))

    assert spent <= drafts.ALLOWED["log"] / 5 * SLOWER


def test_the_plan_keeps_its_points_and_every_commit_changes_it():
    texts = list(drafts._revisions())

    assert len(set(texts)) == len(texts) == drafts.COMMITS
    assert {text.count("\n\n") for text in texts} == {drafts.POINTS}
