"""The same agreement in every format: how much of it comes back, as Markdown.

    python -m benchmarks.agreement [FIXTURE.txt ...] --points 200 [--keep FOLDER] [--differences]

Writes a drafted agreement, and the text files named, in every format; LibreOffice and pandoc make what only they
can make, and what needs a program that is not installed is left out and named. The table says of each file how
many of its provisions have the number and the text that were written, and of how many the label is the same to
the letter. Lists of a page have no brackets: their (a) comes back as a.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.agreement.convert import STEPS, WRITTEN, convert, missing
from benchmarks.agreement.draft import Draft, draft, fixture
from benchmarks.agreement.measure import Key, measure
from plandiff.errors import PlandiffError
from plandiff.registry import Plugins

_SHOWN = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Write, convert, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description="One agreement, every format")
    parser.add_argument("fixtures", nargs="*", type=Path, metavar="FIXTURE.txt", help="agreements as text files")
    parser.add_argument("--points", type=int, default=200, help="points of the drafted agreement")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the files there")
    parser.add_argument("--differences", action="store_true", help="print the provisions that differ")
    given = parser.parse_args(arguments)
    plugins = Plugins.load()
    drafts = [*(fixture(path, plugins) for path in given.fixtures), draft(given.points)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        convert(drafts, folder)
        print("| file | provisions | share | label to the letter |\n|---|---|---|---|")
        for one in drafts:
            for name in (*WRITTEN, *(step.target for step in STEPS)):
                if not name.endswith(".fodt") and (folder / one.name / name).exists():
                    print(_row(one, folder / one.name / name, plugins, differences=given.differences), flush=True)
    if missing():
        print(f"\nNot installed, and its files not measured: {', '.join(missing())}.")


def _row(draft: Draft, path: Path, plugins: Plugins, *, differences: bool) -> str:
    name = f"{draft.name}/{path.name}"
    try:
        found = measure(draft, path, plugins)
    except PlandiffError as error:
        return f"| {name} | – | – | {str(error).removeprefix(f'{path}: ')} |"
    row = f"| {name} | {found.equal}/{found.all} | {found.share:.2%} | {found.printed} |"
    if differences:
        told = [f"- {_told(key)}" for key in found.lost[:_SHOWN]] + [f"+ {_told(key)}" for key in found.found[:_SHOWN]]
        row += "".join(f"\n    {line}" for line in told)
    return row


def _told(key: Key) -> str:
    path, text = key
    return f"{'.'.join(path) or '–'}  {text}"


if __name__ == "__main__":
    main()
