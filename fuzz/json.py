"""Fuzz the point list reader."""

from __future__ import annotations

from fuzz.target import fixture, target, text_source
from plandiff_readers.pointlist import plandiff_read

if __name__ == "__main__":
    target(
        plandiff_read,
        text_source(".json"),
        [
            fixture("us-28.json"),
            b'["a","b"]',
            b'{"points":[{"id":"x","label":1,"text":"t","points":[{"text":"\\ud83d"}]}]}',
        ],
    )
