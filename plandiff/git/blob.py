"""A file as it stood in a revision: `HEAD:plan.md`."""

from __future__ import annotations

from pathlib import Path

from plandiff.errors import SourceError
from plandiff.git.ask import ask


def blob(revision: str, path: str, *, folder: Path | None = None) -> bytes:
    """The bytes of a file in a revision; an empty revision is what is staged.

    `path` is that from the top of the repository, as git has it, or from `folder`, which is the current one
    where none is given. Raises `SourceError` with one line that says what is missing: the repository, the
    revision or the file.
    """
    name = f"{revision}:{path}"
    if "\n" in name or "\0" in name:
        raise SourceError("a name with a line break in it cannot be asked of git: rename the file")
    # Names go in by standard input, where none can be taken for an option.
    asked = [f"{revision}^{{tree}}" if revision else "HEAD", name, f"{revision}:./{path}"]
    answer = ask(
        ["cat-file", "--batch-check"],
        name=name,
        folder=folder or Path(),
        given="\n".join(asked).encode("utf-8", "surrogateescape") + b"\n",
    )
    known, *found = answer.decode("utf-8", "surrogateescape").splitlines()
    if revision and not _is(known, "tree"):
        shallow = ask(["rev-parse", "--is-shallow-repository"], name=name, folder=folder or Path()).strip() == b"true"
        remedy = "fetch the whole history (git fetch --unshallow)" if shallow else "check it with `git log`"
        raise SourceError(f"{name}: there is no revision {_short(revision)} in this repository: {remedy}")
    objects = [line.split()[0] for line in found if _is(line, "blob")]
    if not objects:
        raise SourceError(f"{name}: {_missing(found, revision)}")
    return ask(["cat-file", "blob", objects[0]], name=name, folder=folder or Path())


def _is(line: str, kind: str) -> bool:
    return line.split()[1:2] == [kind]


def _missing(lines: list[str], revision: str) -> str:
    where = f"in {_short(revision)}" if revision else "among what is staged"
    if any(_is(line, "tree") for line in lines):
        return f"is a folder {where}: name a file in it"
    if any(_is(line, "commit") or line.endswith(" submodule") for line in lines):
        return f"is a submodule {where}: go into it and name the file there"
    return f"there is no such file {where}: check the path, which begins at the top of the repository"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
