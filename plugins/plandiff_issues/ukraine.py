"""The issue pack for the plans for peace in Ukraine: its issues, and the published reports about them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from plandiff.data import load_records
from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._shipped import shipped
from plandiff_issues._subject import about

_SUBJECT = ("ukrain", "україн", "украин")


@hookimpl
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data files beside this module; `seeds/` holds the same records for readers."""
    return _pack() if about(_SUBJECT, left, right) else None


@lru_cache(maxsize=1)
def _pack() -> IssuePack:
    return replace(shipped("ukraine"), records=load_records(Path(__file__).with_name("records")))
