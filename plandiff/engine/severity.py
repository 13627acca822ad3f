"""Severity: how much a change weighs, by stated rules."""

from __future__ import annotations

import re

from plandiff.engine.normalize import normalize
from plandiff.model import SEVERITIES, Change, Severity

_SIGN = re.compile(r"[^\w\s]|_")


def severity(change: Change) -> Severity:
    """The severity of a change whose facts, findings and parts are known.

    A change of a fact is critical. A text dropped, added or reworded is substantive; one that differs in case or
    punctuation only is editorial. A point that was only split, merged or moved with all its words is editorial,
    and an unchanged one none. A finding or a part raises the severity to its own.
    """
    raised = [_of_text(change), *(finding.severity for finding in change.findings)]
    raised += [part.severity for part in change.parts]
    if change.facts:
        raised.append("critical")
    return max(raised, key=SEVERITIES.index)


def _of_text(change: Change) -> Severity:
    if change.kind in ("added", "dropped"):
        return "substantive"
    old = "".join(edit.text for edit in change.edits if edit.op != "insert")
    new = "".join(edit.text for edit in change.edits if edit.op != "delete")
    if normalize(old) == normalize(new):
        return "none" if change.kind == "unchanged" and not change.moved else "editorial"
    return "editorial" if _letters(old) == _letters(new) else "substantive"


def _letters(text: str) -> list[str]:
    return _SIGN.sub("", normalize(text).casefold()).split()
