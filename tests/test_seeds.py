"""The source records: sound, about versions that the fixtures hold, naming issues that the pack knows."""

from __future__ import annotations

from pathlib import Path

from plandiff.data import load, load_records
from plandiff.model import Provenance
from plandiff_issues.ukraine import plandiff_issues

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def test_the_seed_of_the_project_calls_three_issues_open() -> None:
    records = {record.id: record for record in load_records(SEEDS)}

    seed = records["rks-news-2025-11-30"]

    assert (seed.reporter, seed.date) == ("RKS News", "2025-11-30")
    assert (seed.versions, seed.about) == (("us-28", "geneva-19"), "geneva-19")
    assert seed.open_issues == ("territory", "nato", "armed-forces")


def test_kyiv_published_twenty_points_with_two_open() -> None:
    records = {record.about: record for record in load_records(SEEDS)}

    assert records["kyiv-20"].open_issues == ("territory", "zaporizhzhia-plant")


def test_each_record_bears_the_name_of_its_file() -> None:
    named = {path.stem for path in SEEDS.glob("*.toml")}

    assert named == {record.id for record in load_records(SEEDS)}


def test_records_speak_of_known_versions_and_known_issues() -> None:
    fixtures = ROOT / "fixtures" / "ukraine"
    versions = {load(Provenance, path).version for path in fixtures.glob("*.meta.toml")}
    issues = {issue.id for issue in plandiff_issues(None, None).issues}

    for record in load_records(SEEDS):
        assert set(record.versions) <= versions, record.id
        assert record.about in {None, *record.versions}, record.id
        assert set(record.open_issues) <= issues, record.id
        assert bool(record.open_issues) == (record.about is not None), record.id
