"""The pack for the plans for Ukraine: found like a stranger's, whole, with cues that know their subject."""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import pytest

from plandiff.data import load_records
from plandiff.engine.touched import touched
from plandiff_issues.ukraine import plandiff_issues

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PACK = plandiff_issues(None, None)


def test_the_pack_is_found_by_its_entry_point() -> None:
    (entry,) = entry_points(group="plandiff", name="issues-ukraine")

    assert entry.load().plandiff_issues(None, None) == PACK


def test_a_newspaper_reader_finds_the_three_key_issues_first() -> None:
    assert [issue.id for issue in PACK.issues][:3] == ["territory", "nato", "armed-forces"]


def test_ids_are_given_once() -> None:
    ids = [issue.id for issue in PACK.issues]

    assert len(ids) == len(set(ids))


def test_the_records_in_the_package_are_those_of_the_project_byte_for_byte() -> None:
    packed = {file.name: file.read_bytes() for file in files("plandiff_issues").joinpath("records").iterdir()}

    assert packed == {path.name: path.read_bytes() for path in SEEDS.iterdir()}
    assert PACK.records == load_records(SEEDS)


# Each subject twice, in words that the fixtures do not use, and in other languages.
@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The future of the occupied territories is put to later talks.", "territory"),
        ("Crimea and the Donbas are a matter for a separate annex.", "territory"),
        ("Any land swap begins from the contact line.", "territory"),
        ("Доля Донбасу вирішується окремо.", "territory"),
        ("Kyiv drops its bid for NATO membership.", "nato"),
        ("Україна не вступає до НАТО.", "nato"),
        ("The Ukrainian Armed Forces keep no more than 700,000 soldiers.", "armed-forces"),
        ("A cap is put on the size of the army.", "armed-forces"),
        ("Численность Вооруженных Сил Украины ограничена.", "armed-forces"),
        ("Binding security guarantees follow in a separate treaty.", "security-guarantees"),
        ("Immobilised Russian assets pay for the damage.", "frozen-assets"),
        ("The EU and the US ease their sanctions step by step.", "sanctions"),
        ("A presidential election is held in spring.", "elections"),
        ("Nobody is granted an amnesty.", "amnesty"),
        ("Оголошується повна амністія.", "amnesty"),
        ("The ZNPP goes back on the grid.", "zaporizhzhia-plant"),
        ("The guns fall silent and the cease-fire holds.", "ceasefire"),
        ("Deported children come back to their families.", "prisoners"),
        ("Each side hands over its prisoners of war.", "prisoners"),
        ("Accession to the EU is sped up.", "eu-membership"),
        ("A development package pays for rebuilding homes.", "reconstruction"),
        ("A multinational force secures the skies.", "foreign-troops"),
        ("Ukraine's sovereignty is beyond doubt.", "sovereignty"),
        ("A nonaggression pact is signed.", "non-aggression"),
        ("Ukraine stays a non-nuclear state.", "non-nuclear"),
        ("The New START treaty runs on.", "arms-control"),
        ("Russia sits in the G8 once more.", "economic-cooperation"),
        ("Talks on free trade are concluded this year.", "free-trade"),
        ("Minority languages are protected.", "education"),
        ("The grievances of all who lost relatives are heard.", "victims"),
        ("Ships pass freely on the Dnipro River and the Black Sea.", "navigation"),
        ("A Board of Peace watches over the agreement.", "enforcement"),
    ],
)
def test_a_cue_knows_its_subject_in_other_words(text: str, issue: str) -> None:
    assert issue in touched(text, PACK.issues)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Talks start in May.", "arms-control"),
        ("The guarantees mirror Article 5 of the NATO treaty.", "nato"),
        ("Satellites watch the line of contact from space.", "territory"),
        ("A Peace Council answers violations with sanctions.", "sanctions"),
        ("Ukraine adopts the rules of the European Union on tolerance.", "eu-membership"),
        ("The armed forces withdraw from Donetsk.", "armed-forces"),
        ("A referendum follows sixty days of ceasefire.", "ceasefire"),
    ],
)
def test_a_neighbouring_subject_is_not_the_issue(text: str, issue: str) -> None:
    assert issue not in touched(text, PACK.issues)
