"""A word on standard error while long work goes on."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading

PATIENCE = 2.0
"""Seconds for which nothing is said."""


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Say what is being done and for how many seconds, once it takes longer than two, until it is done.

    Nothing is said where standard error is no terminal, or one that cannot take a line back (TERM=dumb).
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    import threading

    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: threading.Event) -> None:
    begun = time.monotonic()
    wait, line = PATIENCE, ""
    while not done.wait(wait):
        wait, line = 1.0, f"plandiff: {doing}, {time.monotonic() - begun:.0f} s"
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
    if line:
        print(f"\r{' ' * len(line)}\r", end="", file=sys.stderr, flush=True)
