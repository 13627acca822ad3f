"""Names to sources: the gate that every text passes before a reader sees it.

What cannot be read is refused here with one clear line; what had to be guessed is said in `Source.warnings`.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from plandiff.errors import SourceError
from plandiff.model import Provenance, Source

MAX_BYTES = 50_000_000
"""The largest source that is read. A treaty of a thousand pages as plain text is about 3 MB."""


def read(name: str | os.PathLike[str], *, suffix: str | None = None) -> Source:
    """The source of that name: a file, or standard input for "-".

    `suffix` (".md") says the format where the name does not; the default is the suffix of the file. A file
    `<stem>.meta.toml` beside it is its provenance. Raises `SourceError` when the source cannot be read and
    `DataError` when its sidecar is malformed.
    """
    if name == "-":
        shown, path, data = "standard input", None, _standard_input()
    else:
        shown, path = _without_surrogates(os.fspath(name)), Path(name)
        data = _file(shown, path)
    if len(data) > MAX_BYTES:
        raise _too_large(shown)
    _refuse_known_binary(shown, data)
    text, encoding, warnings = _decode(shown, data)
    return Source(
        name=shown,
        suffix=(suffix or (path.suffix if path and suffix is None else "")).lower(),
        data=data,
        text=_checked(shown, text),
        encoding=encoding,
        provenance=_provenance(path) if path else None,
        warnings=warnings,
    )


def from_text(text: str, name: str = "text") -> Source:
    """The source of a text that is already in memory.

    Raises `SourceError` when it is empty or too large.
    """
    clean = _without_surrogates(text)
    warning = "lone surrogates, which stand for no character, were replaced by \ufffd"
    data = clean.encode()
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return Source(
        name=name,
        suffix="",
        data=data,
        text=_checked(name, clean),
        encoding="utf-8",
        warnings=(warning,) if clean != text else (),
    )


def _checked(name: str, text: str) -> str:
    """The text without its byte order mark, its line ends made one kind; an error when nothing is in it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise SourceError(f"{name}: is binary, not text: {_READS}")
    if not text.strip():
        what = "is empty but for white space" if text else "is empty"
        raise SourceError(f"{name}: {what}: check that it is the file you meant")
    return text


# ---------------------------------------------------------------- bytes


def _file(name: str, path: Path) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise SourceError(f"{name}: is a folder: name a file in it")
        if not stat.S_ISREG(state.st_mode):
            raise SourceError(f"{name}: is a device or a pipe, not a file: use - to read standard input")
        if state.st_size > MAX_BYTES:
            raise _too_large(name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(f"{name}: no such file: check the name and the folder") from None
    except PermissionError:
        raise SourceError(f"{name}: no permission to read it: ask its owner or copy it") from None
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror}): check the name and the disk") from None
    except ValueError:
        raise SourceError(f"{name}: is not a file name: check the name") from None


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except (AttributeError, OSError, ValueError):
        raise SourceError("standard input: cannot be read: name a file instead of -") from None


def _too_large(name: str) -> SourceError:
    limit = f"{MAX_BYTES // 1_000_000} MB"
    return SourceError(f"{name}: is larger than {limit}, the most that is read: keep only the text to compare")


def _provenance(path: Path) -> Provenance | None:
    sidecar = path.with_name(f"{path.stem}.meta.toml")
    if not sidecar.is_file():
        return None
    from plandiff.data import load

    return load(Provenance, sidecar)


# ---------------------------------------------------------------- binary formats

_READS = "plandiff reads text, Markdown, HTML and JSON point lists"
_SAVE = f"{_READS}; save it as text or HTML"
_UNPACK = f"{_READS}; unpack it first"
_TYPE = f"{_READS}; have its text typed or recognised first"

_SIGNATURES = (
    (b"%PDF-", "a PDF", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document or a protected Office document", _SAVE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)", _TYPE),
    (b"\xff\xd8\xff", "an image (JPEG)", _TYPE),
    (b"GIF87a", "an image (GIF)", _TYPE),
    (b"GIF89a", "an image (GIF)", _TYPE),
    (b"II*\x00", "an image (TIFF)", _TYPE),
    (b"MM\x00*", "an image (TIFF)", _TYPE),
)

_ZIPPED = (
    (b"word/", "a Word document", _SAVE),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text", _SAVE),
    (b"xl/workbook", "an Excel workbook", _SAVE),
    (b"ppt/", "a PowerPoint file", _SAVE),
    (b"application/epub+zip", "an EPUB book", _SAVE),
    (b"", "a zip archive", _UNPACK),
)


def _refuse_known_binary(name: str, data: bytes) -> None:
    kinds = [(what, remedy) for signature, what, remedy in _SIGNATURES if data.startswith(signature)]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # The names of its parts stand in clear in a zip file.
        kinds = [(what, remedy) for part, what, remedy in _ZIPPED if part in data]
    for what, remedy in kinds:
        raise SourceError(f"{name}: is {what}: {remedy}")


