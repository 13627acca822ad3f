"""The issue packs that stand as data files beside these modules."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from plandiff.data import load
from plandiff.model import IssuePack


@lru_cache
def shipped(name: str) -> IssuePack:
    """The pack of a name, read once."""
    return load(IssuePack, Path(__file__).with_name(f"{name}.toml"))
