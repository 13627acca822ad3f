"""Names to sources: the gate that every document passes before a reader sees it.

What cannot be read is refused here with one clear line; what had to be guessed is said in `Source.warnings`.
"""

from __future__ import annotations

import os
from pathlib import Path

from plandiff.errors import SourceError
from plandiff.model import Provenance, Revisions, Source
from plandiff.sources.encodings import decode
from plandiff.sources.files import bytes_of, standard_input, within_limit
from plandiff.sources.media import READS, media, misnamed

_SURROGATES = "lone surrogates, which stand for no character, were replaced by \ufffd"


def read(name: str | os.PathLike[str], *, suffix: str | None = None, revisions: Revisions = "accept") -> Source:
    """The source of that name: a file, standard input for "-", or `REV:path` for a file as git has it.

    What it is, is told by its bytes. `suffix` (".md") says the format of a text where the name does not; the
    default is the suffix of the file, and one that the bytes contradict is not used. `revisions` says which side
    of tracked changes is to be read. A file `<stem>.meta.toml` beside it is its provenance. Raises `SourceError`
    when the source cannot be read and `DataError` when its sidecar or a limit is malformed.
    """
    past = _in_git(name)
    if name == "-":
        shown, path, data = "standard input", None, standard_input()
    elif past:
        from plandiff.git.blob import blob

        shown, path = _without_surrogates(os.fspath(name)), Path(past[1])
        data = blob(*past)
    else:
        shown, path = _without_surrogates(os.fspath(name)), Path(name)
        data = bytes_of(shown, path)
    given = suffix or (path.suffix if path and suffix is None else "")
    provenance = _provenance(path) if path and not past else None
    return from_bytes(data, shown, suffix=given, revisions=revisions, provenance=provenance)


def from_bytes(
    data: bytes, name: str, *, suffix: str, revisions: Revisions = "accept", provenance: Provenance | None = None
) -> Source:
    """The source of bytes that are already in memory. Raises `SourceError` when no reader can read them."""
    kind = media(name, within_limit(name, data))
    given = suffix.lower()
    warning = misnamed(given, kind)
    text, encoding, warnings = decode(name, data) if kind == "text" else (None, None, ())
    return Source(
        name=name,
        suffix="" if warning else given,
        data=data,
        media=kind,
        revisions=revisions,
        text=None if text is None else _checked(name, text),
        encoding=encoding,
        provenance=provenance,
        warnings=(warning, *warnings) if warning else warnings,
    )


def _in_git(name: str | os.PathLike[str]) -> tuple[str, str] | None:
    """Revision and path of `REV:path`; None for a file's name. A file that has the name is that file."""
    revision, colon, path = os.fspath(name).partition(":")
    if not colon or not path or Path(name).exists() or (len(revision) == 1 and path.startswith(("\\", "/"))):
        return None
    return revision, path


def from_text(text: str, name: str = "text") -> Source:
    """The source of a text that is already in memory.

    Raises `SourceError` when it is empty or too large.
    """
    clean = _without_surrogates(text)
    data = within_limit(name, clean.encode())
    return Source(
        name=name,
        suffix="",
        data=data,
        text=_checked(name, clean),
        encoding="utf-8",
        warnings=(_SURROGATES,) if clean != text else (),
    )


def _checked(name: str, text: str) -> str:
    """The text without its byte order mark, its line ends made one kind; an error when nothing is in it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise SourceError(f"{name}: is binary, not text: {READS}")
    if not text.strip():
        what = "is empty but for white space" if text else "is empty"
        raise SourceError(f"{name}: {what}: check that it is the file you meant")
    return text


def _provenance(path: Path) -> Provenance | None:
    sidecar = path.with_name(f"{path.stem}.meta.toml")
    if not sidecar.is_file():
        return None
    from plandiff.data import load

    return load(Provenance, sidecar)


def _without_surrogates(text: str) -> str:
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
