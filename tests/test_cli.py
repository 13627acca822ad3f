"""The command line as a person meets it."""

from __future__ import annotations

import json
import os
import shutil
import stat
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.json import decode

from plandiff import __version__
from plandiff.model import Comparison, Plan
from tests.plugins import docx_files
from tests.test_git import git

needs_posix = pytest.mark.skipif(os.name != "posix", reason="devices and signals of POSIX")


# ---------------------------------------------------------------- help and usage


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "compare"]])
def test_the_version_is_one_line(plandiff, arguments):
    assert plandiff(*arguments) == (0, f"plandiff {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_names_every_command_and_exit_code(plandiff, arguments):
    code, out, err = plandiff(*arguments)

    assert (code, err) == (0, "")
    for word in ("compare", "show", "plugins", "Examples:", "Exit codes: 0", "130"):
        assert word in out


def test_brackets_survive_in_help(plandiff):
    assert "[to be agreed]" in plandiff("compare", "--help").out


def examples(plandiff) -> list[str]:
    pages = [plandiff(*command, "--help").out for command in ([], ["compare"], ["show"])]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    return [line.split("   ")[0] for line in lines if line.startswith("plandiff ")]


def test_the_examples_in_help_work(plandiff, texts, monkeypatch):
    for name in ("old.txt", "us-28.txt", "draft.txt", "a.md"):
        shutil.copy(texts / "before.txt", texts / name)
    for name in ("new.txt", "geneva-19.txt", "b.md"):
        shutil.copy(texts / "after.txt", texts / name)
    (texts / "us-28.html").write_text("<ol><li>The island is sovereign.<li>Elections follow.</ol>")
    (texts / "draft.docx").write_bytes(docx_files.docx(docx_files.p(docx_files.r("1. The truce holds."))))
    (texts / "draft.md").write_text("1. The truce holds.\n")
    git(texts, "init", "--quiet")
    git(texts, "add", "draft.md")
    git(texts, "commit", "--quiet", "--message", "first")
    monkeypatch.chdir(texts)

    found = examples(plandiff)

    assert len(found) >= 9
    for example in found:
        code, _, err = plandiff(*example.split()[1:])
        assert (example, code, err) == (example, 0, "")
    assert (texts / "diff.md").exists()
    assert (texts / "report.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "name two versions, the older one first. See `plandiff compare --help`."),
        (["compare", "a", "b", "c"], "name two versions"),
        (["compare", "a", "--revisions-of", "b"], "takes the place of A, B"),
        (["compare", "--against", "HEAD"], "name the files to compare"),
        (["compare", "a", "b", "--no-such-thing"], "No such option: --no-such-thing"),
        (["compare", "a", "b", "--format", "pdf"], "pdf"),
        (
            ["compare", "a", "b", "--width", "12"],
            "'--width': Input should be greater than or equal to 40. See",
        ),
        (["compare", "-", "-"], "only one side can be standard input"),
        (["compare", "a", "b", "--format", "html", "--view", "map"], "html has one view only: leave --view out"),
        (["compare", "a", "b", "--format", "markdown", "--view", "side"], "markdown has only the views points, issues"),
        (["burn"], "No such command 'burn'. See `plandiff --help`."),
    ],
)
def test_wrong_usage_is_trouble_and_says_where_help_is(plandiff, arguments, said):
    code, out, err = plandiff(*arguments)

    assert (code, out) == (2, "")
    assert err.startswith("plandiff: ")
    assert said in err
    assert "--help`." in err


# ---------------------------------------------------------------- compare


def test_compare_prints_a_report(plandiff, texts):
    code, out, err = plandiff("compare", texts / "before.txt", texts / "after.txt")

    assert (code, err) == (0, "")
    assert "600" in out
    assert "800" in out
    assert "full amnesty" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("view", ["points", "side", "map", "summary"])
def test_every_view_names_what_was_dropped(plandiff, texts, view):
    code, out, _ = plandiff("compare", texts / "before.txt", texts / "after.txt", "--view", view)

    assert code == 0
    assert "dropped" in out


def test_width_holds_every_line(plandiff, texts):
    _, out, _ = plandiff("compare", texts / "before.txt", texts / "after.txt", "--width", 60)

    assert max(map(len, out.splitlines())) <= 60


def test_colour_is_there_when_asked_for(plandiff, texts):
    _, out, _ = plandiff("compare", texts / "before.txt", texts / "after.txt", "--color", "always")

    assert "\x1b[" in out


