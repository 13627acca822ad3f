"""Pairs of versions drawn by number: the same number gives the same pair."""

from __future__ import annotations

from random import Random

from plandiff.engine.outline import outline
from plandiff.model import Block, Document, Plan

_WORDS = (
    "the parties coast guard withdraws limited to 600 800 personnel within thirty days shall not may elections "
    "amnesty [to be agreed] “island” fund USD 100 billion — commission monitors ceasefire prisoners exchanged "
    "граница проходит 停火 سلام x\u200by e\u0301tat \t … (a) 21(d)"
).split(" ")
_BREAKS = (" ", " ", " ", " ", "\n", "  ", "\u00a0")

Shape = tuple[str, tuple[str, ...]]
"""A point: its own text and those of its sub-points."""


def pair(number: int) -> tuple[Plan, Plan]:
    """A plan and an edited one, or now and then another plan altogether."""
    random = Random(number)
    old = [_point(random) for _ in range(random.randint(1, 9))]
    new = [_point(random) for _ in range(random.randint(1, 9))] if random.random() < 0.1 else _edited(old, random)
    return _plan(old, "old", random), _plan(new, "new", random)


def _text(random: Random, most: int = 14) -> str:
    words = [random.choice(_WORDS) for _ in range(random.randint(1, most))]
    return "".join(word + random.choice(_BREAKS) for word in words).strip() + random.choice((".", ";", ""))


def _point(random: Random) -> Shape:
    inner = tuple(_text(random) for _ in range(random.choice((0, 0, 0, 1, 2, 4))))
    return _text(random, 40), inner


def _edited(old: list[Shape], random: Random) -> list[Shape]:
    points = list(old)
    for _ in range(random.randint(0, 5)):
        at = random.randrange(len(points))
        text, inner = points[at]
        match random.randrange(8):
            case 0 if len(points) > 1:
                del points[at]
            case 1:
                points.insert(at, _point(random))
            case 2:
                points.insert(random.randrange(len(points)), points.pop(at))
            case 3:
                half = len(text) // 2
                points[at : at + 1] = [(text[:half].strip() or "x", inner), (text[half:].strip() or "y", ())]
            case 4 if at + 1 < len(points):
                points[at : at + 2] = [(f"{text} {points[at + 1][0]}", inner + points[at + 1][1])]
            case 5 if inner:
                points[at : at + 1] = [(text, inner[1:]), (inner[0], ())]
            case 6:
                points[at] = (text, tuple(random.sample(inner, len(inner))))
            case _:
                words = text.split(" ")
                words[random.randrange(len(words))] = _text(random, 3)
                points[at] = (" ".join(words), inner)
    return points


def _plan(points: list[Shape], name: str, random: Random) -> Plan:
    numbered = random.random() < 0.9
    blocks = [Block(text="Draft of the delegations")] if random.random() < 0.3 else []
    for number, (text, inner) in enumerate(points, 1):
        blocks.append(Block(text=text, kind="item", label=f"{number}" if numbered else None, level=1))
        blocks += [
            Block(text=each, kind="item", label=f"({letter})", level=2)
            for letter, each in zip("abcdefghijkl", inner, strict=False)
        ]
    return outline(Document(format="pairs", blocks=tuple(blocks)), name=name, sha256=name)
