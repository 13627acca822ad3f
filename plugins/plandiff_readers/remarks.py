"""Remarks: the findings about what a document holds beside the text that it shows."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.errors import ReadError
from plandiff.model import Finding, Omission

HIDDEN = "hidden text"
COMMENT = "comment"

_QUOTED = 60


def remarks(omitted: Iterable[Omission]) -> list[Finding]:
    """A finding for each omission that is hidden text or a comment ("comment", "comment by A. Author")."""
    found = []
    for omission in omitted:
        if omission.reason == HIDDEN:
            found.append(_finding(omission, "hidden-text", "text that is formatted as hidden, and not printed"))
        elif omission.reason.startswith(COMMENT):
            found.append(_finding(omission, "comment", omission.reason))
    return found


def no_text(name: str, omitted: Iterable[Omission]) -> ReadError:
    """The error that a document of that name holds no text to compare, only what was set aside."""
    reasons = ", ".join(sorted({omission.reason for omission in omitted}))
    if reasons:
        return ReadError(f"{name}: holds no text of its own but what is set aside ({reasons}): check the file")
    return ReadError(f"{name}: holds no text; is it a scan? Have its text recognised first")


def _finding(omission: Omission, rule: str, message: str) -> Finding:
    return Finding(
        rule=rule,
        severity="substantive" if omission.reason == HIDDEN else "none",
        message=message,
        line=omission.line,
        quote=_excerpt(omission.text),
    )


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else f"{flat[: _QUOTED - 1].rstrip()}…"