@pytest.mark.parametrize("format", ["terminal", "text", "markdown", "html"])
def test_light_changes_are_folded_where_people_read(plandiff, tmp_path, format):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("1. The council cleans the wells.\n2. The fee is due within 60 days.\n", encoding="utf-8")
    new.write_text("1. The wells are cleaned by the council.\n2. The fee is due within 90 days.\n", encoding="utf-8")
    arguments = ["compare", str(old), str(new), "--format", format]

    _, folded, _ = plandiff(*arguments, "--min-severity", "substantive")
    _, whole, _ = plandiff(*arguments)

    assert "1 change below substantive is folded" in folded
    assert "is folded" not in whole
    assert "90" in folded


@pytest.mark.parametrize("format", ["json", "csv"])
def test_tables_and_json_stay_whole(plandiff, texts, format):
    arguments = ["compare", str(texts / "before.txt"), str(texts / "after.txt"), "--format", format]

    assert plandiff(*arguments).code == 0
    assert plandiff(*arguments, "--min-severity", "critical") == plandiff(*arguments)


def test_json_is_the_comparison(plandiff, texts):
    _, out, _ = plandiff("compare", texts / "before.txt", texts / "after.txt", "--format", "json")

    comparison = decode(out, type=Comparison)
    assert [point.label for point in comparison.left.top] == ["1", "2", "3", "4"]
    assert comparison.differs


def test_markdown_has_a_heading(plandiff, texts):
    _, out, _ = plandiff("compare", texts / "before.txt", texts / "after.txt", "--format", "markdown")

    assert out.startswith("#")


@pytest.mark.parametrize(("side", "other"), [("before.txt", "after.txt"), ("after.txt", "before.txt")])
def test_one_side_can_be_standard_input(plandiff, texts, side, other):
    piped = plandiff("compare", "-", texts / other, "-f", "json", stdin=(texts / side).read_bytes())
    read = plandiff("compare", texts / side, texts / other, "-f", "json")

    assert piped.code == 0
    assert json.loads(piped.out)["changes"] == json.loads(read.out)["changes"]


@pytest.mark.parametrize(
    ("right", "flags", "code"),
    [
        ("after.txt", [], 0),
        ("after.txt", ["--exit-code"], 1),
        ("before.txt", ["--exit-code"], 0),
        ("missing.txt", ["--exit-code"], 2),
    ],
)
def test_exit_codes_tell_the_verdict_only_when_asked(plandiff, texts, right, flags, code):
    assert plandiff("compare", texts / "before.txt", texts / right, *flags).code == code


def test_own_seed_records_are_read(plandiff, texts):
    seeds = texts / "seeds"
    seeds.mkdir()
    (seeds / "wrong.toml").write_text("id = 3")

    code, out, err = plandiff("compare", texts / "before.txt", texts / "after.txt", "--seeds", seeds)

    assert (code, out) == (2, "")
    assert "wrong.toml" in err


# ---------------------------------------------------------------- where the report goes


def test_output_goes_to_the_file_alone(plandiff, texts):
    report = texts / "report.txt"

    code, out, err = plandiff("compare", texts / "before.txt", texts / "after.txt", "-o", report)

    assert (code, out, err) == (0, "", "")
    assert "full amnesty" in report.read_text(encoding="utf-8")
    assert sorted(path.name for path in texts.iterdir()) == ["after.txt", "before.txt", "report.txt"]


def test_a_failed_write_leaves_the_old_report(plandiff, texts, monkeypatch):
    report = texts / "report.txt"
    report.write_text("the report of yesterday")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = plandiff("compare", texts / "before.txt", texts / "after.txt", "-o", report)

    assert code == 2
    assert err == f"plandiff: {report}: cannot be written: No space left on device\n"
    assert report.read_text() == "the report of yesterday"
    assert sorted(path.name for path in texts.iterdir()) == ["after.txt", "before.txt", "report.txt"]


@needs_posix
def test_a_replaced_report_keeps_its_mode_and_its_link(plandiff, texts):
    report, link = texts / "report.txt", texts / "latest.txt"
    report.touch(mode=0o640)
    link.symlink_to(report)

    assert plandiff("compare", texts / "before.txt", texts / "after.txt", "-o", link).code == 0

    assert link.is_symlink()
    assert report.stat().st_size > 0
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


