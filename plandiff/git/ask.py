"""One question to git, asked so that neither the repository nor a name can make it do anything else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from plandiff.errors import SourceError

_SECONDS = 60
_LONGEST = 16_000
"""Bytes, as many as a pipe takes everywhere before anybody reads from it."""

_SAFELY = (
    "--no-pager",
    "--no-optional-locks",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "protocol.allow=never"),
)
"""No program that a repository names is started, and a missing object is not fetched."""

_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


def ask(arguments: list[str], *, name: str, folder: Path, given: bytes = b"") -> bytes:
    """What git prints when called with the arguments in a folder; `given` is its standard input.

    `name` stands for what was asked in errors. Raises `SourceError` when git is missing, refuses the repository
    or fails.
    """
    stdin = _holding(given, name) if given else subprocess.DEVNULL
    environment = os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"} | _within_hook()
    try:
        run = subprocess.run(
            ["git", *_SAFELY, *arguments],
            cwd=folder,
            stdin=stdin,
            capture_output=True,
            env=environment,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise SourceError(f"{name}: git is not installed: install it, or name a file") from None
    except NotADirectoryError:
        raise SourceError(f"{name}: no such folder: check the name") from None
    except subprocess.TimeoutExpired:
        raise SourceError(f"{name}: git did not answer within {_SECONDS} seconds: check the repository") from None
    finally:
        if given:
            os.close(stdin)
    if run.returncode:
        raise SourceError(f"{name}: {_reason(run.stderr.decode(errors='replace'))}")
    return run.stdout


def _holding(given: bytes, name: str) -> int:
    """The end of a pipe that holds all of it. To write while git runs ends this process by SIGPIPE where git has
    given up without reading."""
    if len(given) > _LONGEST:
        raise SourceError(f"{name[:40]}…: is too long for a name in git: shorten it")
    out, into = os.pipe()
    os.write(into, given)
    os.close(into)
    return out


def _within_hook() -> dict[str, str]:
    """What git tells its hooks of the repository, so that it holds in other folders of it than the topmost one."""
    told = {name: os.path.abspath(os.environ[name]) for name in _PLACES if os.environ.get(name)}
    return {"GIT_WORK_TREE": os.getcwd()} | told if "GIT_DIR" in told else told


def _reason(complaint: str) -> str:
    if "not a git repository" in complaint:
        return "is not in a git repository: go to its folder, or name files"
    if "dubious ownership" in complaint:
        return "git calls this repository unsafe, since another user owns it: see `git config safe.directory`"
    if "unknown revision" in complaint or "bad revision" in complaint or "ambiguous argument" in complaint:
        return "there is no such revision: check its name with `git log`"
    return "git could not answer: try `git status` there"
