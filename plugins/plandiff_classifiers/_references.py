"""References: where a provision cites another of the same plan by its number."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import tomli
from msgspec import Struct

from plandiff.engine.cited import Cited
from plandiff.model import Citation, Plan, Point

_NUMBER = (
    r"\d{1,4}[a-z]?(?!\w)(?:\.\d{1,4}){0,4}(?:\([0-9a-z]{1,4}\)){0,3}|[IVXLC]{1,7}(?!\w)(?:\([0-9a-z]{1,4}\)){0,3}"
)
_JOINT = r"\s{0,2}(?:[,;&–—-]|[^\W\d_]{1,7})\s{0,2}"
_CITATION = re.compile(
    # From the beginning of a word only: looked for from each letter on, a text would take twice the time.
    rf"(?P<word>(?<![^\W\d_])[^\W\d_]{{2,16}}|§§?)\.?\s{{0,3}}(?P<numbers>(?:{_NUMBER})(?:{_JOINT}(?:{_NUMBER})){{0,20}})"
)
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<joint>[,;&–—-]|[^\W\d_]{{1,7}})")
_WORD = re.compile(r"[^\W\d_][\w’'-]{0,40}")
_BARE = frozenset(("point", "paragraph", "clause", "item", "section", "principle"))
"""What points are called that are printed with a bare number."""

_NEAR = 5
"""How many words after the number the name of another text may stand: "of the 1994 Budapest Memorandum"."""

_WIDEST = 50
"""The most provisions that "points 3 to 40" is read as."""


class Target(Struct, frozen=True):
    """One provision that a reference cites: its number as printed, and its id, None where the plan has no such."""

    number: str
    id: str | None


class Reference(Struct, frozen=True):
    """A citation of provisions of the same plan: its place in the text of the citing point, and its targets."""

    start: int
    end: int
    targets: tuple[Target, ...]


class _Seat(Struct, frozen=True):
    """A number and where it stands in the text; one that a span only takes in has no width."""

    number: str
    start: int
    end: int


class Places:
    """Where the provisions of one plan are found by what they are called."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._cited = Cited(plan)
        self._called = {point.id: _called(point) for point in plan.points if point.label is not None}
        names = set(self._called.values())
        self._names = {name for name in names if name} | (_BARE if "" in names else set())
        self._references: dict[str, tuple[Reference, ...]] = {}

    def references(self, point: Point) -> tuple[Reference, ...]:
        """The references in the text of a point, in order.

        What other texts are cited by ("Article 5 of the Treaty") is none, nor is a number after a word that the
        provisions of this plan are not called by.
        """
        if point.id not in self._references:
            self._references[point.id] = tuple(
                Reference(start, seats[-1].end, tuple(map(_target, seats, found)))
                for start, seats, found in self._read(point)
                if not any(len(targets) > 1 for targets in found)
            )
        return self._references[point.id]

    def citations(self, point: Point) -> Iterator[Citation]:
        """Every number in the references of a point, also in those that can mean several provisions."""
        for _, seats, found in self._read(point):
            for seat, points in zip(seats, found, strict=True):
                if seat.start < seat.end:
                    ids = tuple(each.id for each in points)
                    yield Citation(point=point.id, start=seat.start, end=seat.end, targets=ids)

    def _read(self, point: Point) -> Iterator[tuple[int, list[_Seat], list[list[Point]]]]:
        """Where each reference begins, its numbers, and the provisions that each of these can mean."""
        for match in _citations(point.text):
            name = _words().get(match["word"].casefold()) or _by_stem(match["word"].casefold())
            if name not in self._names or _elsewhere(point.text, match):
                continue
            seats = _seats(match["numbers"], match.start("numbers"))
            yield match.start(), seats, [self._find(name, seat.number, point) for seat in seats]

    def _find(self, name: str, number: str, point: Point) -> list[Point]:
        """The provisions that a number can mean; those at the top or around the citing one come before others,
        and those of its own division before these."""
        found = [each for each in self._cited(number) if self._called.get(each.id) in ("", name)]
        near = [each for each in found if self._plan.tops[each.id] == each.id or each.path[:1] == point.path[:1]]
        around = self._plan.by_id[self._plan.tops[point.id]].parent
        own = [each for each in near if self._plan.by_id[self._plan.tops[each.id]].parent == around]
        return own or near or found


@lru_cache(maxsize=2048)
def _citations(text: str) -> tuple[re.Match[str], ...]:
    """What may be references in a text; in the history of a plan most texts come again."""
    return tuple(_CITATION.finditer(text))


_remembered: deque[tuple[Plan, Places]] = deque(maxlen=2)
"""The places of the plans asked for last: the same two are asked for with every change."""


def places(plan: Plan) -> Places:
    """The places of a plan."""
    for known, found in _remembered:
        if known is plan:
            return found
    _remembered.append((plan, Places(plan)))
    return _remembered[-1][1]


def _called(point: Point) -> str:
    """The word in a label, "" for a bare number."""
    word = _WORD.match(point.label or "")
    return (_words().get(word[0].casefold()) or _by_stem(word[0].casefold()) or "") if word else ""


def _target(seat: _Seat, found: list[Point]) -> Target:
    return Target(seat.number, found[0].id if found else None)


def _seats(text: str, at: int) -> list[_Seat]:
    """The numbers in a list or span of them, whose text begins at a place of the whole."""
    spans, joints = _joints()
    seats: list[_Seat] = []
    joint = ""
    for token in _TOKEN.finditer(text):
        if token["joint"]:
            joint = token["joint"].casefold()
            if joint not in spans and joint not in joints:
                break
            continue
        start, end = at + token.start(), at + token.end()
        if joint in spans and seats and seats[-1].number.isdecimal() and token[0].isdecimal():
            first, last = int(seats[-1].number), int(token[0])
            if first < last <= first + _WIDEST:
                seats += [_Seat(str(number), start, start) for number in range(first + 1, last)]
        seats.append(_Seat(token[0], start, end))
    return seats


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """Whether a citation is of another text, named after the number or before the word."""
    before = text[max(0, match.start() - 24) : match.start()].rstrip()
    if before.endswith(("'s", "’s")):
        return True
    texts, stems, own = _texts()
    tail = re.split(r"[.;:!?)\n]", text[match.end() : match.end() + 120], maxsplit=1)[0]
    for word in _WORD.findall(tail)[:_NEAR]:
        plain = word.casefold()
        if plain in own:
            return False
        # "Article 5 NATO", "des Nordatlantikvertrags"
        if (word.isupper() and len(word) > 2) or plain in texts or any(stem in plain for stem in stems):
            return True
    return False


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("lexicons") / "references.toml"
    return tomli.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {form: name for name, forms in _table()["words"].items() for form in forms.split() if form[-1] != "*"}


@lru_cache(maxsize=1024)
def _by_stem(word: str) -> str | None:
    stems = (
        (form[:-1], name) for name, forms in _table()["words"].items() for form in forms.split() if form[-1] == "*"
    )
    return next((name for stem, name in stems if word.startswith(stem) and len(word) <= len(stem) + 5), None)


@lru_cache(maxsize=1)
def _joints() -> tuple[frozenset[str], frozenset[str]]:
    lists = _table()["lists"]
    return frozenset(lists["to"].split()), frozenset(lists["and"].split())


@lru_cache(maxsize=1)
def _texts() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    table = _table()["elsewhere"]
    names = table["texts"].split()
    return (
        frozenset(name for name in names if name[-1] != "*"),
        tuple(name[:-1] for name in names if name[-1] == "*"),
        frozenset(table["own"].split()),
    )