@needs_posix
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("before.txt", "is read for the report"),
        ("same.txt", "is read for the report"),
        ("folder", "is a folder"),
        ("missing/report.txt", "No such file or directory"),
        ("/dev/null", "is not a regular file"),
    ],
)
def test_output_is_refused_where_it_would_do_harm(plandiff, texts, target, said):
    (texts / "same.txt").hardlink_to(texts / "before.txt")
    (texts / "folder").mkdir()
    before = (texts / "before.txt").read_text()

    code, out, err = plandiff("compare", texts / "before.txt", texts / "after.txt", "-o", texts / target)

    assert (code, out) == (2, "")
    assert said in err
    assert (texts / "before.txt").read_text() == before


# ---------------------------------------------------------------- show and plugins


def test_show_says_how_a_text_was_understood(plandiff, texts):
    code, out, _ = plandiff("show", texts / "before.txt")

    assert code == 0
    assert "full amnesty" in out


def test_show_writes_the_plan_as_json(plandiff, texts):
    _, out, _ = plandiff("show", texts / "before.txt", "--format", "json")

    assert [point.label for point in decode(out, type=Plan).top] == ["1", "2", "3", "4"]


def test_plugins_are_listed_with_their_distribution(plandiff):
    code, out, _ = plandiff("plugins")

    assert code == 0
    row = next(line for line in out.splitlines() if line.startswith("reader-text "))
    assert row.split() == ["reader-text", "plandiff_read", "plandiff", __version__, "plandiff_readers.text"]


def test_plugins_as_json(plandiff):
    plugins = json.loads(plandiff("plugins", "--json").out)

    assert {
        "name": "reader-text",
        "distribution": "plandiff",
        "version": __version__,
        "module": "plandiff_readers.text",
        "hooks": ["plandiff_read"],
    } in plugins


# ---------------------------------------------------------------- trouble


def explode(*_: object, **__: object) -> None:
    raise ValueError("the secret wording of point 7")


def test_an_internal_error_is_one_line_without_document_text(plandiff, texts, monkeypatch):
    monkeypatch.setattr(import_module("plandiff.compare"), "compare", explode)

    code, out, err = plandiff("compare", texts / "before.txt", texts / "after.txt")

    assert (code, out) == (3, "")
    assert err == "plandiff: internal error: ValueError; please report it (PLANDIFF_DEBUG=1 shows where)\n"


def test_a_traceback_is_shown_when_asked_for(plandiff, texts, monkeypatch):
    monkeypatch.setattr(import_module("plandiff.compare"), "compare", explode)
    monkeypatch.setenv("PLANDIFF_DEBUG", "1")

    code, _, err = plandiff("compare", texts / "before.txt", texts / "after.txt")

    assert code == 3
    assert "Traceback" in err


def test_an_interruption_is_quiet(plandiff, texts, monkeypatch):
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("plandiff.compare"), "compare", interrupt)

    assert plandiff("compare", texts / "before.txt", texts / "after.txt") == (130, "", "")


@needs_posix
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["compare", "before.txt", "after.txt"]])
def test_a_full_disk_is_trouble(spawn, texts, arguments):
    with Path("/dev/full").open("w") as full:
        run = spawn(*arguments, cwd=texts, stdout=full)

    assert run.returncode == 2
    assert run.stderr.startswith("plandiff: standard output: ")
    assert run.stderr.count("\n") == 1


@needs_posix
def test_a_reader_that_went_away_is_trouble(spawn, texts):
    reading, writing = os.pipe()
    os.close(reading)

    run = spawn("compare", "before.txt", "after.txt", "--exit-code", cwd=texts, stdout=writing)

    os.close(writing)
    assert (run.returncode, run.stderr) == (2, "plandiff: standard output: cannot be written: Broken pipe\n")


def test_two_names_without_an_option_print_what_the_built_command_line_prints(plandiff, texts):
    files = str(texts / "before.txt"), str(texts / "after.txt")

    assert plandiff("compare", *files) == plandiff("compare", *files, "--view", "points")


def test_what_a_quote_does_not_say_stands_once_in_parentheses(plandiff, tmp_path):
    for name, days in (("old.txt", 60), ("new.txt", 90)):
        lines = f"1. The government keeps the ceasefire for {days} days.", "2. The army shall not exceed 600 soldiers."
        (tmp_path / name).write_text("\n".join(lines))
    out = plandiff("compare", tmp_path / "old.txt", tmp_path / "new.txt", "--view", "issues").out

    assert "→ the ceasefire for 90 days (+30 days, +50 %)" in " ".join(out.split())
