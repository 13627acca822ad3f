"""The issue pack for the plans for peace in Ukraine: its issues, and the published reports about them."""

from __future__ import annotations

from msgspec.structs import replace

from plandiff.data import parse
from plandiff.hookspecs import hookimpl
from plandiff.model import IssuePack, SeedRecord


@hookimpl
def plandiff_issues() -> IssuePack:
    """The pack, read from the data files beside this module; `seeds/` holds the same records for readers."""
    # Here and not above: only a comparison needs the pack, and every start would pay for the import.
    from importlib.resources import files

    folder = files("plandiff_issues")
    pack = parse(IssuePack, folder.joinpath("ukraine.toml").read_text(encoding="utf-8"), "ukraine.toml")
    found = sorted(folder.joinpath("records").iterdir(), key=lambda file: file.name)
    records = [
        parse(SeedRecord, file.read_text(encoding="utf-8"), file.name) for file in found if file.name.endswith(".toml")
    ]
    return replace(pack, records=tuple(records))
