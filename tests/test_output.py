"""A report is written whole or not at all, and what hinders it is one line and exit code 2."""

from __future__ import annotations

import os
import secrets  # noqa: F401  loaded while the test may still read everything
import shutil  # noqa: F401
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plandiff.cli.output import write
from plandiff.errors import OutputError
from tests.kills.kill import kill

FORMATS = ("terminal", "text", "html", "markdown", "criticmarkup", "json", "csv", "xlsx", "sarif", "github")
KILLS = 20
"""Of the 200 of `python -m tests.kills`."""

if os.name != "posix":
    pytest.skip("devices, limits and signals of POSIX", allow_module_level=True)


@pytest.fixture
def compare(spawn, texts):
    """Compare the two short texts in a process of its own, beside them."""

    def run(*arguments: object, **keywords: object) -> subprocess.CompletedProcess[str]:
        return spawn("compare", "before.txt", "after.txt", *arguments, cwd=texts, **keywords)

    return run


def one_line(run: subprocess.CompletedProcess[str], said: str) -> None:
    assert run.returncode == 2
    assert run.stderr.startswith("plandiff: ")
    assert said in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_kill_while_writing_leaves_the_old_report_or_the_new_one(tmp_path):
    ends = [kill(tmp_path, seed) for seed in range(KILLS)]

    assert all(end.whole for end in ends)
    assert any(end.writing for end in ends), "no kill came at the right moment"


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk(compare, format):
    with Path("/dev/full").open("w") as full:
        run = compare("--format", format, stdout=full)

    one_line(run, "standard output: cannot be written: No space left on device")


@pytest.mark.parametrize("format", FORMATS)
def test_a_disk_that_is_full_midway_leaves_the_old_report(compare, texts, format):
    import resource

    (texts / "report").write_text("the report of yesterday")

    def few_bytes() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    run = compare("--format", format, "--output", "report", preexec_fn=few_bytes)

    where = "the folder for temporary files" if format == "xlsx" else "report"
    one_line(run, f"{where}: cannot be written: ")
    assert (texts / "report").read_text() == "the report of yesterday"
    assert not list(texts.glob(".plandiff-*"))


@pytest.mark.parametrize("format", ["terminal", "xlsx"])
def test_a_closed_standard_output(compare, format):
    run = compare("--format", format, preexec_fn=lambda: os.close(1))

    one_line(run, "standard output: cannot be written: it is closed")


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A folder that everybody can read and only its owner can write, with a report in it; the test is someone else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.txt").write_text("the report of yesterday")
        folder.chmod(0o555)
        (folder / "report.txt").chmod(0o444)
        administrator = os.geteuid() == 0
        if administrator:
            os.setresuid(65534, 65534, 0)
        try:
            yield folder
        finally:
            if administrator:
                os.setresuid(0, 0, 0)
            folder.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "said"), [("new.txt", "cannot be written: Permission denied"), ("report.txt", "is write-protected")]
)
def test_no_permission(guarded, name, said):
    with pytest.raises(OutputError) as trouble:
        write("report", guarded / name)

    assert str(trouble.value).startswith(f"{guarded / name}: {said}")
    assert (guarded / "report.txt").read_text() == "the report of yesterday"
    assert [file.name for file in guarded.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("output", ["review.toml", "before.meta.toml", "seeds/record.toml"])
def test_nothing_that_is_read_is_overwritten(plandiff, texts, monkeypatch, output):
    monkeypatch.chdir(texts)
    (texts / "seeds").mkdir()
    (texts / "seeds" / "record.toml").write_text(
        'id = "gazette"\ndate = "2025-12-01"\nreporter = "The Gazette"\nsummary = "Disputed."\n'
    )
    (texts / "before.meta.toml").write_text('version = "before"\ntitle = "The plan"\n')
    plandiff("review", "before.txt", "after.txt", "-o", "review.toml")
    was = (texts / output).read_text()

    code, out, err = plandiff(
        *("compare", "before.txt", "after.txt"), *("--review", "review.toml"), *("--seeds", "seeds"), *("-o", output)
    )

    assert (code, out) == (2, "")
    assert err == f"plandiff: {output}: is read for the report; name another file for --output\n"
    assert (texts / output).read_text() == was
