"""Word redlines judged by plandiff's own verifier and by LibreOffice, as a Markdown table.

    python -m benchmarks.redlines [--pairs 500] [--seed 9000] [VERSION.txt ...]

Writes the redlines of generated pairs of 28 points, by turns easy, default and hard, and of every two of the
versions named, both ways. Says how many of them are the old provisions in order with all changes rejected and the
new ones with all accepted. What fails is named. LibreOffice is asked where it is installed, with python3-uno.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

from benchmarks.alignment.generate import PRESETS, generated
from benchmarks.redlines.office import office, office_python
from plandiff.compare import compare
from plandiff.model import Comparison
from plandiff.registry import Plugins
from plandiff.render.docx import docx
from plandiff.verify import in_order, verify


def main(arguments: Sequence[str] | None = None) -> None:
    """Write, judge and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.redlines", description="Word redlines, two judges")
    parser.add_argument("versions", nargs="*", type=Path, metavar="VERSION.txt")
    parser.add_argument("--pairs", type=int, default=500, help="generated pairs")
    parser.add_argument("--seed", type=int, default=9000, help="the first seed")
    given = parser.parse_args(arguments)
    plugins = Plugins.load()
    print("| redlines | judge | rejected is old | accepted is new |\n|---|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        judge("generated", generated_pairs(given.pairs, given.seed, plugins), Path(folder), plugins)
        if given.versions:
            judge("versions", named_pairs(given.versions, plugins), Path(folder), plugins)


def generated_pairs(pairs: int, seed: int, plugins: Plugins) -> Iterator[tuple[str, Comparison]]:
    """Comparisons of generated agreements, each with its name."""
    presets = list(PRESETS)
    for number in range(seed, seed + pairs):
        preset = presets[number % len(presets)]
        pair = generated(28, number, preset, plugins)
        yield f"{preset} {number}", compare(pair.left, pair.right, plugins=plugins)


def named_pairs(versions: Sequence[Path], plugins: Plugins) -> Iterator[tuple[str, Comparison]]:
    """Comparisons of every two of some files, both ways, each with its name."""
    for left, right in permutations(versions, 2):
        yield f"{left.stem} {right.stem}", compare(left, right, plugins=plugins)


def judge(kind: str, pairs: Iterator[tuple[str, Comparison]], folder: Path, plugins: Plugins) -> None:
    """Print a line for each judge, and below them what failed."""
    files: list[Path] = []
    plans = []
    judged: dict[str, list[tuple[str | None, str | None]]] = {"plandiff verify": []}
    for name, comparison in pairs:
        file = folder / f"{name}.docx"
        file.write_bytes(docx(comparison))
        rejected, accepted = verify(file, comparison.left, comparison.right, plugins=plugins)
        judged["plandiff verify"].append((rejected.difference, accepted.difference))
        files.append(file)
        plans.append((comparison.left.points, comparison.right.points))
    if office_python():
        judged["LibreOffice"] = [
            (in_order(views["reject"], old)[2], in_order(views["accept"], new)[2])
            for views, (old, new) in zip(office(files), plans, strict=True)
        ]
    for judged_by, verdicts in judged.items():
        right = [sum(verdict[side] is None for verdict in verdicts) for side in (0, 1)]
        print(f"| {kind} | {judged_by} | {right[0]} of {len(files)} | {right[1]} of {len(files)} |")
    for judged_by, verdicts in judged.items():
        for file, verdict in zip(files, verdicts, strict=True):
            if any(verdict):
                print(f"{judged_by}: {file.stem}: {'; '.join(filter(None, verdict))}")


if __name__ == "__main__":
    main()
