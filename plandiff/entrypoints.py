"""The entry points of a group that the installed distributions declare.

`importlib.metadata` knows them too, but the import of it, with the mail parser and the archives that it brings along,
took a tenth of a whole run. So the files are read here by the same rules (PyPA, "Entry points specification" and
"Recording installed projects"), and it is asked only where an import path holds what is no plain directory.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any

from msgspec import Struct


class EntryPoint(Struct, frozen=True):
    """A name, the `module:attribute` it stands for, and the distribution that says so, with its version."""

    name: str
    value: str
    distribution: str = "unknown"
    version: str = "unknown"

    def load(self) -> Any:
        """The module, or the attribute of it, that the entry point stands for."""
        module, _, attributes = self.value.partition(":")
        found: Any = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entrypoints(group: str) -> list[EntryPoint]:
    """All entry points of the group, in the order of their names and values.

    Where the import path holds two distributions of one name, the first of them counts.
    """
    plain = all(not os.path.exists(path) or os.path.isdir(path) for path in sys.path if path)
    finders = (finder for finder in sys.meta_path if hasattr(finder, "find_distributions"))
    found = _written(group) if plain and all(finder is PathFinder for finder in finders) else _asked(group)
    return sorted(found, key=lambda entry: (entry.name, entry.value))


def _written(group: str) -> Iterator[EntryPoint]:
    """What stands in the directories of the import path."""
    seen: set[str] = set()
    for path in sys.path:
        try:
            names = sorted(os.listdir(path or "."))
        except OSError:
            continue
        for name in names:
            project, dot, kind = name.rpartition(".")
            if dot and kind in ("dist-info", "egg-info"):
                key = re.sub(r"[-_.]+", "-", project.partition("-")[0]).lower()
                if key not in seen:
                    seen.add(key)
                    yield from _declared(os.path.join(path, name), group)


def _declared(directory: str, group: str) -> Iterator[EntryPoint]:
    """The entry points of the group of the one distribution whose metadata lies in the directory."""
    section, known = "", None
    for line in map(str.strip, _text(directory, "entry_points.txt").splitlines()):
        if line.startswith("["):
            section = line.strip("[]").strip()
        elif section == group and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            known = known or _known(_text(directory, "METADATA") or _text(directory, "PKG-INFO"))
            yield EntryPoint(name.strip(), value.partition("[")[0].strip(), *known)


def _text(directory: str, name: str) -> str:
    try:
        with open(os.path.join(directory, name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _known(metadata: str) -> tuple[str, str]:
    """Name and version of a distribution. They are taken from the head of its metadata, which would be parsed
    with the whole manual in it."""
    fields = dict(line.partition(": ")[::2] for line in metadata.partition("\n\n")[0].splitlines())
    return fields.get("Name", "unknown"), fields.get("Version", "unknown")


def _asked(group: str) -> Iterator[EntryPoint]:
    """What `importlib.metadata` knows, which also looks into archives and asks whoever else finds distributions."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=group):
        metadata = entry.dist and (entry.dist.read_text("METADATA") or entry.dist.read_text("PKG-INFO"))
        yield EntryPoint(entry.name, entry.value, *_known(metadata or ""))
