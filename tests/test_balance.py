"""The balance in the reports: a table with words, where it is asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

OLD = "1. Egypt shall open the port.\n2. Qatar should pay the dues of the port.\n3. The sea is calm.\n"
NEW = "1. Egypt may open the port.\n2. Qatar shall pay the dues of the port. Qatar shall inform Egypt.\n3. The sea.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def test_every_format_has_the_table(plandiff, files: tuple[str, str]) -> None:
    text = plandiff("compare", *files, "--balance", "--format", "text", "--width", "110").out
    markdown = plandiff("compare", *files, "--balance", "--format", "markdown").out
    page = plandiff("compare", *files, "--balance", "--format", "html").out
    report = json.loads(plandiff("compare", *files, "--balance", "--format", "json").out)

    assert re.search(r"^Balance\nParty +Obligations +Points and words$", text, re.MULTILINE)
    assert re.search(
        r"^Egypt  1 weakened +1 → 1: Egypt shall open the port → Egypt may open the port$", text, re.MULTILINE
    )
    assert "| Qatar | 1 added | – → 2: Qatar shall inform Egypt |" in markdown
    assert "| Qatar | 1 strengthened | 2 → 2: Qatar should pay the dues" in markdown
    assert "<h2>Balance</h2>" in page
    assert [(each["party"], len(each["weakened"])) for each in report["balance"]] == [("Egypt", 1), ("Qatar", 0)]


def test_a_report_has_none_unless_it_is_asked_for(plandiff, files: tuple[str, str]) -> None:
    assert "Balance" not in plandiff("compare", *files).out
    assert json.loads(plandiff("compare", *files, "--format", "json").out)["balance"] == []
