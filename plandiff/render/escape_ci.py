"""Document text made safe for the log of a CI run, where a line that begins with `::` is a command."""

from __future__ import annotations

from plandiff.render.visible import visible


def escape_ci(text: str, *, field: bool = False) -> str:
    """The text as the value of a workflow command; as one of its `field`s, where : and , mean something too.

    Source of the escapes: the toolkit of GitHub Actions.
    """
    text = visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if field else text
