"""The day of a drafting team in the manual is run: git, the hook, and what a person sees."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.transcript import transcript

MANUAL = Path(__file__).parent.parent / "docs" / "drafting.md"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
pytest.importorskip("pre_commit", reason="needs pre-commit: pip install 'plandiff[test]'")


def test_the_day_of_a_drafting_team_goes_as_the_manual_says(tmp_path):
    text = MANUAL.read_text(encoding="utf-8")
    now = transcript(text, tmp_path)

    if os.environ.get("PLANDIFF_REWRITE_GOLDENS"):
        MANUAL.write_text(now, encoding="utf-8")
    else:
        assert text == now, "set PLANDIFF_REWRITE_GOLDENS=1 to write it again"
