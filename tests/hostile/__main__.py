"""`python -m tests.hostile [WORD ...]`: the program on every hostile file, or on those that have a word in their name.

Prints a table of both commands on each file, then the totals; ends with 1 when anything is as it must not be.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.corpus import corpus
from tests.hostile.run import Run, runs

_AT_ONCE = 2
_WORDS = 60


def main() -> int:
    wanted = sys.argv[1:]
    cases = (case for case in corpus() if not wanted or any(word in case.name for word in wanted))
    print(f"{'file':28} {'kind':28} {'command':8} exit seconds  MB  message, or !what must not be")
    table: list[tuple[Case, Run]] = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        for case, done in _in_turn(cases, Path(folder), pool):
            for run in done:
                table.append((case, run))
                _print(case, run)
    _print_totals([run for _, run in table], files=len(table) // 2)
    return int(any(run.faults for _, run in table))


def _in_turn(cases: Iterator[Case], folder: Path, pool: ThreadPoolExecutor) -> Iterator[tuple[Case, list[Run]]]:
    """The cases and their runs in order; few are in memory at a time."""
    while batch := list(islice(cases, 8 * _AT_ONCE)):
        yield from zip(batch, pool.map(lambda case: runs(case, folder), batch), strict=True)


def _print(case: Case, run: Run) -> None:
    said = "; ".join(f"!{fault}" for fault in run.faults) or run.message.partition(f"{case.name}: ")[2][:_WORDS]
    size = run.peak / 2**20
    ended = f"{run.command:8} {run.exit:4} {run.seconds:7.2f} {size:3.0f}"
    print(f"{case.name:28} {case.kind:28} {ended}  {said}", flush=True)


def _print_totals(done: list[Run], files: int) -> None:
    exits = ", ".join(f"{count} with {code}" for code, count in sorted(Counter(run.exit for run in done).items()))
    slowest, largest = max(run.seconds for run in done), max(run.peak for run in done) / 2**20
    quick = sum(run.seconds <= 2 for run in done) / len(done)
    faults = sum(bool(run.faults) for run in done)
    print(f"\n{files} files, {len(done)} runs: ended {exits}")
    print(f"slowest {slowest:.1f} s, {quick:.1%} within 2 s, largest {largest:.0f} MB; {faults} runs with faults")


if __name__ == "__main__":
    sys.exit(main())
