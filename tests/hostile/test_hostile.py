"""Files made to harm end as they must: read or refused with one line, in time, within memory, nothing lost.

Here each file meets one of the two commands, in turn; `python -m tests.hostile` runs both on every file.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.corpus import corpus
from tests.hostile.run import COMMANDS, run

TABLE_ONLY = {
    "brackets.md",
    "combining.txt",
    "images.md",
    "labels-in-line.txt",
    "letters-open.txt",
    "line-8mb.txt",
    "points-20000.txt",
}
"""Files that take more than five seconds of a processor: for the table alone."""


def test_every_hostile_file_ends_as_it_must(tmp_path):
    def faults(numbered: tuple[int, Case]) -> list[str]:
        number, case = numbered
        done = run(case, COMMANDS[number % len(COMMANDS)], tmp_path)
        return [f"{case.name}: {done.command} {fault}: {done.message[:200]}" for fault in done.faults]

    cases = [case for case in corpus() if case.name not in TABLE_ONLY]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(faults, enumerate(cases)))

    assert [fault for some in found for fault in some] == []


def test_the_corpus_is_large_and_always_the_same():
    names = [case.name for case in corpus()]

    assert len(names) >= 160
    assert len({name.casefold() for name in names}) == len(names)
    assert set(names) >= TABLE_ONLY
    assert all(one == other for one, other in zip(corpus(), corpus(), strict=True))


def test_faults_are_seen(tmp_path: Path):
    good = b"1. The border is open.\n"
    lost = run(Case("lost.txt", "", good, holds="nowhere"), "show", tmp_path)
    refused = run(Case("read.txt", "", b"", "read"), "show", tmp_path)
    read = run(Case("refused.txt", "", good, "refused", ""), "compare", tmp_path)

    assert (lost.faults, refused.faults, read.faults) == (
        ("loses 'nowhere'",),
        ("must be read",),
        ("must be refused",),
    )
