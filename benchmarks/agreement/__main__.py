"""The same agreement in every format: how much of it comes back, as Markdown.

    python -m benchmarks.agreement [FIXTURE.txt ...] --points 200 [--keep FOLDER] [--differences]

Writes a drafted agreement, and the text files named, in every format; LibreOffice and pandoc make what only they
can make, and what needs a program that is not installed is left out and named. The table says of each file how
many of its provisions have the place and the text that were written. Below it stands every exception with the
reason, labels that differ in their brackets included. Ends with 1 when one has no reason.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from benchmarks.agreement.convert import STEPS, WRITTEN, convert, exported, missing
from benchmarks.agreement.draft import draft, fixture
from benchmarks.agreement.exceptions import exceptions
from benchmarks.agreement.measure import Difference, Seen, measure
from plandiff.errors import PlandiffError
from plandiff.registry import Plugins


def main(arguments: Sequence[str] | None = None) -> int:
    """Write, convert, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description="One agreement, every format")
    parser.add_argument("fixtures", nargs="*", type=Path, metavar="FIXTURE.txt", help="agreements as text files")
    parser.add_argument("--points", type=int, default=200, help="points of the drafted agreement")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the files there")
    parser.add_argument("--differences", action="store_true", help="print every provision that differs, not only one")
    given = parser.parse_args(arguments)
    plugins = Plugins.load()
    drafts = [*(fixture(path, plugins) for path in given.fixtures), draft(given.points)]
    told: list[str] = []
    amiss = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        convert(drafts, folder)
        print(f"| file | {' | '.join(one.name for one in drafts)} |\n|---|{'---|' * len(drafts)}")
        for name in (*WRITTEN, *(step.target for step in STEPS)):
            cells: list[str] = []
            for path in (folder / one.name / name for one in drafts):
                if not path.exists() or path.suffix == ".fodt":
                    continue
                try:
                    found = measure(drafts[len(cells)], path, plugins)
                except PlandiffError as error:
                    cells.append(str(error).removeprefix(f"{path}: "))
                    amiss += 1
                    continue
                cells.append(f"{found.equal}/{found.all}" + ("" if found.share == 1 else f" ({found.share:.2%})"))
                for reason, differences in exceptions(found, path, cache(partial(exported, path))).items():
                    amiss += reason is None
                    told += _told(f"{path.parent.name}/{name}", reason, differences, every=given.differences)
            if cells:
                print(f"| {name} | {' | '.join(cells)} |", flush=True)
    print("\nExceptions:\n" + "\n".join(told or ["none"]))
    if missing():
        print(f"\nNot installed, and its files not measured: {', '.join(missing())}.")
    return min(amiss, 1)


def _told(name: str, reason: str | None, differences: Sequence[Difference], *, every: bool) -> list[str]:
    shown = differences if every or reason is None else differences[:1]
    return [f"- {name}: {len(differences)}: {reason or 'NO REASON KNOWN'}"] + [
        f"    {_seen(drafted)}\n    → {_seen(read)}" for drafted, read in shown
    ]


def _seen(seen: Seen | None) -> str:
    return "nothing" if seen is None else f"{'.'.join(seen.path) or 'top'}  [{seen.label or 'no label'}]  {seen.text}"


if __name__ == "__main__":
    sys.exit(main())
