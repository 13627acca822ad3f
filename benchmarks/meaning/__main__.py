"""What plandiff says that a change means, measured against the labels, as Markdown.

    python -m benchmarks.meaning [--set second] [--class facts] [--language uk] [-v]

`--class` and `--language` choose cases; every class is scored on each of them. `--set` takes another set
of labels than the first. `-v` lists what is wrong.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from benchmarks.alignment.table import figure, table
from benchmarks.alignment.tally import Tally
from benchmarks.meaning.answer import answer
from benchmarks.meaning.case import SETS, Case, cases
from benchmarks.meaning.issues import issues
from benchmarks.meaning.rules import CLASSES, PARTS
from benchmarks.meaning.score import Verdict, add, score
from plandiff.registry import Plugins

Judged = tuple[Case, Verdict]


def main() -> None:
    """Judge the chosen cases and print one table after the other."""
    options = _options(cases())
    every = cases(SETS[options.labels])
    plugins = Plugins.load()
    chosen = [case for case in every if options.kind in (None, case.kind) and options.language in (None, case.language)]
    judged = [(case, score(case, answer(case, plugins))) for case in chosen]
    pairs = [one for one in judged if not one[0].clean]
    print(f"### What a change means: {len(pairs)} pairs\n")
    print(by_class(pairs))
    print(by_language(pairs))
    print(by_case(pairs))
    clean = [verdict for case, verdict in judged if case.clean]
    if clean:
        alarms = sum(bool(verdict.invented) for verdict in clean)
        print(f"Invisible changes told of clean paragraphs: {alarms} of {len(clean)} comparisons.\n")
    if options.kind is None and options.language is None and options.labels == "first":
        _print_issues(plugins, options.verbose)
    if options.verbose:
        _print_misses(judged)


def by_class(judged: Iterable[Judged]) -> str:
    """Precision and recall of every class over all cases; of severity the share that is right."""
    total = _total(judged)
    rows = [[name, *_counts(tally), _precision(tally), _recall(tally)] for name, tally in total.items()]
    known = [verdict.severity for _, verdict in judged if verdict.severity is not None]
    rows.append(["severity", *map(str, (len(known), len(known), sum(known))), *[_share(sum(known), len(known))] * 2])
    return table(["class", "labelled", "told", "right", "precision", "recall"], rows)


def by_language(judged: Sequence[Judged]) -> str:
    """Precision / recall of every class in every language."""
    names = [name for name in CLASSES if name != "other"]
    rows = []
    for language in sorted({case.language for case, _ in judged}):
        total = _total(one for one in judged if one[0].language == language)
        rows.append([language, *(f"{_precision(total[name])} / {_recall(total[name])}" for name in names)])
    return table(["precision / recall", *names], rows)


def by_case(judged: Sequence[Judged]) -> str:
    """How many cases are wholly right, by the class they were written for, traps apart."""
    rows = []
    for kind in dict.fromkeys(case.kind for case, _ in judged):
        cells = []
        for trap in (False, True):
            right = [verdict.right for case, verdict in judged if case.kind == kind and case.trap is trap]
            cells.append(f"{sum(right)} of {len(right)}")
        rows.append([kind, *cells])
    return table(["wholly right", "plain cases", "traps"], rows)


def _total(judged: Iterable[Judged]) -> dict[str, Tally]:
    total = {name: Tally() for name in (*CLASSES, *PARTS)}
    for _, verdict in judged:
        for name, tally in verdict.tallies.items():
            add(total[name], tally)
    return total


def _counts(tally: Tally) -> list[str]:
    return [str(count) for count in (tally.true, tally.predicted, tally.right)]


def _precision(tally: Tally) -> str:
    return _share(tally.right, tally.predicted)


def _recall(tally: Tally) -> str:
    return _share(tally.right, tally.true)


def _share(right: int, of: int) -> str:
    return figure(right / of) if of else "–"


def _print_issues(plugins: Plugins, verbose: bool) -> None:
    verdicts = issues(plugins)
    status = sum(verdict.status_right for verdict in verdicts)
    quotes = sum(verdict.quotes_right for verdict in verdicts)
    print(f"Issues of the fixtures: status right {status} of {len(verdicts)}, quotes {quotes} of {len(verdicts)}.\n")
    if not verbose:
        return
    for verdict in verdicts:
        label = verdict.label
        where = f"{label.old} → {label.new}, {label.id}"
        if not verdict.status_right:
            print(f"- {where}: expected {label.status}, got {verdict.status or 'nothing'}")
        if not verdict.quotes_right:
            print(f"- {where}: expected {label.was!r} → {label.now!r}, got {verdict.was!r} → {verdict.now!r}")
    print()


def _print_misses(judged: Iterable[Judged]) -> None:
    for case, verdict in judged:
        if verdict.right:
            continue
        print(f"- {case.id}{' (trap)' if case.trap else ''}\n    old: {case.old!r}\n    new: {case.new!r}")
        for name, wrong in (("expected", verdict.missed), ("not expected", verdict.invented)):
            for words in wrong:
                print(f"    {name}: {words}")
        if verdict.severity is False:
            print(f"    expected: severity {case.severity}")


def _options(every: Iterable[Case]) -> argparse.Namespace:
    every = list(every)
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.meaning",
        description="What plandiff says that a change means, measured against labels, as Markdown.",
    )
    parser.add_argument("--class", dest="kind", choices=sorted({case.kind for case in every}))
    parser.add_argument("--language", choices=sorted({case.language for case in every}))
    parser.add_argument("--set", dest="labels", choices=SETS, default="first", help="which labels to judge by")
    parser.add_argument("-v", dest="verbose", action="store_true", help="list what is wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