# ---------------------------------------------------------------- encodings

_ASCII, _BEYOND_ASCII = bytes(range(128)), bytes(range(128, 256))
_BESIDE_LATIN = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

# Small letters that a language prints beside a to z, under the old encodings it is found in. The first of
# equals is taken: the more common encoding, and Hebrew before Russian, which prints more letters than it has.
_LATIN = (
    ("windows-1252", "àâæçéèêëîïôœùûüÿ"),  # French
    ("windows-1252", "äöüß"),  # German
    ("windows-1252", "áéíóúüñ"),  # Spanish
    ("windows-1252", "àáâãçéêíóôõú"),  # Portuguese
    ("windows-1252", "àèéìòù"),  # Italian
    ("windows-1252", "åäöæøé"),  # Nordic
    ("windows-1250", "ąćęłńóśźż"),  # Polish
    ("windows-1250", "áäčďéěíĺľňóôŕřšťúůýž"),  # Czech, Slovak
    ("windows-1250", "áéíóöőúüű"),  # Hungarian
    ("windows-1250", "ăâîşţ"),  # Romanian
    ("windows-1250", "čćđšž"),  # Croatian
    ("windows-1254", "âçğıîöşü"),  # Turkish
)
_OTHER_SCRIPTS = (
    ("windows-1255", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
    ("windows-1251", _RUSSIAN),
    ("windows-1251", _UKRAINIAN),
    ("koi8-u", _RUSSIAN),
    ("koi8-u", _UKRAINIAN),
    ("windows-1253", "αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋ"),
    ("windows-1256", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
)
_COMMON = frozenset("\u00a0\u00ad«»„“”‘’‚–—…§№°·•€£©®™½×،؛؟")
"""Signs that say nothing about the language."""


def _decode(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text, name of the encoding, and warnings: marks first, strict UTF-8 next, guesses last."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding, ()
            except UnicodeDecodeError as error:
                where = f"byte {error.start + 1}"
                raise SourceError(
                    f"{name}: begins as {encoding.upper()} and is damaged at {where}: save it as UTF-8"
                ) from None
    if b"\0" in data:
        return _unmarked_utf16(name, data)
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError as error:
        return _damaged_utf8(data, error.start) or _legacy(name, data)


def _unmarked_utf16(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """UTF-16 by its pattern: one byte of each pair, zero for blanks and Latin letters, has few values."""
    for encoding, high, low in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if b"\0" not in low and 3 * len(set(high)) <= len(set(low)):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            categories = {unicodedata.category(char) for char in set(text) - set("\t\n\r\f")}
            if not categories & {"Cc", "Cn", "Co"}:
                return text, encoding, (_guessed(encoding.upper()),)
    raise SourceError(f"{name}: is binary, not text (a zero at byte {data.index(0) + 1}): {_READS}")


def _damaged_utf8(data: bytes, first: int) -> tuple[str, str, tuple[str, ...]] | None:
    """UTF-8 with a few bad bytes; None when the bad ones are many, since it is then another encoding."""
    text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - len(data.translate(None, _BEYOND_ASCII)) - bad
    if good < 4 * bad:
        return None
    warning = f"damaged characters were replaced by \ufffd: {bad}, the first at byte {first + 1}"
    return text, "utf-8", (warning,)


def _legacy(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The old encoding of the language whose alphabet accounts best for the bytes beyond ASCII.

    Bytes that stand among a to z are letters of a Latin alphabet, others those of another script. A small
    letter of the alphabet counts for it and any other sign twice against it, except signs that languages
    share. Capitals count for nothing: KOI8 and Windows read each other's case the wrong way round.
    """
    counts = Counter(data.translate(None, _ASCII))
    beside_latin = len(_BESIDE_LATIN.findall(data))
    best, score = "", -1
    for encoding, alphabet in _LATIN if 3 * beside_latin >= counts.total() else _OTHER_SCRIPTS:
        try:
            chars = {byte: bytes([byte]).decode(encoding) for byte in counts}
        except UnicodeDecodeError:
            continue
        shared = _COMMON.union(alphabet.upper()) - set(alphabet)
        total = sum(
            count if chars[byte] in alphabet else -2 * count
            for byte, count in counts.items()
            if chars[byte] not in shared
        )
        if total > score:
            best, score = encoding, total
    if not best:
        raise SourceError(f"{name}: is not UTF-8 and its encoding cannot be told: save it as UTF-8")
    return data.decode(best), best, (_guessed(best),)


def _guessed(encoding: str) -> str:
    return f"read as {encoding} (guessed): convert the file to UTF-8 if words look wrong"


def _without_surrogates(text: str) -> str:
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
