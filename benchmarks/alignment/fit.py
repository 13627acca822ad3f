"""Fit: the weights of the aligner, by logistic regression on generated revisions. Needs scikit-learn.

    python -m benchmarks.alignment.fit [FILE]

writes `plandiff/engine/weights.py`, or FILE, and prints what differs from what stood there. It teaches with
seeds below 1000 only; the same program and libraries give the same weights.
"""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment.augment import Lesson, augment
from benchmarks.alignment.generate import generate
from plandiff.engine import weights
from plandiff.engine.assign import assign
from plandiff.engine.candidates import candidates
from plandiff.engine.equals import equals
from plandiff.engine.evidence import Evidence
from plandiff.engine.join import JoinEvidence, join_evidence
from plandiff.engine.logistic import logit, probability
from plandiff.engine.match import landmarks, leads, measure
from plandiff.engine.passages import Passage, passages

SETS = (("default", 28, 400), ("hard", 28, 400), ("default", 280, 8), ("hard", 280, 8))
"""Preset, points and number of seeds, from 0 on, of the revisions that teach."""

STRANGERS = range(300, 400)
"""The seeds, of 28 points, whose old points stand in for points that are replaced."""

STRENGTH = 10.0
"""The inverse strength of the regularisation."""

DIGITS = 2

_Weights = tuple[float, ...]


class Example(NamedTuple):
    """One lesson with the evidence of its pairs: the passages, the pairs of equal texts, the others
    measured."""

    left: list[Passage]
    right: list[Passage]
    equal: set[tuple[int, int]]
    measured: dict[tuple[int, int], Evidence]
    links: set[tuple[int, int]]


def fit() -> tuple[_Weights, _Weights, _Weights]:
    """The weights of a pair's own evidence, of the same with its lead over its rivals, and of joining.

    Each is learnt on what the one before makes of the lessons.
    """
    examples = [_example(lesson) for lesson in lessons()]
    first = _learn((found, pair in example.links) for example in examples for pair, found in example.measured.items())
    led = [
        {
            pair: (*example.measured[pair], *lead)
            for pair, lead in leads({pair: logit(first, found) for pair, found in example.measured.items()}).items()
        }
        for example in examples
    ]
    final = _learn(
        (found, pair in example.links)
        for example, measured in zip(examples, led, strict=True)
        for pair, found in measured.items()
    )
    join = _learn(
        (found, pair in example.links)
        for example, measured in zip(examples, led, strict=True)
        for pair, found in _joining(example, {pair: logit(final, found) for pair, found in measured.items()})
    )
    return first, final, join


def lessons() -> list[Lesson]:
    """All lessons, in a fixed order."""
    strangers = {
        preset: [text for seed in STRANGERS for text in generate(28, seed, preset).left]
        for preset in ("default", "hard")
    }
    return [
        lesson
        for preset, points, seeds in SETS
        for lesson in augment(
            [generate(points, seed, preset) for seed in range(seeds)],
            strangers[preset],
            preset if points == 28 else f"{preset}{points}",
        )
    ]


def text(first: _Weights, final: _Weights, join: _Weights) -> str:
    """The file `plandiff/engine/weights.py`."""
    names = Evidence._fields
    return "\n".join(
        [
            _HEAD,
            _tuple("FIRST", first, names, "A pair's own evidence."),
            _tuple(
                "FINAL",
                final,
                (*names, "the smaller lead", "the greater lead"),
                "The same with its lead over rivals.",
            ),
            _tuple("JOIN", join, JoinEvidence._fields, "What joins a pair: the parts of splits and merges."),
        ]
    )


def main() -> None:
    """Fit, write, and print the difference."""
    parser = argparse.ArgumentParser(description="Fit the weights of the aligner on generated revisions.")
    parser.add_argument("file", nargs="?", type=Path, default=Path(weights.__file__))
    file = parser.parse_args().file
    if find_spec("sklearn") is None:
        raise SystemExit("scikit-learn is not installed: pip install -e '.[bench]'")
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    after = text(*fit())
    file.write_text(after, encoding="utf-8")
    changed = difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "after", n=0, lineterm="")
    print("\n".join(changed) or "the weights are as they were")


def _example(lesson: Lesson) -> Example:
    left, right = passages(lesson.left, lesson.right)
    equal = equals(left, right, range(len(left)), range(len(right)))
    done = {i for i, _ in equal}, {j for _, j in equal}
    marks = landmarks(left, right, equal)
    shared = candidates(
        left,
        right,
        [i for i in range(len(left)) if i not in done[0]],
        [j for j in range(len(right)) if j not in done[1]],
        marks,
    )
    return Example(left, right, equal, measure(left, right, shared, equal, marks), lesson.links)


def _joining(example: Example, odds: dict[tuple[int, int], float]) -> Iterable[tuple[tuple[int, int], JoinEvidence]]:
    """The pairs that could join the pairs assigned, with the evidence for it."""
    scores = {pair: probability(value) for pair, value in odds.items()}
    assigned = assign({pair: value for pair, value in odds.items() if value > 0})
    pairs = {**dict.fromkeys(example.equal, 1.0), **{pair: scores[pair] for pair in assigned}}
    found = join_evidence(example.left, example.right, pairs, example.equal, example.measured, scores)
    return ((pair, evidence) for pair, _, evidence in found)


def _learn(examples: Iterable[tuple[Sequence[float], bool]]) -> _Weights:
    evidence, truth = zip(*examples, strict=True)
    model = import_module("sklearn.linear_model").LogisticRegression(
        C=STRENGTH, max_iter=5000, fit_intercept=False, solver="newton-cholesky", tol=1e-8
    )
    model.fit(evidence, truth)
    return tuple(round(float(weight), DIGITS) for weight in model.coef_[0])


def _tuple(name: str, values: _Weights, names: Sequence[str], said: str) -> str:
    lines = [f"    {value},  # {of}" for value, of in zip(values, names, strict=True)]
    return "\n".join([f"{name} = (", *lines, ")", f'"""{said}"""', ""])


_HEAD = '''\
"""The weights of the evidence, all in one place: fitted, never set by hand.

`python -m benchmarks.alignment.fit` wrote them, by logistic regression on generated revisions of agreements
(seeds below 1000, presets default and hard), some of them with points replaced, figures changed, names taken
out, numbers kept or missing.
"""

from __future__ import annotations
'''

if __name__ == "__main__":
    main()
