"""The conditions of a red line, as people write them.

armed forces: at least 800000           every figure beside these words is so high
elections: at most 100 days
must not mention: constitution & NATO   no provision holds both
must mention: security guarantee*       some provision does
must keep: point on amnesty             the same, said of a point
must keep: point on amnesty removed     no provision holds it
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

Bound = Literal["at least", "at most", "more than", "less than", "exactly"]

_BOUNDS: dict[str, Bound] = {
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "at most": "at most",
    "no more than": "at most",
    "up to": "at most",
    "more than": "more than",
    "less than": "less than",
    "fewer than": "less than",
    "exactly": "exactly",
}
_FIGURE = re.compile(rf"(?P<bound>{'|'.join(_BOUNDS)})\s+(?P<figure>\S.*)", re.IGNORECASE)
_KEEP = re.compile(r"(?:the\s+)?(?:points?\s+on\s+)?(?P<words>.*?)(?P<removed>\s+removed)?", re.IGNORECASE)
_CUE = re.compile(r"[^\s*]+\*?(?:\s+[^\s*]+\*?)*")


class Condition(Struct, frozen=True):
    """What a version must hold: `words` are alternatives, each of which is cues that stand together.

    `mention` asks for a provision with these words, `silence` that there be none, `figure` that the figures beside
    them keep to a bound; `figure` is the printed one.
    """

    kind: Literal["mention", "silence", "figure"]
    words: tuple[tuple[str, ...], ...]
    bound: Bound | None = None
    figure: str = ""


def condition(text: str) -> Condition:
    """The condition that a line states. Raises `ValueError` with what is wrong, for the user."""
    head, colon, rest = (part.strip() for part in text.partition(":"))
    if not colon or not head or not rest:
        raise ValueError('is no condition; write "SUBJECT: at least N" or "must not mention: WORDS"')
    asked = " ".join(head.casefold().split())
    if asked == "must not mention":
        return Condition("silence", _words(rest))
    if asked == "must mention":
        return Condition("mention", _words(rest))
    if asked == "must keep":
        kept = _KEEP.fullmatch(rest)
        assert kept is not None, "every text fits"
        return Condition("silence" if kept["removed"] else "mention", _words(kept["words"]))
    if asked.startswith("must "):
        raise ValueError("begins with a word that is not known; known are must mention, must not mention, must keep")
    limit = _FIGURE.fullmatch(rest)
    if limit is None:
        raise ValueError(f"has no bound; write one of {', '.join(_BOUNDS)}, and a figure")
    return Condition("figure", _words(head), _BOUNDS[limit["bound"].casefold()], limit["figure"])


def _words(text: str) -> tuple[tuple[str, ...], ...]:
    found = tuple(tuple(term.strip() for term in choice.split("&")) for choice in text.split("|"))
    if not all(_CUE.fullmatch(term) for choice in found for term in choice):
        raise ValueError("has a bad pattern; give words, each with at most a * at its end, joined by & and |")
    return found
