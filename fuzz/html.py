"""Fuzz the HTML reader."""

from __future__ import annotations

from fuzz.target import fixture, target, text_source
from plandiff_readers.html import plandiff_read

if __name__ == "__main__":
    target(
        plandiff_read,
        text_source(".html"),
        [
            fixture("us-28.html"),
            b"<ol type=a start=3 reversed><li value=9>x<table><tr><td rowspan=2>y<td>z</table></ol>"
            b'<details hidden>q<p style="display:none">w',
        ],
    )
