"""Data files: a sound one becomes its noun; any trouble is one line with file, place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandiff.data import load, load_records, parse
from plandiff.errors import DataError
from plandiff.model import IssueSpec, PointReport, Provenance, SeedRecord

SIDECAR = """
version = "draft-2"
title = "The second draft"
basis = "translation"

[[points]]
label = "4"
reported = false
by = "No report speaks of it."
"""

RECORD = """
id = "{id}"
date = "2031-05-04"
reporter = "The Daily Example"
summary = "Borders are not settled."
about = "draft-2"
open_issues = ["borders"]
"""


def test_a_file_becomes_its_noun(tmp_path: Path) -> None:
    path = tmp_path / "draft-2.meta.toml"
    path.write_text(SIDECAR, encoding="utf-8")

    provenance = load(Provenance, path)

    assert (provenance.version, provenance.basis) == ("draft-2", "translation")
    assert provenance.points == (PointReport(label="4", reported=False, by="No report speaks of it."),)


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(SIDECAR, encoding="utf-8-sig")

    assert load(Provenance, path).version == "draft-2"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('version = "a"\ntitle = = "b"', "s.toml, line 2: is not TOML: Invalid value"),
        ('version = "a', "s.toml, end of document: is not TOML: Unterminated string"),
        ('title = "b"', "s.toml: field version: is missing; add it"),
        ('version = 3\ntitle = "b"', "s.toml, line 1: field version: must be text; put it in quotes"),
        (
            'version = "a"\ntitle = "b"\ndate = 2031-05-04',
            "s.toml, line 3: field date: must be text; put it in quotes",
        ),
        ('version = "a"\ntitle = "b"\npoints = "4"', "s.toml, line 3: field points: must be a list"),
        ('version = "a"\ntitle = "b"\npoints = ["4"]', "s.toml, line 3: field points[0]: must be a table"),
        (
            'version = "a"\ntitle = "b"\n[[points]]\nlabel = "4"\nreported = "perhaps"',
            "s.toml, line 5: field points[0].reported: must be true or false",
        ),
        (
            'version = "a"\ntitle = "b"\n[[points]]\nlabel = "4"\nreported = true\nwho = "c"',
            "s.toml, line 6: field points[0].who: is unknown; take it out",
        ),
        (
            'version = "a"\ntitle = "b"\nbasis = "rumour"',
            "s.toml, line 3: field basis: must be 'published', 'paraphrase', 'translation' or 'reconstruction'",
        ),
        ("a = " + "[" * 5000, "s.toml: is not TOML that can be read: RecursionError"),
        ("a = " + "9" * 5000, "s.toml: is not TOML that can be read: ValueError"),
    ],
)
def test_trouble_is_one_line_with_its_place(text: str, complaint: str) -> None:
    with pytest.raises(DataError) as trouble:
        parse(Provenance, text, "s.toml")

    assert str(trouble.value) == complaint


def test_a_misspelt_field_is_named_with_the_known_ones() -> None:
    with pytest.raises(
        DataError, match=r"^i\.toml, line 3: field cue: is unknown; known are id, title, cues, unless, "
    ):
        parse(IssueSpec, 'id = "borders"\ntitle = "Borders"\ncue = ["border*"]', "i.toml")


def test_a_complaint_quotes_no_values_and_stays_on_one_line() -> None:
    secret = "the minister will resign on the fourth of May, whatever is agreed"

    with pytest.raises(DataError) as trouble:
        parse(Provenance, f'"{secret}\\nsecond line" = 1\nversion = "a"\ntitle = "b"', "s.toml")

    assert secret[:45] not in str(trouble.value)
    assert "\n" not in str(trouble.value)


def test_a_missing_file_and_one_in_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml: cannot be read: No such file or directory$"):
        load(Provenance, tmp_path / "none.toml")

    (tmp_path / "old.toml").write_bytes('title = "caf\xe9"'.encode("latin-1"))
    with pytest.raises(DataError, match=r"old\.toml: is not UTF-8 text; save it as UTF-8$"):
        load(Provenance, tmp_path / "old.toml")


def test_records_come_in_the_order_of_their_file_names(tmp_path: Path) -> None:
    for name, record_id in (("b.toml", "first"), ("a.toml", "second")):
        (tmp_path / name).write_text(RECORD.format(id=record_id), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a record", encoding="utf-8")

    records = load_records(tmp_path)

    assert [record.id for record in records] == ["second", "first"]
    assert all(isinstance(record, SeedRecord) for record in records)


def test_two_records_with_one_id(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(RECORD.format(id="same"), encoding="utf-8")

    with pytest.raises(DataError, match=r"b\.toml: field id: 'same' is the id of a\.toml too; give it another$"):
        load_records(tmp_path)


def test_a_folder_that_is_missing_or_holds_no_record(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none: is not a folder; name the folder that holds the seed records$"):
        load_records(tmp_path / "none")
    with pytest.raises(DataError, match=r"holds no seed record; a record is a file that ends in \.toml$"):
        load_records(tmp_path)
