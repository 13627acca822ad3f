"""Fuzz the RTF reader."""

from __future__ import annotations

from fuzz.target import FILES, target
from plandiff.model import Source
from plandiff_readers.rtf.read import read

BEGIN = b"{\\rtf"
"""By which the gate tells what RTF is."""

SMALL = rb"""1\ansi\ansicpg1251\uc1{\fonttbl{\f0\fcharset204 A;}}{\*\listtext 1.\tab}\pard 1. \u1057\'d1 a\par
{\pntext\f0 (a)\tab}\pard\ls1\ilvl1 b{\footnote c}{\v hidden}{\deleted d}{\revised e}\cell\row\trowd\par}"""


def source(data: bytes) -> Source:
    return Source(name="input", suffix=".rtf", data=BEGIN + data, media="rtf")


if __name__ == "__main__":
    written = [(FILES / name).read_bytes().removeprefix(BEGIN) for name in ("libreoffice.rtf", "pandoc.rtf")]
    target(read, source, [SMALL, *written])
