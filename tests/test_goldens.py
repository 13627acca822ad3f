"""Whole reports of the Ukraine plan held against their files; PLANDIFF_REWRITE_GOLDENS=1 writes them."""

from __future__ import annotations

import os
from json import loads
from pathlib import Path

import pytest

UKRAINE = Path(__file__).parent.parent / "fixtures" / "ukraine"
GOLDENS = UKRAINE / "goldens"
EXAMPLE = UKRAINE.parent.parent / "docs" / "example"


@pytest.mark.parametrize(("format", "suffix"), [("terminal", "txt"), ("markdown", "md")])
@pytest.mark.parametrize("new", ["geneva-19", "e3-28", "kyiv-20"])
def test_the_report_is_the_golden_one(plandiff, monkeypatch, new, format, suffix):
    monkeypatch.chdir(UKRAINE)
    run = plandiff("compare", "us-28.txt", f"{new}.txt", "--format", format, "--width", 100, "--color", "never")
    file = GOLDENS / f"us-28-{new}.{suffix}"
    if os.environ.get("PLANDIFF_REWRITE_GOLDENS") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(run.out.encode())

    assert (run.code, run.err) == (0, "")
    assert run.out == file.read_bytes().decode()
    if format == "terminal":
        assert max(map(len, run.out.splitlines())) <= 100


def test_the_report_in_the_manual_is_what_the_program_writes(plandiff, monkeypatch):
    monkeypatch.chdir(EXAMPLE)
    file = EXAMPLE / "report.json"
    written = plandiff("compare", "old.txt", "new.txt", "--format", "json").out
    if os.environ.get("PLANDIFF_REWRITE_GOLDENS") == "1":
        file.write_text(written, encoding="utf-8")

    # Which plugins are installed is the reader's own affair.
    assert loads(written) | {"plugins": []} == loads(file.read_text(encoding="utf-8")) | {"plugins": []}
