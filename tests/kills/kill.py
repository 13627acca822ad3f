"""A process that writes one report after another into a file, killed at any moment."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

LINES = 200_000
_WRITER = f"""
import itertools, sys
from pathlib import Path
from plandiff.cli.output import write
for number in itertools.count(1):
    write(f"{{number}}\\n" * {LINES}, Path(sys.argv[1]))
"""


class Killed(NamedTuple):
    """What a kill left: whether the file was a whole report, and whether another one was being written."""

    whole: bool
    writing: bool


def kill(folder: Path, seed: int) -> Killed:
    """Kill such a process some milliseconds after its first report stands in the folder, and look at the file."""
    report = folder / "report.txt"
    report.unlink(missing_ok=True)
    process = subprocess.Popen([sys.executable, "-c", _WRITER, str(report)])
    while not report.exists() and process.poll() is None:
        time.sleep(0.001)
    time.sleep(Random(seed).uniform(0, 0.03))
    process.kill()
    process.wait()
    left = list(folder.glob(".plandiff-*"))
    for file in left:
        file.unlink()
    lines = report.read_bytes().split(b"\n")
    return Killed(whole=len(lines) == LINES + 1 and len(set(lines[:-1])) == 1 and not lines[-1], writing=bool(left))
