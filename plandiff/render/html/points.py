"""The changes point by point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plandiff.model import SEVERITIES, Change
from plandiff.render.entries import Entry, Fold, Note, Passage
from plandiff.render.html.filters import filters
from plandiff.render.html.page import Page, basis, marked
from plandiff.render.html.side import Side, anchored
from plandiff.render.html.tag import Html, bdi, tag
from plandiff.render.wording import state

_BARE = 8
"""A sub-point's label of up to this many characters stands beside its text rather than above it."""


def points(page: Page) -> Html:
    """Every change with its redline, what is said of it, and its old and new text in full, side by side.

    Neighbours that did not change are one line, which opens.
    """
    writer = _Writer(page)
    return tag(
        "section",
        tag("h2", "Point by point"),
        tag("p", "Redline: ", tag("del", "deleted"), " ", tag("ins", "inserted"), class_="key"),
        # A piece of another page has no script to filter by.
        "" if page.prefix else filters(page.comparison),
        tag("div", *(writer.item(item, changes) for item, changes in _told(page)), class_="entries"),
        id=f"{page.prefix}points",
    )


def _told(page: Page) -> Iterator[tuple[Entry | Fold, Sequence[Change]]]:
    """Every entry with its change, every fold with those it stands for."""
    for item in page.content.entries:
        yield item, item.changes if isinstance(item, Fold) else (item.change,)


class _Writer:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._side = Side(page)
        self._nth = {issue.id: str(n) for n, issue in enumerate(page.comparison.issues)}

    def item(self, item: Entry | Fold, changes: Sequence[Change]) -> Html:
        return self._fold(item, changes) if isinstance(item, Fold) else self._entry(item)

    def _fold(self, fold: Fold, changes: Sequence[Change]) -> Html:
        summary = tag("summary", fold.text)
        return tag("details", summary, self._side.rows(changes), class_="entry fold", **self._marks(changes))

    def _entry(self, entry: Entry) -> Html:
        change = entry.change
        names = self._side.ids(change.left, change.right)
        full = self._full(change)
        lone = len(entry.body) == 1 and isinstance(entry.body[0], Passage)
        # With one text alone, what is said of the whole stands beside it.
        beside, beneath = (entry.notes, ()) if lone else ((), entry.notes)
        cautions = (tag("p", caution, class_="caution") for caution in entry.cautions)
        body = (_folded(each) if isinstance(each, Fold) else _passage(each, beside) for each in entry.body)
        return tag(
            "article",
            anchored(names[1:]),
            self._head(entry),
            tag("div", *cautions, *body, _notes(beneath), full, class_="body"),
            id=names[0],
            class_="entry",
            **self._marks([change]),
        )

    def _full(self, change: Change) -> Html:
        """Both texts of the change, which open; of a text that only came or went the redline has every word."""
        if not any(leaf.left and leaf.right for leaf in change.leaves()):
            left, right = self._page.comparison.left, self._page.comparison.right
            inside = self._side.ids(
                (point.id for top in change.left for point in left.within(top)),
                (point.id for top in change.right for point in right.within(top)),
            )
            return anchored(inside)
        summary = tag("summary", "Old and new in full, side by side")
        return tag("details", summary, self._side.rows([change]), class_="full")

    def _head(self, entry: Entry) -> Html:
        change = entry.change
        words: list[str] = [tag("span", state(change), class_=f"kind {change.kind}")]
        if change.severity != "none":
            words += [" · ", tag("span", change.severity, class_=change.severity)]
        issues = tag("ul", *(tag("li", bdi(issue)) for issue in entry.issues), class_="touched")
        return tag(
            "div",
            tag("h3", bdi(entry.where)),
            tag("p", *words, class_="state"),
            self._basis(change),
            issues if entry.issues else "",
            class_="head",
        )

    def _basis(self, change: Change) -> Html:
        """How the texts quoted here are known, where they are not the plans' own words."""
        old, new = basis(self._page.comparison.left), basis(self._page.comparison.right)
        said = [f"old: {old}"] if old and change.left else []
        said += [f"new: {new}"] if new and change.right else []
        if len(said) == 2 and old == new:
            said = [f"old and new: {old}"]
        return tag("p", *(tag("span", each, class_="basis") for each in said), class_="known") if said else Html("")

    def _marks(self, changes: Sequence[Change]) -> dict[str, str]:
        """What the filters go by."""
        kinds = {word for change in changes for word in state(change).split(" · ")}
        issues = {self._nth[issue] for change in changes for issue in change.issues if issue in self._nth}
        return {
            "data_kind": " ".join(sorted(kinds)),
            "data_severity": str(max(SEVERITIES.index(change.severity) for change in changes)),
            "data_issue": " ".join(sorted(issues, key=int)),
            "data_changes": str(len(changes)),
        }


def _passage(passage: Passage, notes: Sequence[Note]) -> Html:
    words = marked(passage.edits)
    if passage.where and not passage.state and len(passage.where) <= _BARE:
        # The label stands where its text begins: right of a text that runs from right to left.
        text = tag("div", tag("b", passage.where), words, class_="labelled", dir="auto")
    else:
        head = (tag("b", bdi(passage.where)), " ", tag("span", passage.state))
        text = tag("div", tag("p", *head, class_="where") if passage.where or passage.state else "", words)
    return tag("div", text, _notes((*passage.notes, *notes)), class_="passage")


def _folded(fold: Fold) -> Html:
    return tag("p", fold.text, class_="folded")


def _notes(notes: Iterable[Note]) -> Html:
    items = [tag("li", note.text, class_=note.severity) for note in notes]
    return tag("ul", *items, class_="notes") if items else Html("")
