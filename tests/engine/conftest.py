"""A text as the tree of its points, one a line, so that a test can show both."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from plandiff.engine.outline import outline
from plandiff.model import Plan
from plandiff.sources import from_text
from plandiff_readers.text import plandiff_read

SIGNS = {"point": "", "division": "## ", "heading": "# ", "paragraph": "", "surrounding": "~ "}


def _plan(text: str, name: str = "plan") -> Plan:
    document = plandiff_read(from_text(dedent(text).strip("\n")))
    assert document is not None
    return outline(document, name=name)


def _tree(plan: Plan) -> str:
    def depth(parent: str | None) -> int:
        return 0 if parent is None else 1 + depth(plan.by_id[parent].parent)

    points = [
        f"{'  ' * depth(point.parent)}{SIGNS[point.role]}{point.label or ''}|{point.text}" for point in plan.points
    ]
    return "\n".join(points + [f"- {left.reason}: {left.text}" for left in plan.omitted])


@pytest.fixture
def plan() -> Callable[..., Plan]:
    """The plan that a text holds, indentation of the test taken off."""
    return _plan


@pytest.fixture
def tree() -> Callable[[str], str]:
    """A text as "label|text" lines, indented by depth: `#` is a heading, `##` a division, `~` text around the list, a
    last `-` what was set aside and why."""
    return lambda text: _tree(_plan(text))
