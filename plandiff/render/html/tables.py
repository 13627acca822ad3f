"""The tables that were asked for, on the page."""

from __future__ import annotations

from plandiff.render.html.page import Page
from plandiff.render.html.tag import Html, join, tag
from plandiff.render.tables import Table


def tables(page: Page) -> Html:
    """A section for each table; its roles are said because a narrow page lays it out as a list."""
    return join(tag("section", tag("h2", table.title), _table(table), class_="issues") for table in page.content.tables)


def _table(table: Table) -> Html:
    head = (tag("th", words, scope="col", role="columnheader") for words in table.head)
    body = (
        tag("tr", *map(_cell, row), role="row", class_="warned" if warns else None)
        for row, warns in zip(table.rows, table.warns, strict=True)
    )
    return tag(
        "table",
        tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
        tag("tbody", *body, role="rowgroup"),
        role="table",
    )


def _cell(words: str) -> Html:
    return tag("td", *(tag("p", line, dir="auto") for line in words.split("\n")), role="cell")
