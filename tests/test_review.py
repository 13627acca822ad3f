"""The review file: written for a person, edited, obeyed, and refused with its place when it is malformed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from msgspec import convert
from msgspec.structs import replace

from plandiff import compare
from plandiff.errors import DataError
from plandiff.model import Anchor, Comparison, Options, Plan, Review, ReviewEntry
from plandiff.review import draft, read

OLD = """\
1. The sovereignty of the island is confirmed.
2. The coast guard is limited to 600 personnel.
3. A humanitarian committee is formed:
   (a) prisoners of war are exchanged at once, all for all;
   (b) the victims receive relief from a fund of the neighbouring states.
4. Elections are held on the island in 100 days.
5. All parties receive a full amnesty.
"""
NEW = """\
1. The sovereignty of the island is confirmed.
2. A humanitarian committee is formed:
   (a) prisoners of war are exchanged at once, all for all.
3. The victims receive relief from a fund of the neighbouring states.
4. Elections are held on the island as soon as possible.
5. The "harbour" is rebuilt, [to be agreed] \u202e.
"""
RENUMBERED = """\
1. Preparations begin on the first of May.
2. The sovereignty of the island is confirmed.
3. The "harbour" is rebuilt, [to be agreed] \u202e.
4. Elections are held on the island as soon as possible.
"""


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def fates(comparison: Comparison) -> list[str]:
    def cite(plan: Plan, ids: tuple[str, ...]) -> str:
        return ", ".join(plan.by_id[each].label or each for each in ids) or "–"

    return [
        f"{cite(comparison.left, change.left)} → {cite(comparison.right, change.right)}"
        for change in comparison.changes
    ]


def judged(text: str, link: str, *lines: str) -> str:
    """The review with another verdict in the entry whose comment begins with this link."""
    found = re.search(rf"^# links\[\d+\]  {re.escape(link)} .*\n\[\[links\]\]\n", text, flags=re.MULTILINE)
    assert found, link
    verdict = 'verdict = "open"\n'
    at = text.index(verdict, found.end())
    return text[:at] + "".join(f"{line}\n" for line in lines) + text[at + len(verdict) :]


# ---------------------------------------------------------------- what is written


def test_a_draft_has_an_entry_for_each_link_and_each_crossing_sub_point():
    review = convert(tomllib.loads(draft(compare(OLD, NEW))), Review)

    told = [
        (" ".join(a.label for a in entry.left), " ".join(a.label for a in entry.right), entry.part)
        for entry in review.links
    ]
    assert told == [
        ("1", "1", False),
        ("2", "", False),
        ("3", "2 3", False),
        ("3(b)", "3", True),
        ("4", "4", False),
        ("5", "", False),
        ("", "5", False),
    ]
    assert {entry.verdict for entry in review.links} == {"open"}


def test_an_entry_reads_like_this():
    text = draft(compare("1. The border stays.\n2. The port is open.\n", "1. The border stays.\n"))

    assert text.endswith("""\
# links[0]  1 → 1 unchanged, 1.00: same text
[[links]]
verdict = "open"
left = [{ label = "1", hash = "1a9e7048d1fa", words = "The border stays." }]
right = [{ label = "1", hash = "1a9e7048d1fa", words = "The border stays." }]

