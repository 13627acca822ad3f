"""Document text inside the XML of an office file: every character stands for itself and nothing else."""

from __future__ import annotations

from xml.sax.saxutils import escape

from plandiff.render.visible import visible


def escape_xml(text: str) -> str:
    """The text as XML, fit for an element and for a quoted attribute.

    What cannot be seen is written out first: XML has no way to write most controls, and an override or a
    zero-width character must not reach the reader unseen.
    """
    return escape(visible(text), {'"': "&quot;"})
