"""Edits made fit for the eye."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plandiff.model import Edit

_BLANK = " \t\n"
"""Rarer white space may be a trick, so it is marked with the words it stands at."""


def redline(edits: Iterable[Edit]) -> list[Edit]:
    """The edits as runs to be marked: a mark never takes in white space at its ends and never spans lines.

    White space alone is not marked. A deletion and the insertion that replaces it are kept a space apart. The
    runs are for reading; only the edits themselves rebuild the two texts.
    """
    runs: list[Edit] = []
    for edit in edits:
        if edit.op == "equal":
            runs.append(edit)
            continue
        for line in re.findall(r"[^\n]*\n|[^\n]+", edit.text):
            core = line.strip(_BLANK)
            before, _, after = line.partition(core) if core else (line, "", "")
            if before:
                runs.append(Edit(op="equal", text=before))
            elif core and runs and runs[-1].op not in ("equal", edit.op):
                runs.append(Edit(op="equal", text=" "))
            if core:
                runs.append(Edit(op=edit.op, text=core))
            if after:
                runs.append(Edit(op="equal", text=after))
    return runs
