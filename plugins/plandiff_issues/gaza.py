"""The issue pack for the plans for Gaza."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from plandiff.data import load
from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._subject import about

_SUBJECT = ("gaza", "hamas", "хамас", "hamás")


@hookimpl
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data file beside this module."""
    if not about(_SUBJECT, left, right):
        return None
    return _pack()


@lru_cache(maxsize=1)
def _pack() -> IssuePack:
    return load(IssuePack, Path(__file__).with_name("gaza.toml"))
