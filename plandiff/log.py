"""The history of one plan in git: what each commit did to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from plandiff import sources
from plandiff.compare import compare, understood
from plandiff.errors import PlandiffError, SourceError
from plandiff.git.ask import ask
from plandiff.git.revisions import Revision, Stand, revisions
from plandiff.model import Comparison, Plan
from plandiff.registry import Plugins

Progress = Callable[[int, int], None]
"""Told how many commits are done, and of how many."""

_KEPT = 8
"""How many plans are remembered: a commit begins where the one before it ended, on each of a few branches."""


class Entry(NamedTuple):
    """One commit, with the comparison of the plan before and after it.

    `comparison` is None where there are no two plans to compare, and `said` then tells why; `said` also tells of
    a new name.
    """

    revision: Revision
    comparison: Comparison | None
    said: str


def log(file: Path, plugins: Plugins, progress: Progress = lambda done, total: None) -> Iterator[Entry]:
    """What each commit did to the plan in a file, the newest first; earlier names are followed.

    A version that cannot be read is said so in its entry, and the history goes on. Raises `SourceError` as
    `revisions` does.
    """
    found = revisions(file)
    teller = _Teller(file.parent, plugins)
    for done, revision in enumerate(found):
        progress(done, len(found))
        entry = teller.entry(revision)
        if revision is found[-1] and _is_cut(file):
            entry = entry._replace(said=f"{entry.said}; the history before this was not cloned: git fetch --unshallow")
        yield entry
    progress(len(found), len(found))


def _is_cut(file: Path) -> bool:
    return ask(["rev-parse", "--is-shallow-repository"], name=str(file), folder=file.parent).strip() == b"true"


class _Teller:
    """Reads and compares the versions of one file, each version once."""

    def __init__(self, folder: Path, plugins: Plugins) -> None:
        self._folder, self._plugins = folder, plugins
        self._plans: dict[Stand, Plan] = {}

    def entry(self, revision: Revision) -> Entry:
        old, new = revision.old, revision.new
        if new is None:
            return Entry(revision, None, "the file goes")
        try:
            if old is None:
                return Entry(revision, None, f"the file comes, with {self._plan(new).numbered} numbered points")
            renamed = "" if old.path == new.path else f"renamed from {old.path}"
            if old.blob == new.blob:
                return Entry(revision, None, renamed or "only the rights of the file change")
            comparison = compare(self._plan(old), self._plan(new), plugins=self._plugins)
        except PlandiffError as error:
            return Entry(revision, None, f"cannot be compared: {error}")
        return Entry(revision, comparison, renamed)

    def _plan(self, stand: Stand) -> Plan:
        if stand not in self._plans:
            if len(self._plans) >= _KEPT:
                del self._plans[next(iter(self._plans))]
            self._plans[stand] = self._read(stand)
        return self._plans[stand]

    def _read(self, stand: Stand) -> Plan:
        if stand.blob is None:
            raise SourceError(f"{stand.path}: was a link or a submodule then")
        data = ask(["cat-file", "blob", stand.blob], name=stand.path, folder=self._folder)
        source = sources.from_bytes(data, stand.path, suffix=Path(stand.path).suffix)
        return understood(source, self._plugins)
