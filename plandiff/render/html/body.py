"""The report from its head to its foot, as the page and the notebook show it."""

from __future__ import annotations

from plandiff.render.html.foot import foot
from plandiff.render.html.header import header
from plandiff.render.html.issues import issues
from plandiff.render.html.page import Page
from plandiff.render.html.picture import picture
from plandiff.render.html.points import points
from plandiff.render.html.tables import tables
from plandiff.render.html.tag import Html, join


def body(page: Page) -> Html:
    """The size of the change, what is open, which point became which, every point, what was not compared."""
    return join((header(page), issues(page), tables(page), picture(page), points(page), foot(page)))
