"""Two plans: the straight path from names to a `Comparison`, one arrow a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike

from plandiff import __version__, sources
from plandiff.engine.align import align
from plandiff.engine.describe import describe
from plandiff.engine.issues import issues
from plandiff.engine.outline import outline
from plandiff.model import Comparison, Plan, SeedRecord
from plandiff.registry import Plugins

Version = str | PathLike[str] | Plan
"""A version to compare: the name of a file, "-" for standard input, a text of several lines, or a `Plan`."""


def compare(
    left: Version,
    right: Version,
    *,
    plugins: Plugins | None = None,
    records: Iterable[SeedRecord] = (),
) -> Comparison:
    """Compare two versions of a numbered agreement point by point.

    `records` are seed records of the caller's own, beside those of the installed issue packs. Raises
    `PlandiffError`, whose message is one line for the user, when a version cannot be read.
    """
    plugins = plugins or Plugins.load()
    old, new = read(left, plugins), read(right, plugins)
    ...
