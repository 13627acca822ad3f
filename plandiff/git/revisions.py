"""The commits that changed one file, back through its earlier names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plandiff.errors import SourceError
from plandiff.git.ask import ask
from plandiff.git.before import SIMILAR

_NOTHING = "0" * 40
_FILE = "100"
"""How the mode of a regular file begins; others are links (120) and submodules (160)."""


class Stand(NamedTuple):
    """A file at one side of a commit: its path from the top of the repository, and the object that it is.

    `blob` is None where it is no regular file.
    """

    path: str
    blob: str | None


class Revision(NamedTuple):
    """A commit that changed the file: its hash, day (ISO 8601), author and subject, and the file before and after.

    One of the two is None where the commit made the file or took it away.
    """

    commit: str
    day: str
    author: str
    subject: str
    old: Stand | None
    new: Stand | None


def revisions(file: Path) -> list[Revision]:
    """The commits that changed a file, the newest first.

    A merge is among them where it has the file in a form that none of its parents had; it is compared with the
    first. Raises `SourceError` when there is no repository, no commit, or none that knows the file.
    """
    folder, name = file.parent, str(file)
    if not folder.is_dir():
        raise SourceError(f"{file}: no such folder: check the name")
    ask(["rev-parse", "--show-prefix"], name=name, folder=folder)
    if not ask(["rev-list", "--all", "--max-count=1"], name=name, folder=folder).strip():
        raise SourceError(f"{file}: this repository has no commit yet: make one first")
    shape = ["--raw", "-c", "--no-abbrev", "-z", "--format=%H%x00%as%x00%an%x00%s"]
    safely = ["--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color"]
    followed = ["--follow", f"--find-renames={SIMILAR}"]
    # A path that stands for itself: no pattern, whatever signs are in it.
    listed = ask(["--literal-pathspecs", "log", *followed, *shape, *safely, "--", file.name], name=name, folder=folder)
    found = list(_read(listed.decode("utf-8", "surrogateescape").split("\0")))
    if not found:
        raise SourceError(f"{file}: no commit knows this file: check the name, and that it is committed")
    return found


def _read(fields: list[str]) -> Iterator[Revision]:
    """The revisions in the answer of git: four fields of each commit, then what it did to the file.

    That is `:MODE MODE HASH HASH LETTER`, with a colon, a mode and a hash more for each further parent of a merge,
    and the path, or two for a rename. An empty field stands before that of a merge.
    """
    at = 0
    while at + 4 < len(fields):
        commit, day, author, subject = fields[at : at + 4]
        at += 4 if fields[at + 4] else 5
        raw = fields[at].lstrip("\n")
        words = raw.lstrip(":").split(" ")
        parents = len(raw) - len(raw.lstrip(":"))
        paths = fields[at + 1 : at + (3 if words[-1].startswith(("R", "C")) else 2)]
        at += 1 + len(paths)
        hashes = words[parents + 1 : -1]
        yield Revision(
            *(commit, day, author, subject),
            old=_stand(paths[0], words[0], hashes[0]),
            new=_stand(paths[-1], words[parents], hashes[-1]),
        )


def _stand(path: str, mode: str, blob: str) -> Stand | None:
    if blob.startswith(_NOTHING):
        return None
    return Stand(path, blob if mode.startswith(_FILE) else None)
