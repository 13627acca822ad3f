"""Old and new in full, side by side, provision by provision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plandiff.model import Change, Edit, Plan
from plandiff.render.cite import Cite
from plandiff.render.edits_of import edits_of
from plandiff.render.html.page import Page, basis_tag, marked
from plandiff.render.html.tag import Html, bdi, join, tag
from plandiff.render.reading_order import reading_order
from plandiff.render.unreported import invented
from plandiff.render.wording import UNREPORTED


class Side:
    """Writes both texts of changes in full, and sees to it that every point has its id on the page once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._given: set[str] = set()
        self._old: dict[str, list[Change]] = {}
        self._new: dict[str, list[Change]] = {}
        # A provision that crossed from one point to another may be told by the changes of both.
        leaves = {(leaf.left, leaf.right): leaf for change in page.comparison.changes for leaf in change.leaves()}
        for leaf in leaves.values():
            for point in leaf.left:
                self._old.setdefault(point, []).append(leaf)
            for point in leaf.right:
                self._new.setdefault(point, []).append(leaf)

    def ids(self, left: Iterable[str], right: Iterable[str]) -> list[str]:
        """The ids of these points on the page; those already given to an element are left out."""
        names = [self._page.old[point] for point in left] + [self._page.new[point] for point in right]
        fresh = [name for name in names if name not in self._given]
        self._given.update(fresh)
        return fresh

    def rows(self, changes: Sequence[Change]) -> Html:
        """A row for each provision in these changes: its old text left, its new text right."""
        comparison = self._page.comparison
        old = _inside(comparison.left, (point for change in changes for point in change.left))
        new = _inside(comparison.right, (point for change in changes for point in change.right))
        found = [leaf for point in old for leaf in self._old.get(point, ())]
        found += [leaf for point in new for leaf in self._new.get(point, ())]
        leaves = {(leaf.left, leaf.right): leaf for leaf in found}
        rows = (self._row(leaf, set(old), set(new)) for leaf in reading_order(leaves.values(), comparison))
        return tag("div", *rows, class_="sides")

    def _row(self, leaf: Change, old: set[str], new: set[str]) -> Html:
        comparison, where = self._page.comparison, self._page.where
        edits = edits_of(leaf, comparison)
        before = [edit for edit in edits if edit.op != "insert"] if leaf.left else []
        after = [edit for edit in edits if edit.op != "delete"] if leaf.right else []
        left = self.ids((point for point in leaf.left if point in old), ())
        right = self.ids((), (point for point in leaf.right if point in new))
        return join(
            (
                _cell("old", comparison.left, where.left, leaf.left, before, left),
                _cell("new", comparison.right, where.right, leaf.right, after, right),
            )
        )


def anchored(names: Sequence[str]) -> Html:
    """Places to link to that no element of their own stands for."""
    return join(tag("span", id=name, class_="anchor") for name in names)


def _cell(side: str, plan: Plan, cite: Cite, ids: Sequence[str], edits: Sequence[Edit], names: Sequence[str]) -> Html:
    head = tag("p", f"{side} ", tag("b", bdi(cite(ids))), " ", basis_tag(plan) if ids else "", class_="where")
    caution = tag("p", UNREPORTED, class_="caution") if invented(plan, ids) else ""
    words = marked(edits) if any(edit.text for edit in edits) else ""
    name = names[0] if names else None
    return tag("div", anchored(names[1:]), head, caution, words, id=name, class_=f"cell {side}")


def _inside(plan: Plan, points: Iterable[str]) -> list[str]:
    return [inner.id for point in points for inner in plan.within(point)]
