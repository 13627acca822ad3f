"""The CI script of the manual, run in a repository as GitHub and GitLab run it, and the files around it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_git import ONE, TWO, git

CI = Path(__file__).parent.parent / "docs" / "ci"
MANUAL = (CI.parent / "ci.md").read_text(encoding="utf-8")
NAME = "Entwürfe/der Plan.md"
OUTSIDE = {name for name in os.environ if name.startswith(("GITHUB_", "CI_", "PLANDIFF_"))}


@pytest.fixture
def team(tmp_path):
    """A repository in which one commit changed a draft and added another."""
    folder = tmp_path / "team"
    (folder / NAME).parent.mkdir(parents=True)
    git(folder, "init", "--quiet")
    (folder / NAME).write_text(ONE, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "first")
    (folder / NAME).write_text(TWO, encoding="utf-8")
    (folder / "new.txt").write_text("1. Fire ceases.\n\n3. Mines go | <b>now</b>.\n", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "second")
    return folder


def job(folder, *command, **environment):
    """How a run of the job ended: its exit code and what it printed."""
    kept = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    run = subprocess.run(
        command or (sys.executable, str(CI / "drafts.py")),
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in run.stderr
    return run.returncode, run.stdout, run.stderr


def test_github_gets_annotations_a_summary_sarif_and_a_page_for_each_draft(team, tmp_path):
    summary = tmp_path / "summary.md"
    code, out, err = job(team, PLANDIFF_BASE="HEAD~1", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    results = json.loads((team / "plandiff-report" / "findings.sarif").read_text())["runs"][0]["results"]

    assert (code, err) == (1, "new.txt: is new since HEAD~1\n")
    assert "::error file=Entwürfe/der Plan.md,line=3,title=fact-changed::" in out
    assert "::warning file=new.txt,line=3,title=numbering-gap::" in out
    assert {each["ruleId"] for each in results} == {"fact-changed", "numbering-gap"}
    assert "| Entwürfe/der Plan.md:3 | critical | fact-changed |" in summary.read_text()
    assert "2 findings: 1 critical, 1 substantive" in summary.read_text()
    assert "<b>" not in summary.read_text()
    assert "60 days" in (team / "plandiff-report" / f"{NAME}.html").read_text()
    assert sorted(path.name for path in team.glob("plandiff-report/**/*.html")) == ["der Plan.md.html"]


def test_gitlab_gets_a_code_quality_report_and_plain_words(team):
    base = git(team, "rev-parse", "HEAD~1").strip()
    code, out, _ = job(team, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_BEFORE_SHA="0" * 40)
    rows = json.loads((team / "plandiff-report" / "codequality.json").read_text())

    assert code == 1
    assert "Entwürfe/der Plan.md:3: critical fact-changed:" in out
    assert {(row["check_name"], row["severity"], row["location"]["path"]) for row in rows} == {
        ("fact-changed", "critical", NAME),
        ("numbering-gap", "major", "new.txt"),
    }
    assert len({row["fingerprint"] for row in rows}) == 2


def test_only_the_drafts_asked_for_are_judged_and_a_note_lets_a_change_pass(team):
    (team / "plandiff.toml").write_text("")
    git(team, "add", "plandiff.toml")
    git(team, "commit", "--quiet", "--message", "why\n\nPlan-Change: agreed on Monday")
    code, out, _ = job(team, PLANDIFF_BASE="HEAD~2", PLANDIFF_FILES="Entwürfe/*.md\n")

    assert code == 0
    assert "the change comes with a note" in out
    assert "the change comes with a note" in (team / "plandiff-report" / "summary.md").read_text()
    assert "::notice title=plandiff::" in job(team, PLANDIFF_BASE="HEAD~2", GITHUB_ACTIONS="true")[1]
    assert "new.txt" not in out


def test_where_no_draft_changed_all_is_well(team):
    code, out, _ = job(team, PLANDIFF_BASE="HEAD")

    assert (code, out) == (0, "no draft changed\n")
    assert (team / "plandiff-report" / "summary.md").read_text() == "No draft changed.\n"


def test_a_new_branch_has_no_base_and_its_drafts_are_judged_by_themselves(team):
    code, out, _ = job(team, PLANDIFF_BASE="0" * 40)

    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines() if "numbering-gap" in line] == ["new.txt:3"]
    assert "fact-changed" not in out


@pytest.mark.parametrize("base", ["1" * 40, "--output=owned", "no such"])
def test_a_base_that_was_not_fetched_is_one_clear_line(team, base):
    code, _, err = job(team, PLANDIFF_BASE=base)

    assert (code, err.count("\n")) == (2, 1)
    assert "fetch-depth: 0" in err
    assert not (team / "owned").exists()


def test_a_draft_that_cannot_be_read_is_trouble(team):
    (team / "bad.docx").write_bytes(b"PK\x03\x04nothing")
    git(team, "add", ".")
    code, _, err = job(team, PLANDIFF_FILES="*.docx")

    assert (code, err.count("\n")) == (2, 1)
    assert "bad.docx" in err


# ---------------------------------------------------------------- the files around the script


def load(name):
    yaml = pytest.importorskip("yaml", reason="needs PyYAML: pip install 'plandiff[documents]'")
    return yaml.safe_load((CI / name).read_text(encoding="utf-8"))


def test_the_action_runs_the_script_and_puts_no_input_into_a_shell(team, tmp_path):
    action = load("action.yml")
    steps = action["runs"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    python = tmp_path / "plandiff" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n')
    python.chmod(0o755)
    (judging,) = [step for step in steps if "env" in step]
    given = {"PLANDIFF_BASE": "HEAD~1", "PLANDIFF_FILES": "$(touch owned)\n*.md", "PLANDIFF_REPORT": "out"}
    places = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(CI), "GITHUB_ACTIONS": "true"}
    code, out, _ = job(team, "bash", "-euo", "pipefail", "-c", judging["run"], **given, **places)

    assert not any("${{" in script for script in scripts)
    assert set(judging["env"]) == set(given)
    assert (code, out.count("::error ")) == (1, 1)
    assert (team / "out" / "findings.sarif").exists()
    assert not (team / "owned").exists()


def test_the_manual_says_every_input_and_every_file():
    inputs = re.findall(r"^\| `(PLANDIFF_\w+)` \| `(\w+)` \|", MANUAL, re.MULTILINE)
    (judging,) = [step for step in load("action.yml")["runs"]["steps"] if "env" in step]

    assert {name for _, name in inputs} == set(load("action.yml")["inputs"])
    assert {name: f"${{{{ inputs.{each} }}}}" for name, each in inputs} == judging["env"]
    assert {path.name for path in CI.iterdir() if path.is_file()} == set(re.findall(r"\]\(ci/([\w.]+)\)", MANUAL))


def test_the_examples_use_what_the_script_writes():
    uploaded = load("github.yml")["jobs"]["plandiff"]["steps"][-1]["with"]["sarif_file"]
    artifacts = load("gitlab.yml")["plandiff"]["artifacts"]

    assert uploaded == "plandiff-report/findings.sarif"
    assert artifacts["reports"]["codequality"] == "plandiff-report/codequality.json"
    assert load("gitlab.yml")["plandiff"]["script"][-1].endswith("docs/ci/drafts.py")
