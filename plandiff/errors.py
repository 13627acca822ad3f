"""What stops the work, and the exit code each kind of trouble ends with.

    PlandiffError          anything below: one clear line, exit code 2
    ├── SourceError        a file cannot be read: missing, a folder, empty, binary, too large
    ├── ReadError          a file was read and makes no sense as what it claims to be
    ├── NoPointsError      a text was read and no point was found in it
    ├── ApplyError         a report does not fit the version it is applied to, or contradicts itself
    ├── OutputError        a report cannot be written
    ├── DataError          a sidecar, seed record or issue pack is malformed
    └── PluginError        a plugin failed; named with its distribution and version

Problems *in* a plan are not exceptions: they are `Finding` values with a place.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How a run ended."""

    DONE = 0
    """The work was done; without `--exit-code` also when differences were found."""
    FOUND = 1
    """`--exit-code` was given and differences were found."""
    TROUBLE = 2
    """Bad usage, bad input, an output that cannot be written, a plugin that failed."""
    BUG = 3
    """An error of plandiff itself."""
    INTERRUPTED = 130
    """Ctrl-C."""


class PlandiffError(Exception):
    """The root: carries one line for the user, naming file, place and remedy.

    The line may quote at most a few words of a document, since documents may be secret.
    """


class SourceError(PlandiffError):
    """A file cannot be read: missing, a folder, empty, binary, too large."""


class ReadError(PlandiffError):
    """A file was read and makes no sense as what it claims to be."""


class NoPointsError(PlandiffError):
    """A text was read and no point was found in it."""


class ApplyError(PlandiffError):
    """A report does not fit the version it is applied to, or contradicts itself."""


class OutputError(PlandiffError):
    """A report cannot be written."""


class DataError(PlandiffError):
    """A sidecar, seed record or issue pack is malformed."""


class PluginError(PlandiffError):
    """A plugin failed to load or raised; the message names it with its distribution and version."""
