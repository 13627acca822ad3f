"""The examples of the manual on issues are run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs" / "issues.md"
FILES = {
    match[1]: match[0]
    for match in re.findall(r"```(?:toml|text)\n((?:# (\S+)\n)(?:.*\n)*?)```", DOCS.read_text(encoding="utf-8"))
}

OLD = """\
1. The new quay has 600 berths.
2. The coast guard has 700 boats.
3. Fishing rights stay. Dues are 4 % of the load.
4. An amnesty is declared.
"""
NEW = """\
1. The new quay has 500 berths.
2. The coast guard has 900 boats.
3. Fishing rights stay. Dues are 6 % of the load.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"old.txt": OLD, "new.txt": NEW, **FILES}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_manual_shows_a_pack_and_two_files_of_red_lines() -> None:
    assert list(FILES) == ["harbour.toml", "guard.txt", "guard.toml"]


def test_the_pack_of_the_manual_is_followed(plandiff, folder: Path) -> None:
    run = plandiff("compare", "old.txt", "new.txt", "--issues", "harbour.toml", "-f", "markdown")

    assert run.code == 0
    assert "| **The new quay** | changed | 1 → 1 |" in run.out


@pytest.mark.parametrize("name", ["guard.txt", "guard.toml"])
def test_the_red_lines_of_the_manual_hold(plandiff, folder: Path, name: str) -> None:
    run = plandiff("compare", "old.txt", "new.txt", "--red-lines", name, "--exit-code", "-f", "markdown")

    assert run.code == (name == "guard.txt")
    assert (
        "| coast guard: at least 800 | violated in 2: guard has 700 boats | met in 2: guard has 900 boats |" in run.out
    )


def test_the_program_of_the_manual_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)

    exec(compile(program, str(DOCS), "exec"), {})

    assert "violated dues | toll*: at most 5 % Dues are 6 % of the load" in capsys.readouterr().out


def test_every_bound_stands_in_the_manual() -> None:
    text = DOCS.read_text(encoding="utf-8")

    assert [
        word for word in ("at least", "at most", "no more than", "up to", "more than", "exactly") if word not in text
    ] == []
