"""Media: what bytes are, told by the bytes; a suffix only promises."""

from __future__ import annotations

import re

from plandiff.errors import SourceError

READS = (
    "plandiff reads .docx, .odt, .rtf, .pdf, .epub, .xlsx, .csv, .eml, HTML, Markdown, plain text, legal XML, "
    "and JSON or YAML point lists"
)

_UNPACK = f"{READS}; unpack it first"
_TYPE = f"{READS}; have its text typed or recognised first"
_PRINT = "save its text as .docx or as plain text"

_REFUSED = (
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)", _TYPE),
    (b"\xff\xd8\xff", "an image (JPEG)", _TYPE),
    (b"GIF87a", "an image (GIF)", _TYPE),
    (b"GIF89a", "an image (GIF)", _TYPE),
    (b"II*\x00", "an image (TIFF)", _TYPE),
    (b"MM\x00*", "an image (TIFF)", _TYPE),
    (b"AT&TFORM", "a scan (DjVu)", _TYPE),
    (b"%!PS", "a PostScript file", "make a PDF of it"),
    (b"\xffWPC", "a WordPerfect document", "open it in its own program or LibreOffice and save it as .docx"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE = (
    ("EncryptedPackage", "protected by a password", "open it in its own program and save it without one"),
    ("WordDocument", "an old Word document (.doc)", "open it in Word or LibreOffice and save it as .docx"),
    ("Workbook", "an old Excel workbook (.xls)", "open it in Excel or LibreOffice and save it as .xlsx"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)", _PRINT),
    ("__properties_version1.0", "an Outlook message (.msg)", "save it as .eml or as plain text"),
    ("", "an old Office document", "open it in its own program and save it as .docx"),
)
"""Streams of a compound file, whose names stand in it in UTF-16, and what they make of it."""

_BEGINNING = 20_000
"""How much of a text is looked through for what it is: LibreOffice writes 4,000 characters of names first."""

# Compiled when first used, after formats that are told by their first bytes.
_FLAT_ODF = rb"<office:document\s[^>]{0,15000}?office:mimetype=[\"']([^\"']{0,200})"
_FLAT_WORD = rb"<w:wordDocument\s|<pkg:package\s"
_LATEX = rb"(?m)^[ \t]{0,20}\\(?:documentclass|documentstyle|begin\{document\})"
_ODF_TEXT = b"application/vnd.oasis.opendocument.text"

_PDF_WITHIN = 1024
"""How much may stand before a PDF begins; PDF readers allow as much (PDF 1.7, annex H)."""

_NAMES = {
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "xlsx": "an Excel workbook",
    "epub": "an EPUB book",
    "pdf": "a PDF",
    "rtf": "an RTF document",
    "text": "text",
}

_PROMISED = {
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "odt": (".odt", ".ott", ".fodt"),
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "epub": (".epub",),
    "pdf": (".pdf",),
    "rtf": (".rtf",),
    "text": (
        ".txt",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".xml",
        ".json",
        ".yaml",
        ".yml",
        ".csv",
        ".tsv",
        ".eml",
    ),
}
_PROMISE = {suffix: kind for kind, suffixes in _PROMISED.items() for suffix in suffixes}


def media(name: str, data: bytes) -> str:
    """What the bytes are, as `Source.media` says it; what no reader can know is "text".

    Raises `SourceError` for formats that are known and not read, for password protection, and for a zip file that
    is damaged or unpacks to more than the limits.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from plandiff.sources.zipped import zipped

        return zipped(name, data)
    if data.startswith(_OLE):
        what, remedy = next((what, how) for stream, what, how in _IN_OLE if stream.encode("utf-16-le") in data)
        raise SourceError(f"{name}: is {what}: {remedy}")
    for signature, what, remedy in _REFUSED:
        if data.startswith(signature):
            raise SourceError(f"{name}: is {what}: {remedy}")
    head = data[:_PDF_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%PDF-") or (b"\n%PDF-" in head and b"\nstartxref" in data):
        return "pdf"
    return _in_words(name, data[:_BEGINNING])


def _in_words(name: str, beginning: bytes) -> str:
    """What is written in letters and is more than a text: a document as flat XML, or the source of a typesetter."""
    if flat := re.search(_FLAT_ODF, beginning):
        if flat[1] in (_ODF_TEXT, _ODF_TEXT + b"-template"):
            return "odt"
        raise SourceError(f"{name}: is an OpenDocument file that is no text: save its text as .odt or .docx")
    if re.search(_FLAT_WORD, beginning):
        raise SourceError(f"{name}: is a Word document in one XML file: open it in Word and save it as .docx")
    if re.search(_LATEX, beginning):
        raise SourceError(f"{name}: is a LaTeX source: {_PRINT}, or make a PDF of it")
    return "text"


def misnamed(suffix: str, kind: str) -> str | None:
    """The warning that a suffix promises something else than what the bytes are."""
    promised = _PROMISE.get(suffix, kind)
    return None if promised == kind else f"its name ends in {suffix}, and it is {_NAMES[kind]}: it was read as that"
