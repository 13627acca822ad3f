"""The published schema describes the reports that are written, and no others."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import jsonschema
import pytest

from plandiff.schema import schema

ROOT = Path(__file__).parent.parent
UKRAINE = ROOT / "fixtures" / "ukraine"
EXAMPLE = ROOT / "docs" / "example" / "report.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_the_command_prints_the_schema(plandiff):
    code, out, err = plandiff("schema")

    assert (code, err) == (0, "")
    assert json.loads(out) == schema()


def test_every_report_fits_the_schema(plandiff, validator):
    for new in ("geneva-19", "e3-28", "kyiv-20"):
        report = plandiff("compare", UKRAINE / "us-28.txt", UKRAINE / f"{new}.txt", "--format", "json").out
        assert list(validator.iter_errors(json.loads(report))) == []


def test_the_example_in_the_manual_fits_the_schema(validator):
    assert list(validator.iter_errors(json.loads(EXAMPLE.read_text(encoding="utf-8")))) == []


def test_a_report_with_a_field_missing_renamed_or_of_another_type_does_not_fit(validator):
    report = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    spoiled = [deepcopy(report) for _ in range(4)]
    del spoiled[0]["changes"][0]["edits"]
    spoiled[1]["left"]["points"][0]["label"] = 1
    spoiled[2]["changes"][0]["kind"] = "vanished"
    spoiled[3]["schema_version"] = "0"

    assert [bool(list(validator.iter_errors(each))) for each in spoiled] == [True] * 4


def test_a_field_of_a_later_version_fits(validator):
    report = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    report["changes"][0]["novelty"] = "of a later plandiff"

    assert list(validator.iter_errors(report)) == []
