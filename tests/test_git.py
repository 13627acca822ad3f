"""Versions in git: `REV:path`, renames, and one clear line where git has no answer. With the real git."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plandiff import compare
from plandiff.errors import SourceError
from plandiff.git.before import before
from plandiff.git.blob import blob
from plandiff.git.noted import noted

ONE = "1. The parties cease fire.\n\n2. Prisoners are exchanged within 30 days.\n\n3. The dam is rebuilt by both.\n"
TWO = ONE.replace("30 days", "60 days")


def git(folder, *arguments):
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    run = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with the first version of a plan committed in the folder `drafts`."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "plan.txt").write_text(ONE)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_compared_with_itself_in_a_revision(repository):
    (repository / "drafts" / "plan.txt").write_text(TWO)
    comparison = compare("HEAD:drafts/plan.txt", "drafts/plan.txt")

    assert [change.kind for change in comparison.changes] == ["unchanged", "modified", "unchanged"]
    assert comparison.left.name == "HEAD:drafts/plan.txt"


def test_a_path_may_begin_where_one_stands(repository, monkeypatch):
    monkeypatch.chdir(repository / "drafts")

    assert blob("HEAD", "plan.txt") == blob("HEAD", "drafts/plan.txt") == ONE.encode()


def test_an_empty_revision_is_what_is_staged(repository):
    (repository / "drafts" / "plan.txt").write_text(TWO)
    git(repository, "add", ".")

    assert blob("", "drafts/plan.txt") == TWO.encode()


def test_a_file_that_has_such_a_name_is_that_file(repository):
    (repository / "HEAD:odd.txt").write_text(ONE)

    assert compare("HEAD:odd.txt", "drafts/plan.txt").left.numbered == 3


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HEAD:missing.txt", "HEAD:missing.txt: there is no such file in HEAD"),
        ("no-such:drafts/plan.txt", "there is no revision no-such in this repository"),
        ("--output=x:drafts/plan.txt", "there is no revision --output=x in this repository"),
        ("HEAD:drafts", "is a folder in HEAD: name a file in it"),
        (":other.txt", "there is no such file among what is staged"),
        ("HEAD:a\nb", "line break"),
    ],
)
def test_what_git_does_not_have_is_said_in_one_line(repository, name, said):
    with pytest.raises(SourceError) as error:
        blob(*name.split(":", 1))

    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_outside_a_repository_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(SourceError, match="is not in a git repository"):
        blob("HEAD", "plan.txt")


def test_a_submodule_is_said(repository):
    git(
        repository, "update-index", "--add", "--cacheinfo", f"160000,{git(repository, 'rev-parse', 'HEAD').strip()},sub"
    )
    git(repository, "commit", "--quiet", "--message", "sub")

    with pytest.raises(SourceError, match="is a submodule in HEAD"):
        blob("HEAD", "sub")


def test_a_shallow_clone_is_told_to_fetch(repository, tmp_path):
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "second")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")

    with pytest.raises(SourceError, match="unshallow"):
        blob("HEAD~1", "drafts/plan.txt", folder=tmp_path / "shallow")


def test_no_program_that_a_repository_names_is_started(repository):
    trap = repository / "started"
    script = repository / "monitor.sh"
    script.write_text(f"#!/bin/sh\ntouch '{trap}'\n")
    script.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(script))
    git(repository, "config", "diff.external", str(script))
    (repository / ".gitattributes").write_text("*.txt diff=own\n")
    git(repository, "config", "diff.own.textconv", str(script))
    trap.unlink(missing_ok=True)

    blob("HEAD", "drafts/plan.txt")
    (repository / "drafts" / "plan.txt").rename(repository / "renamed.txt")
    before(repository / "renamed.txt", "HEAD")
    noted(repository, "HEAD", trailer="Plan-Change", file="drafts/plan.txt")

    assert not trap.exists()


# ---------------------------------------------------------------- what a file was called


def test_a_rename_is_followed_before_it_is_committed_and_after(repository):
    git(repository, "mv", "drafts/plan.txt", "Plan final ✓.txt")
    new = repository / "Plan final ✓.txt"

    assert before(new, "HEAD") == "drafts/plan.txt"
    git(repository, "commit", "--quiet", "--message", "renamed")
    assert before(new, "HEAD") == "Plan final ✓.txt"
    assert before(new, "HEAD~1") == "drafts/plan.txt"


def test_a_new_file_was_nowhere(repository):
    (repository / "new.txt").write_text("1. Something else altogether.\n")

    assert before(repository / "new.txt", "HEAD") is None


def test_in_a_repository_without_commits_no_file_was_there(tmp_path):
    git(tmp_path, "init", "--quiet")
    (tmp_path / "plan.txt").write_text(ONE)

    assert before(tmp_path / "plan.txt", "HEAD") is None
    with pytest.raises(SourceError, match="no such revision"):
        before(tmp_path / "plan.txt", "v1")


# ---------------------------------------------------------------- notes


def test_a_note_is_a_trailer_or_a_new_line_in_the_file_of_notes(repository):
    def has_note(revision="HEAD"):
        return noted(repository, revision, trailer="Plan-Change", file="NOTES.md")

    assert not has_note()
    (repository / "NOTES.md").write_text("- 60 days, agreed on Monday\n")
    git(repository, "add", ".")
    assert has_note()
    git(repository, "commit", "--quiet", "--message", "notes")
    assert not has_note()
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "why\n\nPlan-Change: agreed on Monday")
    assert has_note("HEAD~1")
    assert not has_note()


def test_a_name_that_no_file_can_have_is_one_clear_line(repository):
    with pytest.raises(SourceError, match="too long for a name in git"):
        blob("HEAD", "x" * 100_000)


LATE = """
import signal, subprocess, time
from plandiff.errors import SourceError
from plandiff.git.blob import blob

begun = subprocess.Popen.__init__
def late(*given, **named):
    begun(*given, **named)
    time.sleep(0.3)
subprocess.Popen.__init__ = late
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
try:
    blob("HEAD", "plan.txt")
except SourceError as error:
    print(error)
"""


def test_git_that_gives_up_before_it_reads_the_question_does_not_end_the_program(tmp_path):
    run = subprocess.run([sys.executable, "-c", LATE], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "HEAD:plan.txt: is not in a git repository: go to its folder, or name files\n"
