"""Edits made fit for the eye."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal

from plandiff.model import Edit

_BLANK = " \t\n"
"""Rarer white space may be a trick, so it is marked with the words it stands at."""


def redline(edits: Iterable[Edit]) -> list[Edit]:
    """The edits as runs to be marked: a mark never takes in white space at its ends and never spans lines.

    White space alone is not marked. A deletion and the insertion that replaces it are kept a space apart. The
    runs are for reading; only the edits themselves rebuild the two texts.
    """
    runs: list[Edit] = []

    def add(op: Literal["equal", "insert", "delete"], text: str) -> None:
        if runs and runs[-1].op == op == "equal":
            text = runs.pop().text + text
        if text:
            runs.append(Edit(op=op, text=text))

    for edit, following in _with_next(edits):
        if edit.op == "equal":
            add("equal", edit.text)
            continue
        if edit.op == "delete" and following is not None and not (edit.text + following.text).strip(_BLANK):
            continue  # one blank in the place of another: the new one is enough
        for line in re.findall(r"[^\n]*\n|[^\n]+", edit.text):
            core = line.strip(_BLANK)
            before, _, after = line.partition(core) if core else (line, "", "")
            if core and not before and runs and runs[-1].op not in ("equal", edit.op):
                before = " "
            add("equal", before)
            add(edit.op, core)
            add("equal", after)
    return runs


def _with_next(edits: Iterable[Edit]) -> Iterator[tuple[Edit, Edit | None]]:
    every = list(edits)
    return zip_longest(every, every[1:])
