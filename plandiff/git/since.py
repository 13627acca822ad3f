"""The revision that a hook compares with."""

from __future__ import annotations

import os


def since(revision: str) -> str:
    """The revision itself; in place of HEAD, what `pre-commit run --from-ref` or a push begins at.

    There HEAD is already the end of what is looked at, and would be compared with itself.
    """
    if revision == "HEAD" and os.environ.get("PRE_COMMIT") == "1":
        return os.environ.get("PRE_COMMIT_FROM_REF") or revision
    return revision
