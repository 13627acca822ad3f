"""Whether a change comes with a note: a trailer in a commit message, or a new line in a file of notes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from plandiff.errors import SourceError
from plandiff.git.ask import ask


def noted(folder: Path, revision: str, *, trailer: str, file: str | None) -> bool:
    """Whether a commit after the revision has the trailer, or the file of notes has gained a line since.

    A merge that is under way brings the commits of the other branch with it. What is staged and what is not
    committed yet counts for the file, which is named from the folder. Raises `SourceError` as `ask` does.
    """
    return _in_commits(folder, revision, trailer) or (file is not None and _in_file(folder, revision, file))


def _in_commits(folder: Path, revision: str, trailer: str) -> bool:
    span = [f"^{revision}", "HEAD"]
    with suppress(SourceError):  # there is no MERGE_HEAD unless a merge is under way
        span.append(ask(["rev-parse", "--verify", "MERGE_HEAD"], name="MERGE_HEAD", folder=folder).decode().strip())
    wanted = f"--format=%(trailers:key={trailer},valueonly)"
    return bool(ask(["log", wanted, "--end-of-options", *span, "--"], name=revision, folder=folder).strip())


def _in_file(folder: Path, revision: str, file: str) -> bool:
    gained = ask(
        ["diff", "--no-ext-diff", "--no-textconv", "--numstat", "--end-of-options", revision, "--", file],
        name=file,
        folder=folder,
    )
    return gained.split()[:1] not in ([], [b"0"], [b"-"])
