"""The pre-commit hooks, with the real pre-commit and git in a repository made for the purpose."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_git import ONE, TWO, git

ROOT = Path(__file__).parent.parent
PARTS = ("plandiff", "plugins", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
pre_commit = pytest.importorskip("pre_commit", reason="needs pre-commit: pip install 'plandiff[test]'")

POLICY = '[policy]\nwithout_note = "editorial"\nnote_file = "NOTES.md"\n'
FILES = ROOT / "tests" / "formats" / "files"
NAME = "Entwurf für alle.txt"


@pytest.fixture(scope="module")
def hooks(tmp_path_factory) -> Path:
    """This project as a repository of its own, as pre-commit will clone it."""
    home = tmp_path_factory.mktemp("hooks")
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, home / part)
    git(home, "init", "--quiet")
    git(home, "add", ".")
    git(home, "commit", "--quiet", "--message", "hooks")
    return home


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def team(tmp_path, hooks, store, monkeypatch):
    """A repository of a drafting team that uses the hooks."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(store))
    git(tmp_path, "init", "--quiet")
    revision = git(hooks, "rev-parse", "HEAD").strip()
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {revision}\n"
        "  hooks:\n  - id: plandiff-check\n  - id: plandiff-compare\n"
    )
    (tmp_path / "plandiff.toml").write_text(POLICY)
    git(tmp_path, "add", ".")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def commit(folder, text, name=NAME):
    """Stage a draft and try to commit it; whether that went through, and what was shown."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    git(folder, "add", ".")
    return committed(folder)


def committed(folder, message="a change"):
    """Try to commit what is staged; whether that went through, and what was shown."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(
        ["git", *identity, "commit", "--message", message],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        check=False,
    )
    return run.returncode == 0, run.stdout + run.stderr


def test_a_commit_is_stopped_and_lands_once_the_note_is_there(team):
    landed, shown = commit(team, ONE)
    assert landed, shown

    landed, shown = commit(team, TWO)
    assert not landed
    assert "note-missing" in shown
    assert "30 days" in shown

    (team / "NOTES.md").write_text("- exchange in 60 days: agreed on Monday\n")
    landed, shown = commit(team, TWO)
    assert landed, shown

    git(team, "mv", NAME, "final.txt")
    landed, shown = commit(team, TWO + "\n5. Mines are cleared.\n", name="final.txt")
    assert not landed
    assert "numbering-gap" in shown
    assert (team / "final.txt").read_text() == TWO + "\n5. Mines are cleared.\n", "a hook never writes"
    assert not list(team.glob(".plandiff*"))


def test_what_is_not_staged_is_not_judged(team):
    assert commit(team, ONE)[0]
    (team / "other.txt").write_text("1. Fire ceases.\n")
    git(team, "add", "other.txt")
    (team / NAME).write_text(TWO)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(
        ["git", *identity, "commit", "--message", "other"], cwd=team, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert (team / NAME).read_text() == TWO


def test_a_word_document_is_judged_too(team):
    assert commit(team, (FILES / "us-28" / "office.docx").read_bytes(), "Plan für alle.docx")[0]
    landed, shown = commit(team, (FILES / "kyiv-20" / "office.docx").read_bytes(), "Plan für alle.docx")

    assert not landed
    assert "point-dropped" in shown
    assert "800,000 personnel" in shown


def test_a_draft_in_a_folder_of_a_linked_work_tree(team, tmp_path_factory):
    assert commit(team, ONE, "open drafts/plan.txt")[0]
    linked = tmp_path_factory.mktemp("linked") / "tree"
    git(team, "worktree", "add", "--quiet", str(linked))
    landed, shown = commit(linked, TWO, "open drafts/plan.txt")

    assert not landed
    assert "60 days" in shown


def test_a_merge_brings_its_notes_with_it(team):
    assert commit(team, ONE)[0]
    main = git(team, "branch", "--show-current").strip()
    git(team, "checkout", "--quiet", "-b", "other")
    (team / NAME).write_text(TWO)
    git(team, "commit", "--quiet", "--all", "--no-verify", "--message", "longer\n\nPlan-Change: agreed on Monday")
    git(team, "checkout", "--quiet", main)
    (team / NAME).write_text(ONE.replace("30 days", "45 days"))
    git(team, "commit", "--quiet", "--all", "--no-verify", "--message", "between")
    subprocess.run(["git", "merge", "other"], cwd=team, capture_output=True, check=False)
    landed, shown = commit(team, TWO)

    assert landed, shown
    assert "45 days" in shown, "the report says what the merge brings"


def test_a_span_of_commits_is_compared_with_where_it_begins(team):
    assert commit(team, ONE)[0]
    git(team, "mv", NAME, "final.txt")
    (team / "final.txt").write_text(TWO)
    git(team, "commit", "--quiet", "--all", "--no-verify", "--message", "longer")
    git(team, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", "nothing")
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--from-ref", "HEAD~2", "--to-ref", "HEAD"],
        cwd=team,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1, run.stdout + run.stderr
    assert "fact-changed" in run.stdout
    assert "note-missing" in run.stdout


def test_the_first_commit_has_nothing_to_be_compared_with(team):
    landed, shown = commit(team, ONE, "sub/first plan ✓.txt")

    assert landed, shown
    assert "is new since HEAD" in shown


def test_try_repo_works(team, hooks):
    (team / NAME).write_text("1. Fire ceases.\n\n3. Mines go.\n", encoding="utf-8")
    git(team, "add", ".")
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "plandiff-check", "--all-files"],
        cwd=team,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 1, run.stdout + run.stderr
    assert "numbering-gap" in run.stdout


def test_a_trailer_is_a_note_where_the_hook_sees_the_message(team, hooks):
    config = team / ".pre-commit-config.yaml"
    head = config.read_text().partition("  hooks:")[0]
    config.write_text(f"{head}  hooks:\n  - id: plandiff-note\n    args: ['{NAME}', --message]\n")
    (team / "plandiff.toml").write_text('[policy]\nwithout_note = "editorial"\n')
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install", "--hook-type", "commit-msg"],
        cwd=team,
        check=True,
        capture_output=True,
    )
    assert commit(team, ONE)[0]
    bare = commit(team, TWO)
    noted = committed(team, "longer\n\nPlan-Change: agreed on Monday")

    assert not bare[0]
    assert "note-missing" in bare[1]
    assert "Plan-Change: trailer in the commit message" in bare[1]
    assert noted[0], noted[1]
