"""The ledger of a reader: every word of a source is in a block, in a label or in an omission."""

from __future__ import annotations

import re
from collections import Counter

from plandiff.model import Document

_WORD = re.compile(r"\w+")


def lost(written: str, document: Document) -> list[str]:
    """The words of a text that the document does not account for, each as often as it is missing."""
    kept = [text for block in document.blocks for text in (block.label or "", block.text)]
    kept += [omission.text for omission in document.omitted]
    missing = Counter(_WORD.findall(written)) - Counter(_WORD.findall("\n".join(kept)))
    return sorted(missing.elements())
