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
    file = file.parent.resolve() / file.name
    folder, name = file.parent, f"{revision}:{file.name}"
    if "\n" in name or "\0" in name:
        raise SourceError("a name with a line break in it cannot be asked of git: rename the file")
    top, inside = _lines(ask(["rev-parse", "--show-toplevel", "--show-prefix"], name=name, folder=folder))
    path = inside + file.name
    # Names go in by standard input, where none can be taken for an option.
    asked = "\n".join((f"{revision}^{{commit}}", f"{revision}:{path}"))
    answer = ask(["cat-file", "--batch-check"], name=name, folder=folder, given=_bytes(asked) + b"\n")
    commit, found = _lines(answer)
    if commit.split()[1:2] != ["commit"]:
        if revision == "HEAD" and not ask(["rev-list", "--all", "--max-count=1"], name=name, folder=folder).strip():
            return None
        raise SourceError(f"{name}: there is no such revision: check its name with `git log`")
    if not found.endswith(" missing"):
        return path
    since = ["diff", "--no-ext-diff", "--no-textconv", f"--find-renames={SIMILAR}", "--name-status", "-z"]
    changes = ask([*since, commit.split()[0], "--"], name=name, folder=Path(top))
    fields = changes.decode("utf-8", "surrogateescape").split("\0")
    renames = zip(fields, fields[1:], fields[2:], strict=False)
    return next((old for status, old, new in renames if status.startswith("R") and new == path), None)


def _lines(output: bytes) -> list[str]:
    return output.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
