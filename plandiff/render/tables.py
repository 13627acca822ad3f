"""The tables that a report has when they are asked for, in words for every format."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from plandiff.became import became
from plandiff.model import Balance, Comparison, Reckoned, Verdict
from plandiff.render.cite import Cite, Where


class Table(Struct, frozen=True):
    """A table for every format: a title, the heads of its columns, and rows of cells. A row that `warns` stands out."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    warns: tuple[bool, ...]


def tables(comparison: Comparison, where: Where) -> Iterator[Table]:
    """The tables of a comparison, in the order of the report: red lines, balance."""
    if comparison.red_lines:
        yield _red_lines(comparison, where)
    if comparison.balance:
        rows = [row for each in comparison.balance for row in _balance(each, where)]
        yield Table("Balance", ("Party", "Obligations", "Points and words"), tuple(rows), (False,) * len(rows))


def _red_lines(comparison: Comparison, where: Where) -> Table:
    rows = [
        (line.party, line.condition, _verdict(line.left, where.left), _verdict(line.right, where.right))
        for line in comparison.red_lines
    ]
    warns = tuple(line.right.status == "violated" for line in comparison.red_lines)
    return Table("Red lines", ("Party", "Condition", "Old", "New"), tuple(rows), warns)


def _verdict(verdict: Verdict, cite: Cite) -> str:
    place = f" in {cite([verdict.point])}" if verdict.point is not None else ""
    return f"{verdict.status}{place}{f': {verdict.quote}' if verdict.quote else ''}"


def _balance(each: Balance, where: Where) -> Iterator[tuple[str, str, str]]:
    """One row for each way in which the obligations of a party changed."""
    for way in ("added", "removed", "strengthened", "weakened"):
        if found := getattr(each, way):
            yield each.party, f"{len(found)} {way}", "\n".join(_reckoned(one, where) for one in found)


def _reckoned(one: Reckoned, where: Where) -> str:
    left, right = (() if point is None else (point,) for point in (one.left, one.right))
    return f"{where(left, right)}: {became(one.was, one.now) if one.was and one.now else one.was or one.now}"
