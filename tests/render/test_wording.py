"""What is said of a version."""

from __future__ import annotations

import pytest

from plandiff.model import Provenance
from plandiff.render.wording import about, notice


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "A plan"),
        ({"date": "2025-11-20", "drafter": "Northland"}, "A plan, Northland, 20 November 2025"),
        ({"date": "autumn 2025", "known": "leaked"}, "A plan, autumn 2025 (leaked)"),
    ],
)
def test_title_drafter_date_and_how_it_is_known(fields, line):
    assert about(Provenance(version="v", title="A plan", **fields)) == line


@pytest.mark.parametrize(
    ("basis", "said", "line"),
    [
        ("published", None, None),
        ("published", "as amended", "as amended"),
        ("reconstruction", None, "RECONSTRUCTION: not the wording of the text, which is not known"),
        ("paraphrase", "written from summaries", "PARAPHRASE: written from summaries"),
        ("paraphrase", "PARAPHRASE of a summary", "PARAPHRASE of a summary"),
    ],
)
def test_a_text_that_is_no_quotation_says_so(basis, said, line):
    assert notice(Provenance(version="v", title="A plan", basis=basis, notice=said)) == line
