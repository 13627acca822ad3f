"""What all tests share: the program run in this process, the program run as a process, two short versions."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent

BEFORE = """\
1. The sovereignty of the island is confirmed.
2. The coast guard is limited to 600 personnel.
3. All parties receive a full amnesty for their acts during the dispute.
4. Elections are held on the island in 100 days.
"""

AFTER = """\
1. The sovereignty of the island is confirmed.
2. The coast guard is limited to 800 personnel in peacetime.
3. Elections are held on the island [in 100 days] [as soon as possible].
"""

# The same examples on every machine and every day.
hypothesis.settings.register_profile("plandiff", derandomize=True, deadline=None)
hypothesis.settings.load_profile("plandiff")


class Run(NamedTuple):
    """How a run of the program ended and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder that holds before.txt and after.txt."""
    (tmp_path / "before.txt").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "after.txt").write_text(AFTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def plandiff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Run]]:
    """Run the command line in this process, through the real entry point, away from a terminal."""
    from plandiff.__main__ import main

    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PLANDIFF_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["plandiff", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = main()
        return Run(code, *capsys.readouterr())

    yield run
    gc.enable()


@pytest.fixture
def spawn() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as a process of its own, for what only a process can show. Keywords as for `run`."""

    def run(*arguments: object, **keywords: Any) -> subprocess.CompletedProcess[str]:
        keywords = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": ROOT} | keywords
        command = [sys.executable, "-m", "plandiff", *map(str, arguments)]
        environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
        return subprocess.run(command, check=False, text=True, env=environment, timeout=60, **keywords)

    return run
