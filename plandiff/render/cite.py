"""The points of a plan as people cite them: 21(d), Article IV(2), 11 to 13, ¶ after 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from plandiff.became import became
from plandiff.model import Comparison, Plan, Point

NOWHERE = "–"


class Cite:
    """Cites points of one plan by their labels as printed: `Cite(plan)(["24a", "24b"])` is "24(a), (b)"."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._names = _names(plan)
        self._position = {point.id: index for index, point in enumerate(plan.points)}
        self._next = {
            first.id: second.id for siblings in plan.children.values() for first, second in pairwise(siblings)
        }

    def __call__(self, ids: Iterable[str], within: str | None = None) -> str:
        """The citation of some points in document order; three or more neighbours become "11 to 13".

        Where `within` names the point that all of them stand in, its own citation is left out: "(a), (b)".
        """
        runs: list[list[Point]] = []
        for point in sorted((self._plan.by_id[each] for each in ids), key=lambda each: self._position[each.id]):
            if runs and self._next.get(runs[-1][-1].id) == point.id:
                runs[-1].append(point)
            else:
                runs.append([point])
        return ", ".join(self._run(run, within) for run in runs) or NOWHERE

    def _run(self, run: Sequence[Point], within: str | None) -> str:
        first = self._short(run[0], within)
        rest = [self._short(point, run[0].parent) for point in run[1:]]
        return f"{first} to {rest[-1]}" if len(rest) > 1 else ", ".join([first, *rest])

    def _short(self, point: Point, within: str | None) -> str:
        if point.id == within:
            return "opening words"
        name = self._names[point.id]
        tail = name.removeprefix(self._names[within]) if within is not None else name
        return tail.removeprefix(",").strip() if tail.startswith(("(", ",", " ")) else name


class Where:
    """Cites both sides of a comparison: `where(change.left, change.right)` is "21 → 14"."""

    def __init__(self, comparison: Comparison) -> None:
        self.left = Cite(comparison.left)
        self.right = Cite(comparison.right)

    def __call__(self, left: Iterable[str], right: Iterable[str]) -> str:
        """Old citation, arrow, new citation; a dash stands where there is none."""
        return became(self.left(left), self.right(right))


def _names(plan: Plan) -> dict[str, str]:
    """One citation for each point; the line number tells apart what would read the same."""
    names: dict[str, str] = {}
    divided = [point.label for point in plan.top if point.parent is not None and point.label is not None]
    through = len(set(divided)) == len(divided)
    first = next((point.label for point in plan.points if point.label is not None), None)
    last: str | None = None
    unnumbered: Counter[str] = Counter()
    inner: Counter[tuple[str, str]] = Counter()
    for point in plan.points:
        if point.label is not None:
            parent = plan.by_id[point.parent] if point.parent is not None else None
            above = names[parent.id] if parent and parent.label is not None else ""
            if parent and parent.role == "division" and through:
                above = ""
            names[point.id] = last = _join(above, point)
            unnumbered.clear()
            continue
        word = "heading" if point.heads else "¶"
        around = plan.by_id[point.parent] if plan.tops[point.id] != point.id and point.parent else None
        if around and around.label is not None:
            inner[around.id, word] += 1
            nth = inner[around.id, word]
            names[point.id] = f"{names[around.id]} {word}" + (f" {nth}" if nth > 1 else "")
            continue
        unnumbered[word] += 1
        nth = unnumbered[word]
        if last is None and first is None:
            names[point.id] = f"{word} {nth}" if word == "heading" else f"{word}{nth}"
        else:
            name = word if nth == 1 else f"{word} {nth}"
            names[point.id] = f"{name} after {last}" if last else f"{name} before {first}"
    count = Counter(names.values())
    return {
        point.id: f"{names[point.id]} (line {point.line})"
        if count[names[point.id]] > 1 and point.line is not None
        else names[point.id]
        for point in plan.points
    }


def _join(above: str, point: Point) -> str:
    label = point.label or ""
    if not above or label.startswith((f"{above}.", f"{above}(", f"{above} ", f"{above}-")):
        return label
    if label.startswith("("):
        return above + label
    if " " in label:
        return f"{above}, {label}"
    # "d)" and "d" inside 21 are both cited as 21(d).
    return f"{above}({label.removesuffix(')')})"
