"""A word on standard error while long work goes on: on a terminal, after a while, and gone without a trace."""

from __future__ import annotations

import contextlib
import io
import sys
import time

import pytest

import plandiff.cli.progress
from plandiff.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(seconds: float = 10) -> None:
    """Work until something was said, but no longer."""
    end = time.monotonic() + seconds
    while not sys.stderr.getvalue() and time.monotonic() < end:
        time.sleep(0.01)


@pytest.fixture
def say(monkeypatch):
    """Work under that name before a stream, and return what was said on it."""
    monkeypatch.setattr(plandiff.cli.progress, "PATIENCE", 0.05)

    def run(working, stream: io.StringIO, term: str = "xterm") -> str:
        with monkeypatch.context() as patch:
            patch.setenv("TERM", term)
            patch.setattr(sys, "stderr", stream)
            with contextlib.suppress(KeyboardInterrupt), progress("comparing"):
                working()
        return stream.getvalue()

    return run


def test_long_work_is_named_and_the_line_is_taken_back(say):
    _, line, blanks, _ = say(work, Terminal()).split("\r")

    assert line == "plandiff: comparing, 0 s"
    assert blanks == " " * len(line)


def test_short_work_is_not_spoken_of(say):
    assert say(lambda: None, Terminal()) == ""


def test_what_stops_the_work_takes_the_line_back_too(say):
    def interrupted() -> None:
        work()
        raise KeyboardInterrupt

    assert say(interrupted, Terminal()).endswith(" \r")


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO, "xterm"), (Terminal, "dumb")])
def test_no_word_where_no_line_can_be_taken_back(say, stream, term):
    assert say(lambda: work(0.3), stream(), term) == ""
