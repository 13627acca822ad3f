"""The first words of a text, to be recognised by."""

from __future__ import annotations


def gist(text: str, limit: int = 60) -> str:
    """The text on one line, cut between words after at most `limit` characters, with " …" where it was cut."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:") + " …"
