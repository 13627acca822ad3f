"""A PDF file opened: its pages, once it is known to be readable and not too long."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pypdf import PasswordType, PdfReader, overwrite_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from plandiff.errors import ReadError
from plandiff.limits import limit, too_much
from plandiff.model import Source

DAMAGED = "is damaged: open it in a PDF viewer and print it to a new PDF"

_STREAM_BYTES = 32_000_000
"""What one stream may unpack to. The text of a page takes a few kilobytes; pictures are never unpacked."""

_OPERANDS = 1_000_000
"""How many values the content of a page may hold."""


def opened(source: Source) -> PdfReader:
    """The file with its pages. Raises `ReadError` when it is damaged, locked or too long."""
    overwrite_configuration(
        maximum_declared_stream_length=_STREAM_BYTES,
        array_based_stream_maximum_output_length=_STREAM_BYTES,
        lzw_maximum_output_length=_STREAM_BYTES,
        run_length_maximum_output_length=_STREAM_BYTES,
        zlib_maximum_output_length=_STREAM_BYTES,
        brotli_maximum_output_length=_STREAM_BYTES,
        stream_decoding_work_maximum_length=4 * _STREAM_BYTES,
        stream_parsing_work_maximum_count=_OPERANDS,
        jbig2dec_binary=None,  # no other program is started
    )
    with damage_told(source.name):
        reader = PdfReader(io.BytesIO(source.data), strict=False)
        if reader.is_encrypted:
            _unlock(source.name, reader)
        count = len(reader.pages)
    if count > limit("pdf_pages"):
        raise too_much(source.name, "pdf_pages", f"has {count:,} pages")
    return reader


@contextmanager
def damage_told(name: str, place: str = "") -> Iterator[None]:
    """Turn what pypdf raises into a `ReadError` that names the place ("page 7")."""
    where = f"{place} " if place else ""
    try:
        yield
    except LimitReachedError:
        raise ReadError(f"{name}: {where}holds far more than a page of text: print it to a new PDF") from None
    except DependencyError:
        raise ReadError(f"{name}: is encrypted with AES: pip install cryptography, or save it unprotected") from None
    except (PyPdfError, RecursionError):
        raise ReadError(f"{name}: {where}{DAMAGED}") from None


class Complaints(logging.Handler):
    """Counts what pypdf complains of without raising: it then may have left text out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1

    def __enter__(self) -> Complaints:
        self._logger = logging.getLogger("pypdf")
        self._before = self._logger.propagate
        self._logger.addHandler(self)
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.propagate = self._before


def _unlock(name: str, reader: PdfReader) -> None:
    """Open a file that anybody may read, but for instance not print: its password is empty."""
    if reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise ReadError(f"{name}: needs a password: open it in a PDF viewer and save it without one")
