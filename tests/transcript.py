"""A transcript in the manual, run again: its files are written, its commands are run, what they print is compared."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent
_FILE = re.compile(r"^```(?:toml|yaml|text)\n# (?P<name>[\w./-]+)\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL)
_SECONDS = 60


def transcript(text: str, place: Path) -> str:
    """The text with what its commands print now, when they are run one after the other in an empty folder.

    A console block holds commands, each on a line that begins with "$ "; the lines below it are what it prints on
    both streams. Other blocks whose first line is "# NAME" are files, which stand in the folder from the start.
    The folder lies beside the fixtures. Each command takes a minute of one day, so that commits have fixed dates.
    """
    team = place / "team"
    team.mkdir()
    (place / "fixtures").symlink_to(ROOT / "fixtures")
    (place / "documents").symlink_to(ROOT / "tests" / "formats" / "files")
    for file in _FILE.finditer(text):
        (team / file["name"]).write_text(file["text"], encoding="utf-8")
    environment = _environment(place)
    minutes = count(9 * 60)
    return _CONSOLE.sub(
        lambda block: f"```console\n{''.join(_run(block['text'], team, environment, minutes))}```\n", text
    )


def _run(block: str, team: Path, environment: dict[str, str], minutes: Iterator[int]) -> Iterator[str]:
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        hour, minute = divmod(next(minutes), 60)
        now = f"2026-01-12T{hour:02}:{minute:02}:00+0000"
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=team,
            env=environment | {"GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        yield f"$ {command}\n{run.stdout}"
        if run.stdout and not run.stdout.endswith("\n"):
            yield "\n"


def _environment(place: Path) -> dict[str, str]:
    """An environment in which only what the transcript says has an effect."""
    programs = place / "bin"
    programs.mkdir()
    for name, module in (("plandiff", "plandiff"), ("pre-commit", "pre_commit")):
        (programs / name).write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m {module} "$@"\n')
        (programs / name).chmod(0o755)
    return {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "HOME": str(place),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "COLUMNS": "100",
        "PRE_COMMIT_HOME": str(place / "store"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "A. Drafter" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "drafter@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
