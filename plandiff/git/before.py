"""What a file was called in an earlier revision."""

from __future__ import annotations

from pathlib import Path

from plandiff.errors import SourceError
from plandiff.git.ask import ask

SIMILAR = "40%"
"""How much of a file must be kept for a new name to count as a rename: drafts are reworded when they are renamed."""


def before(file: Path, revision: str) -> str | None:
    """The path of the file in the revision, from the top of the repository; None where it was not there.

    Renames since then are followed, also those that are not committed. In a repository without a commit no file
    was there. Raises `SourceError` when there is no repository or no such revision.
    """
    folder, name = file.parent, f"{revision}:{file.name}"
    top = Path(_line(ask(["rev-parse", "--show-toplevel"], name=name, folder=folder)))
    path = file.resolve().relative_to(top.resolve()).as_posix()
    try:
        commit = _line(
            ask(["rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"], name=name, folder=folder)
        )
    except SourceError:
        if revision == "HEAD" and not _line(ask(["rev-list", "--all", "--max-count=1"], name=name, folder=folder)):
            return None
        raise SourceError(f"{name}: there is no such revision: check its name with `git log`") from None
    listed = ask(["ls-tree", "-z", "--full-tree", "--name-only", commit, "--", path], name=name, folder=folder)
    if listed:
        return path
    changes = ask(
        ["diff", "--no-ext-diff", "--no-textconv", f"--find-renames={SIMILAR}", "--name-status", "-z", commit, "--"],
        name=name,
        folder=top,
    )
    fields = changes.decode("utf-8", "surrogateescape").split("\0")
    renames = zip(fields, fields[1:], fields[2:], strict=False)
    return next((old for status, old, new in renames if status.startswith("R") and new == path), None)


def _line(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape").rstrip("\n")
