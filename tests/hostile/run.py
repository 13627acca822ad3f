"""Run: the program on one hostile file, as a process, with the time and the memory it takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.hostile.case import Case

ROOT = Path(__file__).parents[2]
OTHER = ROOT / "fixtures" / "ukraine" / "us-28.txt"
COMMANDS = ("show", "compare")
MOST_SECONDS, MOST_BYTES = 20, 512 * 2**20
_KILLED_AFTER = 60
_LOOK_EVERY = 0.02
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Run(NamedTuple):
    """One command on one file: how it ended, and `faults`, what must not be."""

    command: str
    exit: int
    seconds: float
    peak: int
    message: str
    faults: tuple[str, ...]


def run(case: Case, command: str, folder: Path) -> Run:
    """The command on the file, which is written into the folder and removed again."""
    path = folder / f"{command}-{case.name}"
    path.write_bytes(case.data)
    arguments = [command, str(path), *(["--format", "json"] if command == "show" else [str(OTHER)])]
    try:
        return _run(case, command, arguments)
    finally:
        path.unlink()


def _run(case: Case, command: str, arguments: list[str]) -> Run:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "plandiff", *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=ROOT
        )
        timer = threading.Timer(_KILLED_AFTER, process.kill)
        timer.start()
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(_LOOK_EVERY)
        timer.cancel()
        seconds = time.monotonic() - begin
        out.seek(0)
        err.seek(0)
        report, message = out.read(), err.read().decode(errors="replace")
    faults = _faults(case, command, process.returncode, report, message)
    faults += [f"takes {seconds:.0f} s"] if seconds > MOST_SECONDS else []
    faults += [f"takes {peak / 2**20:.0f} MB"] if peak > MOST_BYTES else []
    return Run(command, process.returncode, seconds, peak, message.strip(), tuple(faults))


def _faults(case: Case, command: str, code: int, report: bytes, message: str) -> list[str]:
    ends = {0: "read", 2: "refused"}.get(code)
    if ends is None:
        return [f"ends with {code}"]
    if "Traceback" in message:
        return ["shows a traceback"]
    if ends == "refused":
        one_line = message.count("\n") == 1 and message.endswith("\n")
        return [
            *(["does not say one line"] if not one_line else []),
            *(["does not name the file"] if case.name not in message else []),
            *(["writes a report all the same"] if report else []),
            *(["must be read"] if case.ends == "read" else []),
        ]
    faults = ["must be refused"] if case.ends == "refused" else []
    if command == "show":
        plan = json.loads(report)
        if not plan["points"]:
            faults.append("silent emptiness")
        labels = [point["label"] or "" for point in plan["points"]]
        kept = "\n".join(labels + [noun["text"] for noun in plan["points"] + plan["omitted"]])
        if case.holds not in kept:
            faults.append(f"loses {case.holds!r}")
    return faults


def _resident(pid: int) -> int:
    """Bytes that the process and all it started hold in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return pages * _PAGE + sum(_resident(int(child)) for child in children)
