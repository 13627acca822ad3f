"""Whether a change comes with a note: a trailer in a commit message, or a new line in a file of notes."""

from __future__ import annotations

from pathlib import Path

from plandiff.git.ask import ask


def noted(folder: Path, revision: str, *, trailer: str, file: str | None) -> bool:
    """Whether a commit after the revision has the trailer, or the file of notes has gained a line since.

    What is staged and what is not committed yet counts for the file, which is named from the folder. Raises
    `SourceError` as `ask` does.
    """
    span = f"{revision}..HEAD"
    log = ask(
        ["log", f"--format=%(trailers:key={trailer},valueonly)", "--end-of-options", span, "--"],
        name=span,
        folder=folder,
    )
    if log.strip():
        return True
    if file is None:
        return False
    gained = ask(
        ["diff", "--no-ext-diff", "--no-textconv", "--numstat", "--end-of-options", revision, "--", file],
        name=file,
        folder=folder,
    )
    return gained.split()[:1] not in ([], [b"0"], [b"-"])
