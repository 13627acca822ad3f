"""The picture of the mapping: old points left, new points right, bands for the text that went across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plandiff.model import Change, IssueStatus, Plan
from plandiff.render.cite import Cite
from plandiff.render.doubt import certain
from plandiff.render.gist import gist
from plandiff.render.html.bands import Band, Bands, Box, bands
from plandiff.render.html.page import Page, basis_tag
from plandiff.render.html.tag import Html, bdi, tag
from plandiff.render.wording import MARK, state

_EDGE = 1.4
"""Width of a box in hundredths of the room between the labels."""

_LEGEND = (
    ("still", "text that is still there"),
    ("moved", "moved"),
    ("gone", "gone"),
    ("come", "new"),
    ("guess", "uncertain"),
)


def picture(page: Page) -> Html:
    """The mapping as one drawing, with the labels of both sides as links beside it.

    The drawing stretches with the page and the labels do not, so that they can be read on a phone. A screen
    reader meets the labels, each of which says what became of its point, and not the bands.
    """
    drawn = bands(page.comparison)
    if not drawn.old.boxes and not drawn.new.boxes:
        return Html("")
    content = page.comparison
    return tag(
        "section",
        tag("h2", "Which point became which"),
        tag(
            "figure",
            tag(
                "div",
                tag("p", "Old ", basis_tag(content.left), class_="side old"),
                tag("p", "New ", basis_tag(content.right), class_="side new"),
                _labels(drawn.old.labels, content.left, page.where.left, page.old, "old", page),
                _drawing(drawn),
                _labels(drawn.new.labels, content.right, page.where.right, page.new, "new", page),
                class_="mapping",
            ),
            tag("figcaption", *_caption(drawn)),
        ),
        id=f"{page.prefix}map",
        class_="map",
    )


def _caption(drawn: Bands) -> Iterator[Html]:
    most = max((len(group) for column in (drawn.old, drawn.new) for group in column.labels), default=1)
    text = "Every box is a point, whatever its length; a band is as wide as the share of its text that went there."
    if most > 1:
        text += f" A label stands for up to {most} neighbours."
    yield tag("p", text)
    for kind, words in _LEGEND:
        yield tag("span", tag("i", class_=f"key {kind}"), f" {words}", class_="legend")


def _labels(
    groups: Iterable[Sequence[str]], plan: Plan, cite: Cite, names: dict[str, str], side: str, page: Page
) -> Html:
    changes = {
        point: change
        for change in page.comparison.changes
        for point in (change.left if side == "old" else change.right)
    }
    touched = _touched(page.comparison.issues, plan, side)
    items = []
    for group in groups:
        told = list({id(changes[point]): changes[point] for point in group if point in changes}.values())
        words = [tag("b", bdi(cite(group)))]
        if len(group) == 1:
            words.append(tag("span", gist(plan.text_of(group, deep=True)), dir="auto", class_="gist"))
        link = tag("a", *words, _fate(told, page), href=f"#{names[group[0]]}", class_=_only(told))
        items.append(tag("li", link, *_marks(group, touched)))
    return tag("ol", *items, class_=side, aria_label=f"{side} points")


def _fate(changes: Sequence[Change], page: Page) -> Html:
    """What became of the point, for those who do not see the bands."""
    said = (f" {page.where(change.left, change.right)} {state(change)}" for change in changes)
    return tag("span", ";".join(said), class_="unseen")


def _only(changes: Sequence[Change]) -> str | None:
    kinds = {change.kind for change in changes}
    return kinds.pop() if len(kinds) == 1 and kinds <= {"added", "dropped"} else None


def _touched(issues: Iterable[IssueStatus], plan: Plan, side: str) -> dict[str, list[IssueStatus]]:
    """The issues that speak through each top-level point."""
    touched: dict[str, list[IssueStatus]] = {}
    for issue in issues:
        tops = (plan.tops[point] for point in (issue.left if side == "old" else issue.right))
        for top in dict.fromkeys(tops):
            touched.setdefault(top, []).append(issue)
    return touched


def _marks(group: Iterable[str], touched: dict[str, list[IssueStatus]]) -> Iterator[Html]:
    """One sign for each status, which names its issues."""
    found = {issue.id: issue for point in group for issue in touched.get(point, ())}
    for status, mark in MARK.items():
        titles = [issue.title for issue in found.values() if issue.status == status]
        if titles:
            said = f"{status}: {', '.join(titles)}"
            yield tag("span", mark, class_=f"mark {status}", role="img", aria_label=said, title=said)


def _drawing(drawn: Bands) -> Html:
    # What moved crosses the rest, so it is drawn over it.
    pieces = [_band(band) for band in sorted(drawn.bands, key=lambda band: band.change.moved)]
    pieces += [piece for box in drawn.old.boxes for piece in _box(box, 0.0, "gone")]
    pieces += [piece for box in drawn.new.boxes for piece in _box(box, 100 - _EDGE, "come")]
    return tag(
        "svg",
        *pieces,
        viewBox=f"0 0 100 {_n(drawn.height)}",
        preserveAspectRatio="none",
        height=f"{_n(drawn.height * 0.17)}em",
        aria_hidden="true",
    )


def _band(band: Band) -> Html:
    (a, b), (c, d) = band.old, band.new
    start, end = _n(_EDGE), _n(100 - _EDGE)
    shape = f"M{start} {_n(a)}C50 {_n(a)} 50 {_n(c)} {end} {_n(c)}V{_n(d)}C50 {_n(d)} 50 {_n(b)} {start} {_n(b)}Z"
    change = band.change
    words = ["band", change.kind, *(["moved"] if change.moved else []), *([] if certain(change) else ["guess"])]
    return tag("path", d=shape, class_=" ".join(words))


def _box(box: Box, start: float, rest: str) -> Iterator[Html]:
    """The part of a point that has a band, then the part that has none, with a short stub that leads nowhere."""
    middle, end = box.top + box.height * box.linked, box.top + box.height
    if box.linked:
        yield tag("rect", x=_n(start), y=_n(box.top), width=_n(_EDGE), height=_n(middle - box.top), class_="box")
    if end - middle > 0.01:
        yield tag("rect", x=_n(start), y=_n(middle), width=_n(_EDGE), height=_n(end - middle), class_=f"box {rest}")
        inner, far = (_EDGE, 3 * _EDGE + 4) if start == 0 else (start, 100 - 3 * _EDGE - 4)
        half = (middle + end) / 2
        stub = f"M{_n(inner)} {_n(middle)}L{_n(far)} {_n(half)}L{_n(inner)} {_n(end)}Z"
        yield tag("path", d=stub, class_=f"stub {rest}")


def _n(number: float) -> str:
    """A number without needless figures."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
