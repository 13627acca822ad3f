"""A long report, shown page by page on a terminal, as git does."""

from __future__ import annotations

import os
import shlex
import shutil
import sys


def pager(report: str) -> bool:
    """Show a report in the pager, and say whether that was done.

    It is not done away from a terminal, on one with TERM=dumb, for a report that fits the screen, and where PAGER
    is empty or "cat". The pager is that of PAGER, otherwise `less`, which gets LESS=FRX unless LESS is set: it
    quits where all fits on one screen, shows colours and leaves the text on the screen.
    """
    command = shlex.split(os.environ.get("PAGER", "less"))
    program = shutil.which(command[0]) if command and command != ["cat"] else None
    if program is None or sys.stdout is None or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return False
    if report.count("\n") < shutil.get_terminal_size().lines:
        return False
    _show(report, [program, *command[1:]])
    return True


def _show(report: str, command: list[str]) -> None:
    import signal
    import subprocess

    environment = {"LESS": "FRX"} | os.environ
    data = report.encode(sys.stdout.encoding, "backslashreplace")
    # Ctrl-C is for the pager, and whoever leaves it before the end has seen enough.
    before = signal.signal(signal.SIGINT, _nothing)
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
            process.communicate(data)
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing(*_: object) -> None:
    """Unlike a signal that is ignored, one that is handled is not ignored by the pager too."""
