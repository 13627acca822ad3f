"""The configuration by which git shows plans point by point: for one repository, or for all of a person's."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plandiff.errors import OutputError, SourceError
from plandiff.git.ask import ask

DRIVER = "plandiff"
DOCUMENTS = ("*.docx", "*.odt", "*.rtf", "*.pdf", "*.epub")
"""What git cannot show by itself. Text and Markdown it can, so those are only shown as plans where asked for."""

_BEGIN, _END = "# plandiff: begin; taken away by `plandiff git uninstall`", "# plandiff: end"
_BLOCK = re.compile(rf"^{re.escape(_BEGIN)}\n(?:.*\n)*?{re.escape(_END)}\n", re.MULTILINE)


def install(folder: Path, patterns: Sequence[str], *, everywhere: bool) -> list[str]:
    """Have git show documents, and files of more patterns, point by point; says where what was written.

    It is written to the configuration and the attributes of the repository that the folder is in, beside its
    files and never among them, or to those of the person where `everywhere`. Raises `SourceError` when there is
    no repository and `OutputError` when a file cannot be written.
    """
    program = "plandiff" if shutil.which("plandiff") else f"{shlex.quote(sys.executable)} -m plandiff"
    path, scope = _attributes(folder, everywhere), _scope(everywhere)
    for key, value in (
        (f"diff.{DRIVER}.textconv", f"{program} git textconv --"),
        # The line above a hunk is that of the point it is in.
        (f"diff.{DRIVER}.xfuncname", r"^[^[:space:]].*$"),
        (f"difftool.{DRIVER}.cmd", f'{program} compare -- "$LOCAL" "$REMOTE"'),
    ):
        ask(["config", scope, "--replace-all", key, value], name=str(folder), folder=folder)
    lines = [f"{_quoted(pattern)} diff={DRIVER}" for pattern in dict.fromkeys((*DOCUMENTS, *patterns))]
    before = _text(path)
    kept = _BLOCK.sub("", before)
    kept += "" if kept.endswith("\n") or not kept else "\n"
    _write(path, "\n".join([f"{kept}{_BEGIN}", *lines, _END, ""]))
    where = "your own configuration of git" if everywhere else "the configuration of this repository"
    return [
        f"{where}: the diff driver and the difftool `{DRIVER}`",
        f"{path}: {', '.join(line.removesuffix(f' diff={DRIVER}') for line in lines)}",
    ]


def uninstall(folder: Path, *, everywhere: bool) -> list[str]:
    """Take away what `install` wrote, and nothing else; says what that was. Raises as `install` does."""
    done, path = [], _attributes(folder, everywhere)
    for section in (f"diff.{DRIVER}", f"difftool.{DRIVER}"):
        with suppress(SourceError):  # where it is not
            ask(["config", _scope(everywhere), "--remove-section", section], name=section, folder=folder)
            done.append(f"[{section.replace('.', ' ')}] is gone from the configuration")
    before = _text(path)
    if _BLOCK.search(before):
        _write(path, _BLOCK.sub("", before))
        done.append(f"{path}: the lines of plandiff are gone")
    return done or ["nothing was installed here"]


def _scope(everywhere: bool) -> str:
    return "--global" if everywhere else "--local"


def _attributes(folder: Path, everywhere: bool) -> Path:
    """The file of attributes that belongs to the repository and is none of its files, or the person's own."""
    if not everywhere:
        said = ask(["rev-parse", "--git-path", "info/attributes"], name=str(folder), folder=folder)
        return folder / said.decode("utf-8", "surrogateescape").removesuffix("\n")
    with suppress(SourceError):  # where none is set
        said = ask(["config", "--global", "--type=path", "core.attributesFile"], name="git", folder=folder)
        return Path(said.decode("utf-8", "surrogateescape").removesuffix("\n"))
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "git" / "attributes"


def _quoted(pattern: str) -> str:
    """A pattern as git reads it: in quotes where a blank or a sign would end it."""
    if re.fullmatch(r"[^\s\"#!\\][^\s\"\\]*", pattern):
        return pattern
    return '"' + re.sub(r'(["\\])', r"\\\1", pattern) + '"'


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape") if path.exists() else ""
    except OSError as error:
        raise OutputError(f"{path}: cannot be read: {error.strerror}") from None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
