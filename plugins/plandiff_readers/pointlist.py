"""Point lists: the points of a plan as JSON, with labels, ids and nesting as another program gave them."""

from __future__ import annotations

import re

from plandiff.hookspecs import hookimpl
from plandiff.model import Document, Source

# Compiled when it is first used: most runs read other formats.
_BEGINS = r"\s*(\{\s*\"|\[\s*[{\"])"


@hookimpl
def plandiff_read(source: Source) -> Document | None:
    """A point list is `{"points": [{"id"?, "label"?, "text", "points"?}]}`, or a list of points or texts.

    Other fields are set aside, each under its name.
    """
    text = source.text
    if text is None or not (source.suffix == ".json" or (not source.suffix and re.match(_BEGINS, text))):
        return None
    from plandiff_readers.pointlist_read import read

    return read(source.name, text)
