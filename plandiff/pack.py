"""Issue packs that a user names: an installed one by its name, or one of their own in a TOML file."""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path

from plandiff.data import load, read_text
from plandiff.errors import DataError
from plandiff.model import IssuePack
from plandiff.registry import Plugins
from plandiff.toml_line import toml_line

_CUE = re.compile(r"[^\s*]+\*?(?:\s+[^\s*]+\*?)*")


def pack(name: str | PathLike[str], plugins: Plugins) -> IssuePack:
    """The issue pack of that name, or the one in the file of that name.

    Raises `DataError` with file, line and field where the file does not hold a sound pack.
    """
    installed = {each.name: each for each in plugins.issues()}
    if name in installed:
        return installed[str(name)]
    path = Path(name)
    if not path.exists():
        raise DataError(f"{path}: is neither a file nor an installed pack; installed are {', '.join(installed)}")
    found = load(IssuePack, path)
    if flaw := _flaw(found):
        field, what = flaw
        line = toml_line(read_text(path), field)
        raise DataError(f"{path}, line {line}: field {field}: {what}")
    return found


def _flaw(found: IssuePack) -> tuple[str, str] | None:
    """The first field of a pack that can not be meant so, and what is wrong with it."""
    ids: set[str] = set()
    for number, issue in enumerate(found.issues):
        place = f"issues[{number}]"
        if issue.id in ids:
            return f"{place}.id", "is the id of an issue above too; give it another"
        ids.add(issue.id)
        if not issue.cues:
            return f"{place}.cues", "is empty; give at least one cue"
        for field, cues in (("cues", issue.cues), ("unless", issue.unless)):
            for at, cue in enumerate(cues):
                if not _CUE.fullmatch(cue.strip()):
                    return f"{place}.{field}[{at}]", "is no cue; give words, each with at most a * at its end"
    return None