# links[1]  2 → – dropped, 0.97: no counterpart
[[links]]
verdict = "open"
left = [{ label = "2", hash = "fe2d87ff566a", words = "The port is open." }]
right = []
""")


def test_hostile_text_stays_inside_its_quotes():
    hostile = '1. A "quote", a \\ and \x1b[31m red \u202e sign.\n2. verdict = "break"\n[[links]]\n'

    text = draft(compare(hostile, hostile))

    review = convert(tomllib.loads(text), Review)
    assert review.links[0].left[0].words == 'A "quote", a \\ and \x1b[31m red \u202e sign.'
    assert {entry.verdict for entry in review.links} == {"open"}
    assert "\x1b" not in text
    assert "\u202e" not in text


# ---------------------------------------------------------------- what is obeyed


def test_a_draft_left_open_changes_nothing(tmp_path):
    review = tmp_path / "review.toml"
    review.write_text(draft(compare(OLD, NEW)), encoding="utf-8")

    assert replace(compare(OLD, NEW, review=review), options=Options()) == compare(OLD, NEW)


def test_verdicts_are_obeyed_and_said(plandiff, versions, tmp_path):
    review = tmp_path / "review.toml"
    assert plandiff("review", *versions, "-o", review).code == 0
    text = judged(review.read_text(encoding="utf-8"), "4 → 4", 'verdict = "confirm"')
    text = judged(text, "2 → –", 'verdict = "set"', 'to = ["5"]')
    text = judged(text, "3(b) → 3", 'verdict = "break"')
    review.write_text(text, encoding="utf-8")

    comparison = compare(*versions, review=review)

    assert fates(comparison) == ["1 → 1", "2 → 5", "3 → 2", "4 → 4", "5 → –", "– → 3"]
    told = {change.left: (change.score, change.reason) for change in comparison.changes}
    assert told["4",] == (1.0, f"confirmed in {review}")
    assert told["2",] == (1.0, f"set in {review}")
    assert comparison.warnings == (
        "review: 3(b) → 3 taken apart by hand",
        "review: 2 → 5 set by hand",
        "review: 1 link confirmed by hand",
    )
    out = plandiff("compare", *versions, "--review", review).out
    assert "warning: review: 2 → 5 set by hand" in out


def test_a_review_outlives_renumbering_and_says_what_no_longer_applies(tmp_path):
    review = tmp_path / "review.toml"
    text = judged(draft(compare(OLD, NEW)), "4 → 4", 'verdict = "break"')
    text = judged(text, "2 → –", 'verdict = "set"', 'to = ["5"]')
    text = judged(text, "3 → 2, 3", 'verdict = "confirm"')
    review.write_text(text, encoding="utf-8")

    comparison = compare(OLD, RENUMBERED, review=review)

    assert {"2 → 3", "4 → –", "– → 4"} <= set(fates(comparison))
    assert comparison.warnings == (
        "review: links[2], 3 → 2, 3, no longer applies: 2 is not found in the newer version",
        "review: 1 open entry has points that are not found in these versions",
        "review: 4 → 4 taken apart by hand",
        "review: 2 → 3 set by hand",
    )


def test_a_review_made_in_python():
    entry = ReviewEntry(verdict="set", left=(Anchor(label="2"),), to=("5",))

    comparison = compare(OLD, NEW, review=Review(links=(entry,)))

    assert "2 → 5" in fates(comparison)
    assert comparison.changes[1].reason == "set in the review"


# ---------------------------------------------------------------- what is refused

POINT = 'left = [{ label = "2" }]\n'


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[links]\n", "line 1"),
        (
            '[[links]]\nverdict = "brake"\n' + POINT,
            "field links[0].verdict: must be 'open', 'confirm', 'break'",
        ),
        ('[[links]]\nleft = [{ lable = "2" }]\n', "field links[0].left[0].lable: is unknown"),
        (
            "[[links]]\nleft = [{ label = 2 }]\n",
            "field links[0].left[0].label: must be text; put it in quotes",
        ),
        ('[[links]]\nverdict = "set"\nto = "5"\n' + POINT, "field links[0].to: must be a list"),
        ('[[links]]\nverdict = "set"\n' + POINT, "field links[0].to: is missing; name the right points"),
        ('[[links]]\nto = ["5"]\n' + POINT, 'field links[0].to: counts only with verdict = "set"'),
        ('[[links]]\nverdict = "break"\n' + POINT, "field links[0].verdict: has no link to break"),
        (f"[[links]]\n{POINT}[[links]]\n", "field links[1]: names no point"),
    ],
)
def test_a_malformed_file_is_one_line_with_its_place(plandiff, versions, tmp_path, text, complaint):
    review = tmp_path / "review.toml"
    review.write_text(text, encoding="utf-8")

    with pytest.raises(DataError, match=re.escape(complaint)):
        read(review)
    code, out, err = plandiff("compare", *versions, "--review", review)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"plandiff: {review}")
    assert complaint in err


def test_a_missing_file_is_trouble(plandiff, versions, tmp_path):
    code, _, err = plandiff("compare", *versions, "--review", tmp_path / "none.toml")

    assert (code, err) == (
        2,
        f"plandiff: {tmp_path / 'none.toml'}: cannot be read: No such file or directory\n",
    )


def test_verdicts_already_given_are_never_overwritten(plandiff, versions, tmp_path):
    review = tmp_path / "review.toml"
    review.write_text("my verdicts", encoding="utf-8")

    code, out, err = plandiff("review", *versions, "-o", review)

    assert (code, out) == (2, "")
    assert err == f"plandiff: {review}: exists, and may hold your verdicts; name a new file for --output\n"
    assert review.read_text(encoding="utf-8") == "my verdicts"


def test_without_a_file_the_draft_is_printed(plandiff, versions):
    code, out, err = plandiff("review", *versions)

    assert (code, err) == (0, "")
    assert len(tomllib.loads(out)["links"]) == 7
