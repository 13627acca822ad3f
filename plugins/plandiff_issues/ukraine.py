"""The issue pack for the plans for peace in Ukraine: its issues, and the published reports about them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from plandiff.data import load, load_records
from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, Plan
from plandiff_issues._subject import about

_SUBJECT = ("ukrain", "україн", "украин")


@hookimpl
def plandiff_issues(left: Plan | None, right: Plan | None) -> IssuePack | None:
    """The pack, read from the data files beside this module; `seeds/` holds the same records for readers."""
    if not about(_SUBJECT, left, right):
        return None
    return _pack()


@lru_cache(maxsize=1)
def _pack() -> IssuePack:
    pack = load(IssuePack, Path(__file__).with_name("ukraine.toml"))
    return replace(pack, records=load_records(Path(__file__).with_name("records")))
