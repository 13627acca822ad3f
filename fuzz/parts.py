"""Parts: the XML parts of a zipped document as one input of the fuzzer, changed as trees."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy

import atheris
from lxml import etree

_BETWEEN = b"\0"
"""Between parts: XML cannot hold it."""

_VALUES = (
    "",
    "0",
    "1",
    "-1",
    "9",
    "255",
    "2147483648",
    "99999999999999999999",
    "true",
    "none",
    "x",
    "1.5",
    "%1.",
    "\u0661",
)
_TEXTS = (
    "",
    " ",
    "1.",
    "(a)",
    "iv)",
    "7.3.2",
    "Article IX",
    "\u200b",
    "\u202e",
    "\u0301",
    "\n\n",
    "12" * 40,
    "a " * 50,
)
_MOST_STEPS = 4


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def joined(*parts: bytes) -> bytes:
    """The parts as one input."""
    return _BETWEEN.join(parts)


def zipped(data: bytes, names: Sequence[str], fixed: dict[str, bytes]) -> bytes:
    """The zip file that holds the parts of an input under these names, and the fixed ones as they are."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in fixed.items():
            archive.writestr(name, part)
        for name, part in zip(names, data.split(_BETWEEN), strict=False):
            archive.writestr(name, part)
    return file.getvalue()


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """One part of the input changed as a tree; what is no XML is changed as bytes, and now and then the rest too."""
    chance = random.Random(seed)
    parts = data.split(_BETWEEN)
    index = chance.randrange(len(parts))
    try:
        root = etree.fromstring(parts[index])
    except (etree.XMLSyntaxError, ValueError):
        return bytes(atheris.Mutate(data, most))
    if chance.random() < 0.05:
        return bytes(atheris.Mutate(data, most))
    for _ in range(chance.randint(1, _MOST_STEPS)):
        # A tree can hold names that may not be set.
        with suppress(ValueError):
            _step(root, chance)
    parts[index] = etree.tostring(root)
    changed = _BETWEEN.join(parts)
    return changed if len(changed) <= most else data


def _step(root: etree._Element, chance: random.Random) -> None:
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    kind = chance.randrange(8)
    if kind == 0 and one is not root:
        one.getparent().remove(one)  # type: ignore[union-attr]
    elif kind == 1 and one is not root:
        one.addnext(deepcopy(one))
    elif kind == 2:
        one.insert(chance.randint(0, len(one)), deepcopy(other))
    elif kind == 3:
        one.tag = other.tag
    elif kind == 4 and one.attrib:
        one.set(chance.choice(list(one.attrib)), chance.choice(_VALUES))
    elif kind == 5 and other.attrib:
        key = chance.choice(list(other.attrib))
        one.set(key, other.attrib[key])
    elif kind == 6 and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    else:
        one.text = chance.choice(_TEXTS)
