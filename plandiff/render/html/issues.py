"""The issues table: the table that newspapers make by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plandiff.render.digest import IssueLine
from plandiff.render.html.page import Page, basis_tag
from plandiff.render.html.tag import Html, bdi, join, tag


def issues(page: Page) -> Html:
    """Open issues first, then the others: sign, title, points on both sides, what was said, what is said, grounds."""
    content = page.content
    if not content.open_issues and not content.other_issues:
        return Html("")
    return tag(
        "section",
        _table("Open issues", content.open_issues, page),
        _table("Other issues", content.other_issues, page),
        id=f"{page.prefix}issues",
        class_="issues",
    )


def _table(heading: str, lines: Sequence[IssueLine], page: Page) -> Html:
    """A table; its roles are said because a narrow page lays it out as a list, which would lose them."""
    if not lines:
        return Html("")
    old, new = page.comparison.left, page.comparison.right
    columns = (("Issue",), ("Old ", basis_tag(old)), ("New ", basis_tag(new)), ("Notes",))
    head = (tag("th", *words, scope="col", role="columnheader") for words in columns)
    body = (_row(line, page) for line in lines)
    table = tag(
        "table",
        tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
        tag("tbody", *body, role="rowgroup"),
        role="table",
    )
    return join((tag("h2", heading), table))


def _row(line: IssueLine, page: Page) -> Html:
    issue = line.issue
    mark = tag("span", line.mark, class_="mark", aria_hidden="true")
    status = tag("span", issue.status, class_="status")
    subject = (
        tag("strong", mark, " ", bdi(issue.title)),
        tag("p", status, " · ", page.links(issue.left, issue.right), class_="points"),
    )
    said = [
        *(tag("li", fact) for fact in line.facts),
        *(tag("li", ground, class_="ground") for ground in line.grounds),
        *(tag("li", caution, class_="caution") for caution in line.cautions),
    ]
    notes = tag("td", tag("ul", *said, class_="notes") if said else "", role="cell", class_="beside")
    head = tag("th", *subject, scope="row", role="rowheader")
    return tag("tr", head, *_wording(line), notes, role="row", class_=issue.status)


def _wording(line: IssueLine) -> Iterator[Html]:
    """One cell over both columns where there is only one thing to say, otherwise one for each side."""
    was, now = line.issue.was, line.issue.now
    if line.issue.status == "unknown" or was == now:
        yield tag("td", tag("p", line.wording, dir="auto"), role="cell", colspan="2")
        return
    for text in (was, now):
        words = tag("p", text, dir="auto") if text else tag("p", "nothing", class_="nothing")
        yield tag("td", words, role="cell")
