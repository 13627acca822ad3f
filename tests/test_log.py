"""`plandiff log FILE`: what each commit did to a plan, with the real git."""

from __future__ import annotations

import json

import pytest

from tests.test_git import ONE, TWO, git, repository  # noqa: F401

PLAN = "drafts/plan.txt"


@pytest.fixture
def history(repository):  # noqa: F811
    """A repository in which a text can be committed under a subject."""

    def commit(text, subject, name=PLAN):
        (repository / name).write_text(text)
        git(repository, "add", ".")
        git(repository, "commit", "--quiet", "--message", subject)

    return commit


def paragraphs(answer):
    """Subject and lines of each commit, the newest first; those about issues are left out."""
    assert (answer.code, answer.err) == (0, "")
    found = {}
    for paragraph in answer.out.split("\n\n"):
        head, *lines = paragraph.strip("\n").split("\n")
        found[head.split("  ")[3]] = [line.strip() for line in lines if line.strip()[0] not in "●▲+✕"]
    return found


def test_every_commit_says_what_it_did(plandiff, history):
    history(TWO, "longer")
    history(TWO.replace("3. The dam is rebuilt by both.\n", ""), "without the dam")

    assert paragraphs(plandiff("log", PLAN)) == {
        "without the dam": ["2 unchanged · 1 dropped", "3 → –  dropped: The dam is rebuilt by both."],
        "longer": [
            "2 unchanged · 1 modified",
            "2  modified: deadline within 30 days → within 60 days (+30 days, +100 %)",
        ],
        "first": ["the file comes, with 3 numbered points"],
    }


def test_earlier_names_are_followed(plandiff, history, repository):  # noqa: F811
    git(repository, "mv", PLAN, "Entwurf für alle.txt")
    git(repository, "commit", "--quiet", "--message", "renamed")
    history(TWO, "longer", "Entwurf für alle.txt")

    found = paragraphs(plandiff("log", "Entwurf für alle.txt"))
    assert list(found) == ["longer", "renamed", "first"]
    assert found["renamed"] == [f"renamed from {PLAN}"]


def test_a_merge_counts_where_it_is_like_none_of_its_parents(plandiff, history, repository):  # noqa: F811
    main = git(repository, "branch", "--show-current").strip()
    git(repository, "checkout", "--quiet", "-b", "other")
    history(TWO, "longer")
    git(repository, "checkout", "--quiet", main)
    history(ONE.replace("30 days", "10 days"), "shorter")
    git(repository, "merge", "--quiet", "--strategy=ours", "--no-commit", "other")
    history(ONE.replace("30 days", "45 days"), "the middle")

    found = paragraphs(plandiff("log", PLAN))
    assert set(found) == {"the middle", "longer", "shorter", "first"}
    assert "within 10 days → within 45 days" in found["the middle"][1]


def test_what_a_file_was_once_does_not_end_the_history(plandiff, history, repository):  # noqa: F811
    (repository / PLAN).unlink()
    (repository / PLAN).symlink_to("elsewhere.txt")
    git(repository, "commit", "--quiet", "--all", "--message", "a link")
    (repository / PLAN).unlink()
    git(repository, "commit", "--quiet", "--all", "--message", "gone")
    (repository / PLAN).write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 200)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "a picture")
    history(ONE, "again")
    found = paragraphs(plandiff("log", PLAN))

    assert list(found) == ["again", "a picture", "gone", "a link", "first"]
    assert found["gone"] == ["the file goes"]
    assert found["a link"] == [f"cannot be compared: {PLAN}: was a link or a submodule then"]
    assert found["a picture"][0].startswith(f"cannot be compared: {PLAN}: is an image")


def test_issues_that_a_commit_touches_are_named(plandiff, history):
    history("1. Ukraine joins NATO within 5 years.\n\n2. Kyiv holds elections.\n", "in")
    history("1. Ukraine joins NATO within 9 years.\n\n2. Kyiv holds elections.\n", "later")

    (told,) = [part for part in plandiff("log", PLAN).out.split("\n\n") if "later" in part]
    assert told.splitlines()[-1] == "    ▲ NATO  changed  1"


def test_a_hostile_subject_reaches_the_terminal_as_letters(plandiff, history):
    history(TWO, "\x1b[31mred\x07")

    out = plandiff("log", PLAN).out
    assert "\x1b" not in out
    assert "⟨U+001B⟩[31mred⟨U+0007⟩" in out


def test_the_history_for_programs(plandiff, history):
    history(TWO, "longer")
    rows = json.loads(plandiff("log", PLAN, "--format", "json").out)

    assert [row["subject"] for row in rows] == ["longer", "first"]
    assert [change["kind"] for change in rows[0]["comparison"]["changes"]] == ["unchanged", "modified", "unchanged"]
    assert rows[1]["comparison"] is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("drafts/other.txt", "no commit knows this file"),
        ("nowhere/plan.txt", "no such folder"),
        ("--output=x", "No such option"),
        ("drafts/*.txt", "no commit knows this file"),
    ],
)
def test_what_has_no_history_is_one_clear_line(plandiff, repository, name, said):  # noqa: F811
    code, _, err = plandiff("log", name)

    assert (code, err.count("\n")) == (2, 1)
    assert said in err


def test_a_folder_without_git_or_commits_is_said(plandiff, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "is not in a git repository" in plandiff("log", "plan.txt").err
    git(tmp_path, "init", "--quiet")
    assert "has no commit yet" in plandiff("log", "plan.txt").err


def test_a_shallow_clone_shows_what_it_has(plandiff, history, repository, tmp_path):  # noqa: F811
    history(TWO, "longer")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")

    answer = plandiff("log", tmp_path / "shallow" / PLAN)
    assert "the history before this was not cloned" in answer.out
