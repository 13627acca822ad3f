"""The README is run: its commands, its library example, its plugin, its excerpt of output."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
import types
from pathlib import Path

import pytest
from msgspec import convert

from plandiff import compare
from plandiff.entrypoints import EntryPoint, entrypoints
from plandiff.model import SeedRecord
from plandiff.registry import GROUP, Plugins

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)


COMMANDS = [line.removeprefix("$ ") for block in blocks("console") for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_work(plandiff, tmp_path, monkeypatch, command):
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    piped = re.fullmatch(r"cat (\S+) \| (.*)", command)
    stdin = Path(piped[1]).read_bytes() if piped else b""

    code, _, err = plandiff(*(piped[2] if piped else command).split()[1:], stdin=stdin)

    assert (code, err) == (1 if "--exit-code" in command else 0, "")


def test_the_library_example_works(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    example = next(block for block in blocks("python") if "compare(" in block)

    exec(example, {})

    out = capsys.readouterr().out
    assert "issues are open:" in out
    assert "600,000" in out


def test_the_plugin_example_works():
    plugin = types.ModuleType("plandiff_referendum")
    exec(next(block for block in blocks("python") if "hookimpl" in block), vars(plugin))
    entry = EntryPoint("classifier-referendum", "plandiff_referendum")
    plugins = Plugins([(entry, plugin), *((one, one.load()) for one in entrypoints(GROUP))])

    comparison = compare(
        "1. The border stays.\n2. The port is open.\n",
        "1. The border stays.\n2. The port is open after a referendum.\n",
        plugins=plugins,
    )

    rules = [finding.rule for change in comparison.changes for finding in change.findings]
    assert "referendum-added" in rules


def test_the_seed_record_example_is_valid():
    example = next(block for block in blocks("toml") if "open_issues" in block)

    assert convert(tomllib.loads(example), SeedRecord).about == "geneva-19"


def excerpt(report: str) -> str:
    """The head of a report, its first three issues, and what became of points 6 and 26."""
    head = report[: [match.start() for match in re.finditer("^●", report, flags=re.MULTILINE)][3]]
    entries = {block.split(" ")[0]: block for block in report.split("\n\n")}
    return f"{head}...\n\n{entries['6']}\n...\n\n{entries['26']}\n...\n"


def test_the_excerpt_is_what_the_program_prints(plandiff, monkeypatch):
    monkeypatch.chdir(ROOT)
    (written,) = blocks("text")
    _, out, _ = plandiff("compare", "fixtures/ukraine/us-28.txt", "fixtures/ukraine/geneva-19.txt", "--width", 100)

    if os.environ.get("PLANDIFF_REWRITE_GOLDENS"):
        (ROOT / "README.md").write_text(README.replace(written, excerpt(out)), encoding="utf-8")
    else:
        assert written == excerpt(out), "set PLANDIFF_REWRITE_GOLDENS=1 to write it again"


def test_the_first_command_compares_and_the_second_tests():
    install, test = re.findall(r"^python3 -m venv .*$", README, flags=re.MULTILINE)

    assert install.endswith("plandiff compare fixtures/ukraine/us-28.txt fixtures/ukraine/geneva-19.txt")
    assert test.endswith("pytest")
