"""The names of the two texts in a report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plandiff.render.html import html
from plandiff.render.names import names, titles


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


def test_at_the_head_of_a_page_stands_a_title_or_a_file_without_its_folder(comparison):
    plain = replace(comparison.left, name="/home/ann/secret client/old.docx", provenance=None)
    named = replace(comparison, left=plain)

    assert titles(named)[0] == "old.docx"
    assert titles(named)[1] == named.right.provenance.title
    assert "secret client" not in html(named)
