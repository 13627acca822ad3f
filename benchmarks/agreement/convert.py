"""Convert: the files of an agreement, written here or made by LibreOffice and pandoc from what is written here."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.agreement import mails, write
from benchmarks.agreement.draft import Draft
from benchmarks.agreement.open_text import open_text

PROGRAMS = ("soffice", "pandoc")


class Step(NamedTuple):
    """A conversion: of which file, into which, and by which program; `reads` is LibreOffice's name of the format."""

    source: str
    target: str
    program: str = "soffice"
    reads: str = ""


WRITTEN = {
    "plain.txt": write.txt,
    "plain.md": write.md,
    "plain.html": write.html,
    "plain.json": write.points,
    "plain.csv": write.table,
    "plain.yaml": write.yaml,
    "plain.xml": write.akoma_ntoso,
    "body.eml": mails.body,
    "attached.eml": mails.attached,
    "open.fodt": open_text,
}
"""The files written here, each by its function."""

STEPS = (
    Step("plain.md", "pandoc.docx", "pandoc"),
    Step("plain.md", "pandoc.odt", "pandoc"),
    Step("plain.md", "pandoc.rtf", "pandoc"),
    Step("plain.md", "pandoc.html", "pandoc"),
    Step("plain.md", "pandoc.epub", "pandoc"),
    Step("open.fodt", "office.odt"),
    Step("open.fodt", "office.docx"),
    Step("open.fodt", "office.rtf"),
    Step("open.fodt", "office.pdf"),
    Step("pandoc.docx", "chain.odt"),
    Step("chain.odt", "chain.rtf"),
    Step("chain.rtf", "chain.docx"),
    Step("chain.rtf", "chain.pdf"),
    Step("plain.csv", "table.xlsx", reads="CSV:44,34,76,1"),
    Step("plain.html", "page.odt", reads="HTML (StarWriter)"),
    Step("page.odt", "page.docx"),
    Step("page.docx", "page.pdf"),
    Step("plain.txt", "typed.docx", reads="Text (encoded):UTF8"),
    Step("typed.docx", "typed.odt"),
    Step("typed.docx", "typed.rtf"),
    Step("typed.docx", "typed.pdf"),
)
"""Lists numbered by pandoc, by LibreOffice, by a page, and, in `typed`, numbers that somebody typed."""


def missing() -> list[str]:
    """The programs that are not installed."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


def convert(drafts: Sequence[Draft], folder: Path) -> None:
    """Write the files of each draft into a folder of its name; without a program, what it would make is left out."""
    for draft in drafts:
        inside = folder / draft.name
        inside.mkdir(parents=True, exist_ok=True)
        for name, written in WRITTEN.items():
            (inside / name).write_text(written(draft), encoding="utf-8")
    folders = [folder / draft.name for draft in drafts]
    absent = missing()
    with tempfile.TemporaryDirectory() as profile:
        for step in STEPS:
            if step.program in absent or not all((inside / step.source).exists() for inside in folders):
                continue
            if step.program == "pandoc":
                _by_pandoc(step, folders)
            else:
                _by_office(step, folders, profile)


def exported(path: Path) -> list[str]:
    """The lines that LibreOffice writes of a file as text, each in single blanks; none where it is not installed."""
    if "soffice" in missing():
        return []
    with tempfile.TemporaryDirectory() as scratch:
        _office("txt:Text (encoded):UTF8", [path.resolve()], Path(scratch), scratch)
        text = (Path(scratch) / f"{path.stem}.txt").read_text(encoding="utf-8-sig")
    return [" ".join(line.split()) for line in text.split("\n")]


def _by_pandoc(step: Step, folders: Sequence[Path]) -> None:
    command = ["pandoc", "--standalone", "--from", "markdown-smart", "--metadata", "title=Agreement"]
    for folder in folders:
        _run([*command, "--output", step.target, step.source], folder)


def _by_office(step: Step, folders: Sequence[Path], profile: str) -> None:
    """All folders in one run, since LibreOffice takes seconds to start; its results are named after their sources."""
    kind = Path(step.target).suffix[1:]
    with tempfile.TemporaryDirectory() as scratch:
        names = [f"{number}{Path(step.source).suffix}" for number in range(len(folders))]
        for name, folder in zip(names, folders, strict=True):
            shutil.copy(folder / step.source, Path(scratch) / name)
        _office(kind, names, Path(scratch), profile, step.reads)
        for name, folder in zip(names, folders, strict=True):
            shutil.move(Path(scratch) / f"{Path(name).stem}.{kind}", folder / step.target)


def _office(kind: str, names: Sequence[str | Path], folder: Path, profile: str, reads: str = "") -> None:
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
    _run([*command, *([f"--infilter={reads}"] if reads else []), *map(str, names)], folder)


def _run(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
