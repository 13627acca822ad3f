"""The first words of a text, to be recognised by."""

from __future__ import annotations


def gist(text: str, limit: int = 60) -> str:
    """The text on one line, cut between words so as to fit `limit` characters, with " …" where it was cut."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head, _, cut = line[: limit - 1].rpartition(" ")
    return f"{head or cut} …"
