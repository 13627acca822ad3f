"""Point lists as YAML: every value is the text that is written, so that a label 1.10 or NO stays what it is."""

from __future__ import annotations

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """A point list has the same shape as in JSON: `points` with `id`, `label`, `text` and `points` for each.

    Comments and other fields are set aside. Aliases and tags are refused: they make a text mean what it does not say.
    """
    if source.text is None or source.suffix not in (".yaml", ".yml"):
        return None
    from plandiff.isolation import isolated
    from plandiff_readers.yaml_read import read

    return isolated(read, source)
