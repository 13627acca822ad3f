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
from tests.hostile.run import COMMANDS, Run, run

_AT_ONCE = 2
_WORDS = 60


def main() -> int:
    wanted = sys.argv[1:]
    cases = (case for case in corpus() if not wanted or any(word in case.name for word in wanted))
    print(f"{'file':28} {'kind':28} {'command':8} exit seconds  MB  message, or !what must not be")
    table: list[tuple[Case, Run]] = []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        for case, runs in _in_turn(cases, Path(folder), pool):
            for done in runs:
                table.append((case, done))
                _print(case, done)
    _print_totals([done for _, done in table], files=len(table) // len(COMMANDS))
    return int(any(done.faults for _, done in table))


def _in_turn(cases: Iterator[Case], folder: Path, pool: ThreadPoolExecutor) -> Iterator[tuple[Case, list[Run]]]:
    """The cases and their runs in order; few are in memory at a time."""
    while batch := list(islice(cases, 8 * _AT_ONCE)):
        yield from zip(batch, pool.map(lambda case: [run(case, name, folder) for name in COMMANDS], batch), strict=True)


def _print(case: Case, done: Run) -> None:
    said = "; ".join(f"!{fault}" for fault in done.faults) or done.message.partition(f"{case.name}: ")[2][:_WORDS]
    size = done.peak / 2**20
    ended = f"{done.command:8} {done.exit:4} {done.seconds:7.2f} {size:3.0f}"
    print(f"{case.name:28} {case.kind:28} {ended}  {said}", flush=True)


def _print_totals(runs: list[Run], files: int) -> None:
    exits = ", ".join(f"{count} with {code}" for code, count in sorted(Counter(done.exit for done in runs).items()))
    slowest, largest = max(done.seconds for done in runs), max(done.peak for done in runs) / 2**20
    quick = sum(done.seconds <= 2 for done in runs) / len(runs)
    faults = sum(bool(done.faults) for done in runs)
    print(f"\n{files} files, {len(runs)} runs: ended {exits}")
    print(f"slowest {slowest:.1f} s, {quick:.1%} within 2 s, largest {largest:.0f} MB; {faults} runs with faults")


if __name__ == "__main__":
    sys.exit(main())
