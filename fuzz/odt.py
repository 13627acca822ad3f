"""Fuzz the OpenDocument reader: the XML parts of one text, in a zip file that stays the same."""

from __future__ import annotations

from fuzz.parts import joined, mutate, parts_of, zipped
from fuzz.target import FILES, target
from plandiff.model import Source
from plandiff_readers.odt.read import read
from tests.plugins.odt_files import h, lst, odt, p

FREE = ("content.xml", "styles.xml")


def source(data: bytes) -> Source:
    return Source(name="input", suffix=".odt", data=zipped(data, FREE, FIXED), media="odt")


SMALL = parts_of(odt(h("1. Scope"), p("The parties."), lst(f"<text:list-item>{p('Land')}{lst()}</text:list-item>")))
WRITTEN = parts_of((FILES / "libreoffice.odt").read_bytes())
FIXED = {name: part for name, part in SMALL.items() if name not in FREE}

if __name__ == "__main__":
    target(read, source, [joined(*(parts[name] for name in FREE)) for parts in (SMALL, WRITTEN)], mutate)
