"""`plandiff explain`: what became of one point, how sure, why, and what else it could be."""

from __future__ import annotations

from pathlib import Path

import pytest

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
4. The coast guard is limited to 800 personnel in peacetime.
5. The harbour is rebuilt.
6. A museum is opened.
"""


@pytest.fixture
def explain(plandiff, tmp_path: Path):
    """What is said of a point, at 100 columns, with the names of the answers at the line starts."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")

    def run(*arguments: str) -> str:
        code, out, err = plandiff("explain", old, new, *arguments, "--width", "100")
        assert (code, err) == (0, "")
        return out.replace(f"{tmp_path}/", "")

    run.files = (old, new)
    return run


def test_a_point_that_was_reworded_and_renumbered(explain):
    told = explain("2")

    assert told.startswith("2 of old.txt, line 2\n             The coast guard is limited to 600 personnel.\n")
    for line in (
        "link         2 → 4  modified · renumbered · critical\n",
        "because      ",
        "shared       7 of 8 old words, 7 of 10 new words\n",
        "redline      The coast guard is limited to [-600-] {+800+} personnel {+in peacetime+}.",
        "meaning      figure 600 → 800 (+200, +33 %); gained: in peacetime",
    ):
        assert line in told


def test_how_sure_it_is_stands_in_words(explain):
    assert "sure         1.00, all but certain\n" in explain("1")
    assert "because      same text\n" in explain("1")


def test_a_split_says_how_much_went_where_and_what_became_of_the_sub_points(explain):
    told = explain("3")

    assert "link         3 → 2, 3  split" in told
    assert "% is in 2; " in told
    assert "% is in 3" in told
    assert "parts        3 → 2  unchanged · renumbered\n" in told
    assert "             3(b) → 3  " in told


def test_a_sub_point_says_where_it_stood(explain):
    told = explain("3(b)")

    assert "link         3(b) → 3  " in told
    assert "inside       3 → 2, 3  split" in told


@pytest.mark.parametrize("citation", ["3(b)", "3.b", "3 b)", "point 3(b)"])
def test_every_way_to_cite_it_is_understood(explain, citation):
    assert explain(citation).startswith("3(b) of old.txt, line 5\n")


def test_a_dropped_point_has_no_redline(explain):
    told = explain("5")

    assert "link         5 → –  dropped" in told
    assert "redline" not in told


def test_a_label_of_both_sides_is_the_old_one_unless_asked(explain):
    assert explain("5").startswith("5 of old.txt")
    assert explain("5", "--side", "new").startswith("5 of new.txt")
    assert explain("6").startswith("6 of new.txt")


def test_a_new_point_says_what_came_into_it(explain):
    told = explain("3", "--side", "new")

    assert "of 3 is here" in told
    assert "parts        3(b) → 3" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["9"], "no point is cited so; near to it are: 3, 4, 5."),
        (["3(c)"], "no point is cited so; near to it are: 3, 3(a), 3(b)."),
        (["6", "--side", "old"], "no point of the old version is cited so; near to it are: 3, 4, 5."),
    ],
)
def test_a_point_that_is_not_there_is_one_line_with_a_suggestion(explain, plandiff, arguments, said):
    code, out, err = plandiff("explain", *explain.files, *arguments)

    assert (code, out) == (2, "")
    assert err == f"plandiff: Invalid value for POINT: {said} See `plandiff explain --help`.\n"


def test_a_label_used_twice_is_told_apart_by_id(plandiff, tmp_path):
    old = tmp_path / "old.txt"
    old.write_text(
        "Chapter I\n\n1. The border stays.\n\n2. The port is open.\n\n"
        "Chapter II\n\n1. The seat moves.\n\n2. All prisoners go home.\n",
        encoding="utf-8",
    )

    code, out, err = plandiff("explain", old, old, "2")

    assert (code, out) == (2, "")
    assert "several points are cited so; name one by its id: I.2, II.2." in err
    assert "All prisoners go home." in plandiff("explain", old, old, "II.2").out


def test_an_id_that_is_also_a_label_says_so(plandiff, tmp_path):
    old = tmp_path / "old.txt"
    old.write_text("1. The border stays.\n2. The port is open.\n\n1. The seat moves.\n", encoding="utf-8")

    assert "cited alike, named by these ids: 1~2 (line 4)" in plandiff("explain", old, old, "1").out


def test_hostile_text_reaches_the_terminal_as_letters(plandiff, tmp_path):
    file = tmp_path / "old.txt"
    file.write_text("1. Red \x1b[31m and [bold]markup[/bold].\n2. The port is open.\n", encoding="utf-8")

    out = plandiff("explain", file, file, "1").out

    assert "⟨U+001B⟩[31m and [bold]markup[/bold]." in out


def test_the_runner_up_is_named_with_its_first_words(plandiff, tmp_path):
    (tmp_path / "old.txt").write_text(
        "1. The northern border is watched by ten observers.\n2. The fleet stays in port.\n", encoding="utf-8"
    )
    (tmp_path / "new.txt").write_text(
        "1. The northern border is watched by six observers.\n"
        "2. The northern border is watched by two observers and a drone.\n",
        encoding="utf-8",
    )

    out = plandiff("explain", tmp_path / "old.txt", tmp_path / "new.txt", "1").out

    assert "or else      could also be 2 (0." in out
    assert "“The northern border is watched by two observers and a drone.”" in out


def test_what_a_reconstruction_says_is_marked(plandiff, monkeypatch):
    monkeypatch.chdir(Path(__file__).parent.parent)
    folder = "fixtures/ukraine/"

    out = plandiff("explain", f"{folder}us-28.txt", f"{folder}geneva-19.txt", "6").out

    assert "new: RECONSTRUCTION from press reports: the text was never published" in out


def test_a_review_is_obeyed(explain, tmp_path):
    verdicts = tmp_path / "review.toml"
    verdicts.write_text(
        '[[links]]\nverdict = "set"\nto = ["5"]\nleft = [{ label = "5" }]\nright = []\n', encoding="utf-8"
    )

    assert "link         5 → –  dropped" in explain("5")
    told = explain("5", "--review", str(verdicts))
    assert "link         5 → 5  modified" in told
    assert "because      set in review.toml" in told
