"""Fuzz the plain text reader."""

from __future__ import annotations

from fuzz.target import fixture, target, text_source
from plandiff_readers.text import plandiff_read

SCRIPTS = [
    "Стаття 1. Сторони.\n\n1) перше;\n2) друге.\n".encode(),
    "第一条 停火\n（一）立即停火\n第二条 撤军\n".encode("utf-16"),
    "المادة ١\n١- وقف إطلاق النار\n".encode(),
    "Article premier\n1° Le cessez-le-feu é\n".encode("cp1252"),
]

if __name__ == "__main__":
    target(
        plandiff_read,
        text_source(".txt"),
        [fixture("us-28.txt"), fixture("geneva-19.txt"), fixture("us-28.md"), *SCRIPTS],
    )
