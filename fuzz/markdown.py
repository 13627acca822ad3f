"""Fuzz the Markdown reader."""

from __future__ import annotations

from fuzz.target import fixture, target, text_source
from plandiff_readers.markdown import plandiff_read

if __name__ == "__main__":
    target(
        plandiff_read,
        text_source(".md"),
        [
            fixture("us-28.md"),
            fixture("us-28.html"),
            b'1. a\n   - b\n     1) c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n[x]: http://y "z"\n',
        ],
    )
