"""Limits: a default each, another by the environment, and one clear line where one is exceeded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plandiff.errors import DataError, ReadError
from plandiff.limits import LIMITS, bound, limit, size, too_much

SECURITY = (Path(__file__).parent.parent / "SECURITY.md").read_text(encoding="utf-8")


def test_a_default():
    assert limit("input_bytes") == 50_000_000


@pytest.mark.parametrize("given", ["3000", " 3000 ", "3_000"])
def test_the_environment_sets_another(monkeypatch, given):
    monkeypatch.setenv("PLANDIFF_LIMIT_INPUT_BYTES", given)

    assert limit("input_bytes") == 3000


@pytest.mark.parametrize("given", ["", "0", "-1", "3.5", "50 MB", "many", "٣", "9" * 5000])
def test_what_is_no_limit_is_refused(monkeypatch, given):
    monkeypatch.setenv("PLANDIFF_LIMIT_ZIP_RATIO", given)

    with pytest.raises(DataError) as caught:
        limit("zip_ratio")

    assert str(caught.value) == (
        "PLANDIFF_LIMIT_ZIP_RATIO: must be a whole number above 0; set it to one, or unset it for 100"
    )


def test_an_error_quotes_the_limit_and_how_to_raise_it():
    error = too_much("plan.pdf", "pdf_pages", "has 3,000 pages")

    assert isinstance(error, ReadError)
    assert str(error) == (
        "plan.pdf: has 3,000 pages; the limit is 2,000: if you trust the file, set PLANDIFF_LIMIT_PDF_PAGES higher"
    )


@pytest.mark.parametrize(
    ("name", "said"), [("input_bytes", "50 MB"), ("read_seconds", "20 s"), ("zip_entries", "2,000")]
)
def test_a_limit_is_said_in_its_unit(name, said):
    assert bound(name).startswith(f"the limit is {said}: ")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1_550_000, "1.6 MB"),
        (3 * 10**9, "3 GB"),
        (10**15, "1,000,000 GB"),
    ],
)
def test_sizes_as_a_person_reads_them(count, said):
    assert size(count) == said


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_stands_in_the_security_page(name):
    row = re.search(rf"^\| `{name.upper()}` \| ([\d,]+) ", SECURITY, flags=re.MULTILINE)

    assert row is not None
    assert int(row[1].replace(",", "")) == limit(name)
