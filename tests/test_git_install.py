"""`plandiff git install`: what the real git then shows of plans, and that uninstalling leaves nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_git import ONE, TWO, git, repository  # noqa: F401

FILES = Path(__file__).parent / "formats" / "files"


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """A home of its own, and a program `plandiff` that is found."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "plandiff"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m plandiff \"$@\"\n")
    program.chmod(0o755)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return home


@pytest.fixture
def documents(repository):  # noqa: F811
    """A repository with two versions of a Word document, whose name begins like an option."""
    for version in ("us-28", "kyiv-20"):
        shutil.copy(FILES / version / "office.docx", repository / "-Plan für alle.docx")
        git(repository, "add", ".")
        git(repository, "commit", "--quiet", "--message", version)
    return repository


@pytest.mark.parametrize("scope", [(), ("--global",)])
def test_documents_are_shown_point_by_point(plandiff, documents, scope):
    before = sorted(path for path in documents.rglob("*") if ".git/" not in str(path))
    assert "Binary files" in git(documents, "show")
    code, out, err = plandiff("git", "install", *scope)

    assert (code, err) == (0, "")
    assert "*.docx" in out
    for command in (["show"], ["log", "-p", "-1"], ["diff", "HEAD~1"]):
        shown = git(documents, *command)
        assert "-6 The strength of the armed forces of Ukraine shall be limited to 600,000 personnel." in shown
        assert "+4 The strength of the armed forces of Ukraine shall be 800,000 personnel in peacetime." in shown
    assert sorted(path for path in documents.rglob("*") if ".git/" not in str(path)) == before

    assert plandiff("git", "uninstall", *scope).code == 0
    assert "Binary files" in git(documents, "show")
    assert plandiff("git", "uninstall", *scope).out == "nothing was installed here\n"


def test_more_files_are_shown_as_plans_where_asked(plandiff, repository):  # noqa: F811
    (repository / "drafts" / "plan.txt").write_text(TWO.replace("Prisoners are", "Prisoners  are"))
    plandiff("git", "install", "drafts/*.txt", "my plan.md")

    assert "+2 Prisoners are exchanged within 60 days." in git(repository, "diff")
    assert '"my plan.md" diff=plandiff' in (repository / ".git" / "info" / "attributes").read_text()


def test_installing_again_and_uninstalling_keep_what_others_wrote(plandiff, repository):  # noqa: F811
    attributes = repository / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.png binary")
    git(repository, "config", "diff.other.textconv", "cat")
    plandiff("git", "install", "a.md")
    plandiff("git", "install")

    assert attributes.read_text().count("*.docx") == 1
    assert "a.md" not in attributes.read_text()
    plandiff("git", "uninstall")
    assert attributes.read_text() == "*.png binary\n"
    assert git(repository, "config", "--list").count("plandiff") == 0
    assert "diff.other.textconv=cat" in git(repository, "config", "--list")


def test_the_attributes_file_of_a_person_is_used(plandiff, documents, home):
    git(documents, "config", "--global", "core.attributesFile", "~/mine")
    plandiff("git", "install", "--global")

    assert "*.docx diff=plandiff" in (home / "mine").read_text()


def test_a_file_that_cannot_be_read_does_not_end_the_log(plandiff, documents):
    (documents / "broken.docx").write_bytes(b"PK\x03\x04 no zip at all")
    git(documents, "add", ".")
    git(documents, "commit", "--quiet", "--message", "broken")
    plandiff("git", "install")

    shown = git(documents, "log", "-p")
    assert "+plandiff: broken.docx: " in shown.replace("_broken", "broken")
    assert "+6 The strength" in shown


def test_the_difftool_shows_the_report(plandiff, documents):
    plandiff("git", "install")

    assert "4 unchanged" in git(documents, "difftool", "-y", "-t", "plandiff", "HEAD~1")


def test_a_listing_is_lines_that_do_not_depend_on_the_name(plandiff, tmp_path):
    (tmp_path / "one.txt").write_text("A plan\n\n1. Arms:\n   (a) rest,\n   (b) rust\x1b[31m.\n")
    shutil.copy(tmp_path / "one.txt", tmp_path / "HEAD:two.txt")

    one, two = (plandiff("git", "textconv", tmp_path / name) for name in ("one.txt", "HEAD:two.txt"))
    assert one == two
    assert one.out == "A plan\n1 Arms:\n    (a) rest,\n    (b) rust⟨U+001B⟩[31m.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["install"], "is not in a git repository"),
        (["uninstall"], "is not in a git repository"),
        (["textconv"], "name one file"),
        (["uninstall", "*.md"], "takes no pattern"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(plandiff, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, err = plandiff("git", *arguments)

    assert (code, err.count("\n")) == (2, 1)
    assert said in err


def test_a_repository_of_another_user_is_refused(plandiff, repository, monkeypatch):  # noqa: F811
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    name = "drafts/plan.txt"
    for arguments in (["git", "install"], ["log", name], ["check", "--against", "HEAD", name]):
        code, _, err = plandiff(*arguments)
        assert (code, err.count("\n")) == (2, 1)
        assert "unsafe" in err
    assert (repository / "drafts" / "plan.txt").read_text() == ONE
    assert subprocess.run(["git", "status"], capture_output=True, cwd=repository, check=False).returncode == 128
