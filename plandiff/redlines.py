"""Red lines: what a party will not sign, held against a version, with the words that meet or cross it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from os import PathLike
from pathlib import Path

from plandiff.data import load, read_text
from plandiff.engine.condition import Bound, Condition, condition
from plandiff.engine.excerpt import excerpt, figure, sentences
from plandiff.engine.touched import cue_starts
from plandiff.errors import DataError
from plandiff.model import Change, Comparison, Fact, IssueSpec, Plan, Point, RedLine, RedLines, Verdict
from plandiff.registry import Plugins
from plandiff.toml_line import toml_line

_EXACT = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("minute", 1440),
    "week": ("minute", 10080),
    "month": ("month", 1),
    "year": ("month", 12),
}
"""Units of time in the unit that they are a whole number of."""


def read(path: str | PathLike[str]) -> RedLines:
    """The red lines in a file: TOML where its name ends so, otherwise one condition a line.

    In such a text a line that begins with `#` is a remark, and `party: NAME` says whose lines they are. Raises
    `DataError` with file and line.
    """
    path = Path(path)
    if path.suffix == ".toml":
        lines = load(RedLines, path)
        place = toml_line(read_text(path), "conditions")
        numbered = [(place, each) for each in lines.conditions]
    else:
        stated = [(number, line.strip()) for number, line in enumerate(read_text(path).splitlines(), start=1)]
        numbered = [(number, line) for number, line in stated if line and not line.startswith("#")]
        parties = [line.partition(":")[2].strip() for _, line in numbered if _is_party(line)]
        numbered = [(number, line) for number, line in numbered if not _is_party(line)]
        lines = RedLines(party=parties[-1] if parties else "", conditions=tuple(line for _, line in numbered))
    for number, line in numbered:
        try:
            condition(line)
        except ValueError as error:
            raise DataError(f"{path}, line {number}: “{line[:40]}” {error}") from error
    if not numbered:
        raise DataError(f"{path}: holds no condition; write one such as “armed forces: at least 800000”")
    return lines


def redlines(plan: Plan, lines: RedLines, plugins: Plugins) -> tuple[Verdict, ...]:
    """The verdict of one version on each condition, in their order.

    Figures are those that the classifiers find. Raises `DataError` for a condition that cannot be read.
    """
    return _Reading(plan, plugins).verdicts([_parsed(line) for line in lines.conditions])


def crossed(comparison: Comparison, parties: Iterable[RedLines], plugins: Plugins) -> tuple[RedLine, ...]:
    """The red lines of several parties, each held against both versions of a comparison."""
    return tuple(
        RedLine(party=lines.party, condition=line, left=old, right=new)
        for lines in parties
        for line, old, new in zip(
            lines.conditions,
            redlines(comparison.left, lines, plugins),
            redlines(comparison.right, lines, plugins),
            strict=True,
        )
    )


class _Reading:
    """A plan that conditions are held against; each point is looked through once, and for figures when asked."""

    def __init__(self, plan: Plan, plugins: Plugins) -> None:
        self._plan = plan
        self._plugins = plugins
        self._facts: dict[str, list[Fact]] = {}

    def verdicts(self, conditions: Sequence[Condition]) -> tuple[Verdict, ...]:
        terms = {term for asked in conditions for choice in asked.words for term in choice}
        specs = tuple(IssueSpec(id=term, title=term, cues=(term,)) for term in sorted(terms))
        points = [point for point in self._plan.points if not point.heads and point.role != "surrounding"]
        found = [(point, cue_starts(point.text, specs)) for point in points]
        return tuple(self._verdict(asked, found) for asked in conditions)

    def _verdict(self, asked: Condition, found: Sequence[tuple[Point, dict[str, list[int]]]]) -> Verdict:
        speaking = [(point, at) for point, starts in found if (at := _together(asked, starts)) is not None]
        # What a reconstruction invented is no evidence, neither for the version nor against it.
        held = [(point, at) for point, at in speaking if point.reported is not False]
        if speaking and not held:
            return Verdict(status="not addressed")
        if asked.kind == "figure":
            return self._figures(asked, held)
        if not held:
            return Verdict(status="violated" if asked.kind == "mention" else "met")
        point, at = held[0]
        quote = _sentence(point.text, at)
        return Verdict(status="met" if asked.kind == "mention" else "violated", point=point.id, quote=quote)

    def _figures(self, asked: Condition, held: Sequence[tuple[Point, int]]) -> Verdict:
        """Every figure beside the words must keep to the bound; the first that does not is quoted."""
        bound = next(iter(_facts_of(asked.figure, self._plugins)), None)
        if bound is None or bound.value is None or asked.bound is None:
            raise DataError(f"red line “{asked.figure[:40]}”: names no figure; write one such as 800000 or 100 days")
        told: list[tuple[bool, Point, Fact]] = []
        for point, at in held:
            beside = [(fact, order) for fact in self._of(point) if (order := _order(fact, bound)) is not None]
            low, high = next((low, high) for low, high in sentences(point.text) if low <= at < high)
            near = [pair for pair in beside if pair[0].quote in point.text[low:high]]
            told += [(_keeps(order, asked.bound), point, fact) for fact, order in near or beside]
        if not told:
            return Verdict(status="not addressed")
        kept, point, fact = min(told, key=lambda each: each[0])
        quote = figure(point.text, fact.quote, fact.qualifier)
        return Verdict(status="met" if kept else "violated", point=point.id, quote=quote)

    def _of(self, point: Point) -> list[Fact]:
        if point.id not in self._facts:
            self._facts[point.id] = list(_facts_of(point.text, self._plugins))
        return self._facts[point.id]


def _parsed(line: str) -> Condition:
    try:
        return condition(line)
    except ValueError as error:
        raise DataError(f"red line “{line[:40]}” {error}") from error


def _is_party(line: str) -> bool:
    return line.partition(":")[0].strip().casefold() == "party" and ":" in line


def _together(asked: Condition, starts: dict[str, list[int]]) -> int | None:
    """Where the first of the alternatives begins whose cues all stand in the text; None where none does."""
    places = [[starts[term][0] for term in choice if term in starts] for choice in asked.words]
    whole = [min(at) for at, choice in zip(places, asked.words, strict=True) if len(at) == len(choice)]
    return min(whole, default=None)


def _sentence(text: str, at: int) -> str:
    return next(excerpt(text, low, high, at) for low, high in sentences(text) if low <= at < high)


def _facts_of(text: str, plugins: Plugins) -> Iterator[Fact]:
    """The figures of a text: what the classifiers say comes in with a point that holds it alone."""
    nothing = Plan(name="", format="", sha256="", points=())
    plan = Plan(name="", format="", sha256="", points=(Point(id="1", label="1", path=("1",), text=text),))
    change = Change(kind="added", left=(), right=("1",), score=1.0, reason="")
    facts, _ = plugins.classify(change, nothing, plan, [change])
    return (fact.new for fact in facts if fact.new is not None)


def _order(fact: Fact, bound: Fact) -> int | None:
    """-1, 0 or 1 as the figure is below, at or above the bound; None where they measure different things."""
    one, other = _measured(fact), _measured(bound)
    if one is None or other is None or one[0] != other[0]:
        return None
    return (one[1] > other[1]) - (one[1] < other[1])


def _measured(fact: Fact) -> tuple[str | None, Decimal] | None:
    """What a figure measures and how much of it; None for dates and figures without number.

    A bare number counts whatever it stands beside.
    """
    if fact.value is None or fact.type in ("date", "ratio") or "-" in fact.value[1:]:
        return None
    value = Decimal(fact.value)
    if fact.type == "number":
        return "number", value
    unit, times = _EXACT.get(fact.unit or "", (fact.unit, 1))
    return unit, value * times


def _keeps(order: int, bound: Bound) -> bool:
    return {
        "at least": order >= 0,
        "at most": order <= 0,
        "more than": order > 0,
        "less than": order < 0,
        "exactly": order == 0,
    }[bound]
