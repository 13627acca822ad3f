"""What to call the two texts: reports are sent on, and folders may tell of clients."""

from __future__ import annotations

from plandiff.model import Comparison


def names(comparison: Comparison) -> tuple[str, str]:
    """The names of the two files with as much of their folders as it takes to tell them apart.

    `drafts/v1/plan.md` and `drafts/v2/plan.md` are `v1/plan.md` and `v2/plan.md`. A file in git (`REV:path`) keeps its
    whole name.
    """
    left, right = (_parts(plan.name) for plan in (comparison.left, comparison.right))
    for count in range(1, max(len(left), len(right))):
        if left[-count:] != right[-count:]:
            return "/".join(left[-count:]), "/".join(right[-count:])
    return "/".join(left), "/".join(right)


def titles(comparison: Comparison) -> tuple[str, str]:
    """What to call the two texts at the head of a page: their titles, or the names of their files."""
    left, right = names(comparison)
    old, new = comparison.left.provenance, comparison.right.provenance
    return old.title if old else left, new.title if new else right


def _parts(name: str) -> list[str]:
    revision, colon, _ = name.partition(":")
    drive = len(revision) == 1
    return [name] if colon and not drive else name.replace("\\", "/").split("/")
