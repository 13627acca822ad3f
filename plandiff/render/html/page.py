"""What every part of the page draws from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plandiff.model import Comparison, Edit, Plan, Severity
from plandiff.render.cite import Where
from plandiff.render.digest import Digest, digest
from plandiff.render.html.anchors import anchors
from plandiff.render.html.tag import Html, bdi, join, tag
from plandiff.render.redline import redline

_TAG = {"delete": "del", "insert": "ins"}


class Page(NamedTuple):
    """A comparison, its words, and the ids of its points on the page by their ids in the plans.

    `prefix` begins every id, so that several reports fit on one page.
    """

    comparison: Comparison
    content: Digest
    where: Where
    old: dict[str, str]
    new: dict[str, str]
    prefix: str

    def links(self, left: Sequence[str], right: Sequence[str]) -> Html:
        """The citation of both sides, "21 → 14", each side a link to its first point."""
        old, new = self.where.left(left), self.where.right(right)
        return join((_link(old, left, self.old), " → ", _link(new, right, self.new)))


def page(comparison: Comparison, prefix: str = "", least: Severity = "none") -> Page:
    """Everything that the parts of a page need."""
    return Page(
        comparison,
        digest(comparison, least),
        Where(comparison),
        anchors(comparison.left, f"{prefix}old"),
        anchors(comparison.right, f"{prefix}new"),
        prefix,
    )


def marked(edits: Sequence[Edit]) -> Html:
    """A paragraph with deletions struck and insertions underlined; the style sheet says both words aloud too."""

    def run(edit: Edit) -> str:
        return tag(_TAG[edit.op], edit.text) if edit.op in _TAG else edit.text

    # The language is not known, which an empty `lang` says; the page itself is in English.
    return tag("p", *map(run, redline(edits)), class_="words", dir="auto", lang="")


def basis(plan: Plan) -> str:
    """How the text is known, where its words may not pass for a quotation: "reconstruction"; otherwise ""."""
    known = plan.provenance
    return known.basis if known and known.basis != "published" else ""


def basis_tag(plan: Plan) -> Html:
    """The same as a tag to stand beside words of that text."""
    known = basis(plan)
    return tag("span", known, class_="basis") if known else Html("")


def _link(words: str, ids: Sequence[str], names: dict[str, str]) -> Html:
    return tag("a", bdi(words), href=f"#{names[ids[0]]}") if ids else bdi(words)
