"""plandiff: compare the versions of a numbered agreement point by point.

    from plandiff import compare
    comparison = compare("us-28.txt", "geneva-19.txt")

Public names are loaded when first used, so that starting the program costs nothing.
"""

from __future__ import annotations

import sys

__version__ = "0.1.0"

_HOME = {
    "Change": "plandiff.model",
    "Comparison": "plandiff.model",
    "Document": "plandiff.model",
    "Edit": "plandiff.model",
    "Finding": "plandiff.model",
    "Plan": "plandiff.model",
    "PlandiffError": "plandiff.errors",
    "Point": "plandiff.model",
    "compare": "plandiff.compare",
    "hookimpl": "plandiff.hookspecs",
    "notebook": "plandiff.render.html.notebook",
}

__all__ = ["__version__", *sorted(_HOME)]

# Written by hand and not imported: `typing` would cost every start ten milliseconds.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from plandiff.compare import compare as compare
    from plandiff.errors import PlandiffError as PlandiffError
    from plandiff.hookspecs import hookimpl as hookimpl
    from plandiff.model import Change as Change
    from plandiff.model import Comparison as Comparison
    from plandiff.model import Document as Document
    from plandiff.model import Edit as Edit
    from plandiff.model import Finding as Finding
    from plandiff.model import Plan as Plan
    from plandiff.model import Point as Point
    from plandiff.render.html.notebook import notebook as notebook


class _Face(type(sys)):  # type: ignore[misc]
    """This package as a module whose public names stay public: importing the submodule `plandiff.compare` would
    otherwise put the module in the place of the function."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOME or not isinstance(value, type(sys)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME[name]), name)
