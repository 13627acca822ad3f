"""Red lines: a short version, a condition, a verdict with the words that carry it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from plandiff.compare import read as read_plan
from plandiff.errors import DataError
from plandiff.model import RedLines, Verdict
from plandiff.redlines import read, redlines
from plandiff.registry import Plugins

PLUGINS = Plugins.load()

ISLAND = """\
1. The coast guard of the island is limited to 600 personnel.
2. The harbour is open to the foreign fleet for 3 weeks a year. Dues in the harbour are 5 % of the load.
3. All parties receive a full amnesty.
4. The island pays the coast guard. It costs USD 2 million.
"""


def verdict(condition: str, text: str = ISLAND) -> Verdict:
    (said,) = redlines(read_plan(text, PLUGINS), RedLines(conditions=(condition,)), PLUGINS)
    return said


@pytest.mark.parametrize(
    ("condition", "status", "quote"),
    [
        ("coast guard: at least 800", "violated", "limited to 600 personnel"),
        ("coast guard: at least 600", "met", "limited to 600 personnel"),
        ("coast guard: more than 600", "violated", "limited to 600 personnel"),
        ("coast guard: exactly 600", "met", "limited to 600 personnel"),
        ("coast guard: at most 700 boats", "met", "limited to 600 personnel"),
        ("coast guard: at most 500", "violated", "limited to 600 personnel"),
        ("coast guard: less than EUR 3", "not addressed", None),
        ("coast guard: less than USD 3 million", "met", "It costs USD 2 million"),
        ("foreign fleet: at most 21 days", "met", "for 3 weeks a year"),
        ("foreign fleet: at most 20 days", "violated", "for 3 weeks a year"),
        ("foreign fleet: at most 1 month", "not addressed", None),
        ("dues: at most 4 %", "violated", "are 5 % of the load"),
        ("lighthouse: at least 1", "not addressed", None),
        ("lighthouse | dues: at most 5 %", "met", "are 5 % of the load"),
        ("must not mention: harbour & foreign*", "violated", "The harbour is open to the foreign fleet for 3 weeks"),
        ("must not mention: amnesty & foreign fleet", "met", None),
        ("must not mention: pardon", "met", None),
        ("must mention: amnest*", "met", "All parties receive a full amnesty"),
        ("must mention: pardon | amnesty", "met", "All parties receive a full amnesty"),
        ("must mention: pardon", "violated", None),
        ("must keep: point on amnesty", "met", "All parties receive a full amnesty"),
        ("must keep: point on amnesty removed", "violated", "All parties receive a full amnesty"),
    ],
)
def test_a_version_is_held_against_a_condition(condition: str, status: str, quote: str | None) -> None:
    said = verdict(condition)

    assert said.status == status
    assert (said.quote is None) == (quote is None)
    assert (quote or "") in (said.quote or "")


def test_numbers_in_words_and_in_other_languages_are_figures_too() -> None:
    assert (
        verdict("берегова охорона: at least 800", "1. Берегова охорона має шістсот осіб.\n2. Кінець.").status
        == "violated"
    )
    assert verdict("coast guard: at least 800", "1. The coast guard has nine hundred boats.\n2. End.").status == "met"


def test_one_figure_that_crosses_the_line_is_enough() -> None:
    said = verdict("fleet: at most 10", "1. The fleet has 9 ships.\n2. The fleet of the south has 11 ships.")

    assert (said.status, said.point) == ("violated", "2")


def test_a_point_that_no_report_supports_proves_nothing() -> None:
    plan = read_plan(ISLAND, PLUGINS)
    plan = replace(plan, points=tuple(replace(point, reported=False) for point in plan.points))
    asked = ("coast guard: at least 800", "must mention: amnesty", "must not mention: amnesty", "must mention: pardon")

    said = redlines(plan, RedLines(conditions=asked), PLUGINS)

    assert [each.status for each in said] == ["not addressed"] * 3 + ["violated"]


# ---------------------------------------------------------------- files

TEXT = "# ours\nparty: The Island\n\ncoast guard: at least 800\nmust mention: amnest*\n"
TOML = 'party = "The Island"\nconditions = [\n    "coast guard: at least 800",\n    "must mention: amnest*",\n]\n'


@pytest.mark.parametrize(("name", "text"), [("lines.txt", TEXT), ("lines.toml", TOML)])
def test_a_file_holds_the_lines_of_a_party(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert read(tmp_path / name) == RedLines(
        party="The Island", conditions=("coast guard: at least 800", "must mention: amnest*")
    )


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("l.txt", TEXT + "must forget: it\n", r"l\.txt, line 6: “must forget: it” begins with a word"),
        ("l.txt", "# nothing\n", r"l\.txt: holds no condition; write one"),
        ("l.toml", TOML.replace("party =", "who ="), r"l\.toml, line 1: field who: is unknown; known are party, cond"),
        (
            "l.toml",
            TOML.replace("amnest*", "am*nesty"),
            r"l\.toml, line 2: “must mention: am\*nesty” has a bad pattern",
        ),
        ("l.toml", 'conditions = "a: at least 3"', r"l\.toml, line 1: field conditions: must be a list"),
        ("l.toml", "conditions = []", r"l\.toml: holds no condition"),
    ],
)
def test_a_bad_file_is_one_line_with_file_and_line(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match=complaint):
        read(tmp_path / name)


def test_a_bound_without_a_figure(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="names no figure; write one such as 800000"):
        verdict("coast guard: at least many")


# ---------------------------------------------------------------- the report


@pytest.fixture
def lines(tmp_path: Path) -> str:
    file = tmp_path / "island.txt"
    file.write_text("party: Island\ncoast guard: at least 700\nmust keep: amnesty\n", encoding="utf-8")
    return str(file)


def test_the_report_says_each_verdict_on_both_versions(plandiff, texts: Path, lines: str) -> None:
    files = str(texts / "before.txt"), str(texts / "after.txt"), "--red-lines", lines

    text = plandiff("compare", *files, "--format", "text", "--width", "110").out
    markdown = plandiff("compare", *files, "--format", "markdown").out
    page = plandiff("compare", *files, "--format", "html").out
    report = json.loads(plandiff("compare", *files, "--format", "json").out)

    assert re.search(r"^Red lines\nParty +Condition +Old +New$", text, re.MULTILINE)
    assert re.search(
        r"^Island  coast guard: at least 700  violated in 2: limited to 600 +met in 2:", text, re.MULTILINE
    )
    assert "| Island | coast guard: at least 700 | violated in 2: limited to 600 personnel | met in 2:" in markdown
    assert "| **Island** | **must keep: amnesty** | **met in 3:" in markdown
    assert "<h2>Red lines</h2>" in page
    assert '<tr role="row" class="warned"><td role="cell"><p dir="auto">Island</p>' in page
    assert [line["right"]["status"] for line in report["red_lines"]] == ["met", "violated"]


def test_the_exit_code_says_whether_the_newer_version_crosses_a_line(plandiff, texts: Path, lines: str) -> None:
    before, after = str(texts / "before.txt"), str(texts / "after.txt")

    assert plandiff("compare", before, after, "--red-lines", lines, "--exit-code").code == 1
    assert plandiff("compare", before, after, "--red-lines", lines).code == 0
    kept = Path(lines).with_name("kept.txt")
    kept.write_text("coast guard: at least 700\n", encoding="utf-8")
    assert plandiff("compare", before, after, "--red-lines", str(kept), "--exit-code").code == 0


def test_a_report_without_red_lines_says_nothing_of_them(plandiff, texts: Path) -> None:
    assert "Red lines" not in plandiff("compare", str(texts / "before.txt"), str(texts / "after.txt")).out
