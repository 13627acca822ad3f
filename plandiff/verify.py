"""Verify: whether a redline is the old text with its changes rejected and the new one with them accepted."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike

from msgspec import Struct

from plandiff import sources
from plandiff.compare import Version, read_both
from plandiff.model import Plan, Point, Reading, Revisions
from plandiff.registry import Plugins
from plandiff.render.gist import gist
from plandiff.render.visible import visible

_BEHIND_LABEL = ".:)–—-"
"""Signs that separate a label from its text, of which outlining keeps none."""


class Verdict(Struct, frozen=True):
    """What one side of a redline was found to be.

    `provisions` counts those of the plan that were found, `around` those before and after its list that the redline
    does not hold, and need not. `difference` says in a few words what differs first, None where nothing does.
    """

    revisions: Revisions
    plan: str
    provisions: int
    around: int
    difference: str | None


def verify(
    redline: str | PathLike[str],
    old: Version,
    new: Version,
    *,
    plugins: Plugins | None = None,
    revisions: Reading = "accept",
) -> tuple[Verdict, Verdict]:
    """The verdicts on a redline with its tracked changes rejected, and with them accepted.

    The paragraphs are read as any document is, and compared in order with the provisions of the plans: labels and
    words, but not white space. Hidden characters count as written out. `revisions` says which side of tracked
    changes is read of the plans. Raises `PlandiffError` when one of the three cannot be read.
    """
    plugins = plugins or Plugins.load()
    before, after = read_both(old, new, plugins, revisions)
    return _verdict(redline, before, "reject", plugins), _verdict(redline, after, "accept", plugins)


def _verdict(redline: str | PathLike[str], plan: Plan, revisions: Revisions, plugins: Plugins) -> Verdict:
    document = plugins.read(sources.read(redline, revisions=revisions))
    paragraphs = [f"{block.label or ''} {block.text}" for block in document.blocks]
    found, around, difference = in_order(paragraphs, plan.points)
    return Verdict(revisions, plan.name, found, around, difference)


def in_order(paragraphs: Sequence[str], points: Sequence[Point]) -> tuple[int, int, str | None]:
    """How many points the paragraphs hold in order, how many around the list they need not hold and do not, and
    what differs first, None where nothing does."""
    paragraphs = list(map(_plain, paragraphs))
    at = around = 0
    for point in points:
        wanted = _plain(f"{point.label or ''} {point.text}")
        if not wanted:
            continue
        if at < len(paragraphs) and _reads(paragraphs[at], point):
            at += 1
        elif point.role == "surrounding":
            around += 1
        elif at < len(paragraphs):
            return at, around, f"paragraph {at + 1} is “{gist(paragraphs[at])}” where “{gist(wanted)}” should stand"
        else:
            return at, around, f"“{gist(wanted)}” is missing at the end"
    if at < len(paragraphs):
        return at, around, f"“{gist(paragraphs[at])}” is too much at the end"
    return at, around, None


def _reads(paragraph: str, point: Point) -> bool:
    """Whether the paragraph is the point as printed, with or without a sign behind its label."""
    label, text = _plain(point.label or ""), _plain(point.text)
    if not paragraph.startswith(label):
        return False
    behind = paragraph.removeprefix(label).lstrip()
    return text == behind or (bool(label) and behind[:1] in _BEHIND_LABEL and text == behind[1:].lstrip())


def _plain(text: str) -> str:
    return " ".join(visible(text).split())
