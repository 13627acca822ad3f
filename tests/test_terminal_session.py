"""What only a terminal shows: the pager, and a word while long work goes on. A pseudo-terminal stands in for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals of POSIX", allow_module_level=True)

import pty

ROOT = Path(__file__).parent.parent
PLANS = ["fixtures/ukraine/us-28.txt", "fixtures/ukraine/kyiv-20.txt"]
PAGER = f"{sys.executable} -c \"import sys; print('PAGED', sum(1 for _ in sys.stdin))\""
QUITTER = f'{sys.executable} -c "import sys; sys.stdin.readline()"'


def session(*arguments: str, **environment: str) -> tuple[str, int]:
    """Run the program on a pseudo-terminal; what is seen there, and the exit code."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(ROOT)
        os.environ.pop("LESS", None)
        os.environ.update({"TERM": "xterm", "LINES": "24", "COLUMNS": "80"} | environment)
        os.execv(sys.executable, [sys.executable, "-m", "plandiff", *arguments])
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so where others return nothing.
            break
        if not piece:
            break
        seen += piece
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return seen.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def test_a_long_report_goes_to_the_pager():
    seen, code = session("compare", *PLANS, PAGER=PAGER)

    assert code == 0
    assert seen.startswith("PAGED ")
    assert int(seen.split()[1]) > 100


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        ([*PLANS, "--no-pager"], {"PAGER": PAGER}),
        (PLANS, {"PAGER": PAGER, "TERM": "dumb"}),
        (PLANS, {"PAGER": PAGER, "LINES": "5000"}),
        (PLANS, {"PAGER": ""}),
        (PLANS, {"PAGER": "cat"}),
        (PLANS, {"PAGER": "no-such-pager"}),
    ],
)
def test_no_pager_where_it_is_not_wanted_or_not_there(arguments, environment):
    seen, code = session("compare", *arguments, NO_COLOR="1", **environment)

    assert code == 0
    assert "PAGED" not in seen
    assert "Open issues" in seen


def test_whoever_leaves_the_pager_early_has_seen_enough():
    assert session("compare", *PLANS, "--exit-code", PAGER=QUITTER) == ("", 1)


def test_less_is_told_to_quit_on_one_screen_and_to_show_colours(tmp_path):
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\necho "LESS=$LESS"\n')
    less.chmod(0o755)

    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}

    assert "LESS=FRX" in session("compare", *PLANS, **environment)[0]
    assert "LESS=S" in session("compare", *PLANS, LESS="S", **environment)[0]


def test_show_and_explain_are_paged_too():
    assert session("show", PLANS[0], PAGER=PAGER)[0].startswith("PAGED ")
    assert "PAGED" not in session("show", PLANS[0], "--no-pager", PAGER=PAGER)[0]


def test_a_quick_run_says_nothing_of_its_progress():
    assert "comparing" not in session("compare", *PLANS, "--no-pager")[0]
