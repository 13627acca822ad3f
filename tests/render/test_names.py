"""The names of the two texts in a report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plandiff.render.names import names


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("us-28.txt", "geneva-19.txt", ("us-28.txt", "geneva-19.txt")),
        ("/home/ann/secret client/old.docx", "new.docx", ("old.docx", "new.docx")),
        ("drafts/v1/plan.md", "drafts/v2/plan.md", ("v1/plan.md", "v2/plan.md")),
        ("plan.md", "old/plan.md", ("plan.md", "old/plan.md")),
        ("plan.md", "plan.md", ("plan.md", "plan.md")),
        (r"C:\drafts\plan.md", "plan.md", ("drafts/plan.md", "plan.md")),
        ("HEAD~1:drafts/plan.md", "drafts/plan.md", ("HEAD~1:drafts/plan.md", "plan.md")),
    ],
)
def test_files_are_named_without_more_folders_than_tell_them_apart(comparison, left, right, shown):
    named = replace(
        comparison,
        left=replace(comparison.left, name=left),
        right=replace(comparison.right, name=right),
    )

    assert names(named) == shown
