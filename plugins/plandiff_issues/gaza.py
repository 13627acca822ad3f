"""The issue pack for the plans for Gaza."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._shipped import shipped
from plandiff_issues._subject import about

_SUBJECT = ("gaza", "hamas", "хамас", "hamás")


@hookimpl
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data file beside this module."""
    return shipped("gaza") if about(_SUBJECT, left, right) else None
