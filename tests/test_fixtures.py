"""The plan versions: each says what it is, is numbered as published, and holds the figures that are known."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from plandiff.data import load
from plandiff.model import Provenance

UKRAINE = Path(__file__).parent.parent / "fixtures" / "ukraine"
STEMS = sorted(path.stem for path in UKRAINE.glob("*.txt"))


def header(stem: str) -> str:
    return (UKRAINE / f"{stem}.txt").read_text(encoding="utf-8").partition("\n\n")[0]


def points(stem: str) -> dict[str, str]:
    """The top-level points of a text fixture by number, sub-points included."""
    blocks = (UKRAINE / f"{stem}.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
    numbered = (block.split(". ", 1) for block in blocks)
    return {number: " ".join(text.split()) for number, text in numbered}


def test_every_version_is_here() -> None:
    assert STEMS == ["e3-28", "e3-28-closed", "e3-28-printed", "geneva-19", "kyiv-20", "us-28"]


@pytest.mark.parametrize(
    ("stem", "numbers"),
    [
        ("us-28", range(1, 29)),
        ("e3-28", [1, 2, *range(4, 29)]),
        ("e3-28-closed", range(1, 28)),
        ("e3-28-printed", range(1, 29)),
        ("geneva-19", range(1, 20)),
        ("kyiv-20", range(1, 21)),
    ],
)
def test_the_numbering_is_as_published(stem: str, numbers: range | list[int]) -> None:
    assert list(points(stem)) == [str(number) for number in numbers]


def test_the_three_numberings_of_the_european_text_hold_one_text() -> None:
    kept, closed, printed = (list(points(f"e3-28{form}").values()) for form in ("", "-closed", "-printed"))

    assert closed == kept
    assert printed == [*kept[:2], "Point 3 of the United States plan is deleted.", *kept[2:]]


@pytest.mark.parametrize("stem", STEMS)
def test_each_text_says_what_it_is(stem: str) -> None:
    provenance = load(Provenance, UKRAINE / f"{stem}.meta.toml")

    if provenance.basis == "reconstruction":
        assert "A RECONSTRUCTION from press reports; the text was never published" in header(stem)
        assert provenance.notice == "RECONSTRUCTION from press reports: the text was never published"
    else:
        assert provenance.basis == "paraphrase"
        assert "A paraphrase of published content, not the wording of any draft" in header(stem)
        assert provenance.notice == "PARAPHRASE of published content, written for plandiff"
    assert provenance.version in stem
    assert provenance.date
    assert provenance.drafter
    assert provenance.known


def test_only_the_text_that_was_never_published_is_a_reconstruction() -> None:
    basis = {stem: load(Provenance, UKRAINE / f"{stem}.meta.toml").basis for stem in STEMS}

    assert [stem for stem in STEMS if basis[stem] == "reconstruction"] == ["geneva-19"]


@pytest.mark.parametrize("stem", STEMS)
def test_the_sidecar_says_of_each_point_whether_it_is_reported_and_why(stem: str) -> None:
    reports = load(Provenance, UKRAINE / f"{stem}.meta.toml").points

    assert [report.label for report in reports] == list(points(stem))
    assert all(report.by for report in reports)


def test_what_no_report_supports_is_marked_in_the_reconstruction() -> None:
    reports = load(Provenance, UKRAINE / "geneva-19.meta.toml").points

    assert [report.label for report in reports if report.reported] == ["3", "4", "5", "13", "16"]


def test_the_sidecar_keeps_both_reports_on_the_size_of_the_army() -> None:
    (army,) = (report for report in load(Provenance, UKRAINE / "geneva-19.meta.toml").points if report.label == "4")

    assert army.by
    assert "Financial Times, 25 November 2025: agreed at 800,000." in army.by
    assert "ABC: only that the hard limit of 600,000 is gone." in army.by


def as_text(name: str) -> list[str]:
    """The provisions of one form of us-28, in order, without their labels."""
    text = (UKRAINE / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        listed = json.loads(text)["points"]
        return [point["text"] for top in listed for point in (top, *top.get("points", ()))]
    if name.endswith(".html"):
        return [" ".join(unescape(item).split()) for item in re.findall(r"<li>([^<]+)", text)]
    return re.findall(r"^ *(?:\d+\.|\([a-f]\)) (.+)$", text, re.MULTILINE)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_forms_of_us_28_hold_the_same_provisions(form: str) -> None:
    provisions = as_text("us-28.txt")

    assert len(provisions) == 54
    assert as_text(f"us-28.{form}") == provisions


@pytest.mark.parametrize(
    ("stem", "number", "words"),
    [
        ("us-28", "2", "over the past 30 years"),
        ("us-28", "6", "limited to 600,000 personnel"),
        ("us-28", "13", "its seat in the G8"),
        ("us-28", "14", "USD 100 billion"),
        ("us-28", "14", "50 % of the profits"),
        ("us-28", "19", "50:50"),
        ("us-28", "25", "within 100 days"),
        ("us-28", "26", "full amnesty"),
        ("e3-28", "6", "limited to 800,000 personnel in peacetime"),
        ("e3-28", "8", "permanently station troops under its command in Ukraine in peacetime"),
        ("e3-28", "13", "progressively"),
        ("e3-28", "14", "remain frozen until Russia has compensated Ukraine"),
        ("e3-28", "25", "as soon as possible after signature"),
        ("e3-28", "27", "Board of Peace"),
        ("geneva-19", "4", "800,000 personnel in peacetime"),
        ("geneva-19", "3", "[to be settled by the two presidents]"),
        ("geneva-19", "5", "[to be settled by the two presidents]"),
        ("geneva-19", "13", "[to be settled by the two presidents]"),
        ("kyiv-20", "4", "800,000 personnel in peacetime"),
        ("kyiv-20", "9", "USD 200 billion"),
        ("kyiv-20", "12", "[a joint venture of the United States and Ukraine in shares of 50:50]"),
        ("kyiv-20", "14", "at least 60 days of ceasefire"),
        ("kyiv-20", "17", "since 2014"),
        ("kyiv-20", "18", "as soon as possible after signature"),
    ],
)
def test_the_facts_stand_in_their_points(stem: str, number: str, words: str) -> None:
    assert words in points(stem)[number]


def test_in_the_european_text_the_number_26_is_reused_for_what_was_24_d() -> None:
    relief = "to relieve the suffering of the victims of the conflict"

    assert f"(d) Measures are taken {relief}." in points("us-28")["24"]
    assert points("e3-28")["26"] == f"Measures shall be taken {relief}."
    assert relief not in points("e3-28")["24"]


@pytest.mark.parametrize("stem", ["geneva-19", "kyiv-20"])
def test_the_amnesty_is_gone(stem: str) -> None:
    assert not any("amnesty" in text for text in points(stem).values())
