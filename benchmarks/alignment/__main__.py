"""How good the alignment is: plandiff beside the peers that are installed, as Markdown.

    python -m benchmarks.alignment [GOLD_FOLDER ...] --points 28 --seeds 60 --from 2000 --presets default hard

Generated plans come with their truth; a folder of gold pairs brings its own (its format: `gold`). plandiff
gets the points with their labels, as its users hand them in, by `plandiff.compare`. A peer gets the points
without labels, since they would only be words to it; its redline is read in its favour (see `project`). The
same versions of the programs give the same tables.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment.generate import PRESETS, generated
from benchmarks.alignment.gold import gold
from benchmarks.alignment.judge import judge
from benchmarks.alignment.pair import Pair
from benchmarks.alignment.peers import PEERS, Peer
from benchmarks.alignment.project import describe_links
from benchmarks.alignment.score import FATES, mean, score
from benchmarks.alignment.table import figure, table
from benchmarks.alignment.tally import Tally
from plandiff import __version__
from plandiff.compare import compare
from plandiff.model import Change
from plandiff.registry import Plugins


class Aligner(NamedTuple):
    """Something that says which points became which."""

    name: str
    changes: Callable[[Pair], Sequence[Change]]


def main() -> None:
    """Measure and print one table after the other."""
    options = _options()
    plugins = Plugins.load()
    aligners = [Aligner(f"**plandiff {__version__}**", lambda pair: _compared(pair, plugins))]
    if not options.alone:
        aligners += [Aligner(str(peer), _redlined(peer)) for peer in PEERS if peer.installed]
    for preset in options.presets:
        seeds = range(options.first, options.first + options.seeds)
        print(f"### Generated plans: {preset}, {options.points} points, seeds {seeds[0]} to {seeds[-1]}\n")
        pairs = [generated(options.points, seed, preset, plugins) for seed in seeds]
        print(on_generated(pairs, aligners), flush=True)
    for folder in options.folders:
        pairs, name = gold(folder, plugins), folder.resolve().name
        told = {one.name: [one.changes(pair) for pair in pairs] for one in aligners}
        print(f"### Gold pairs: {name}, {len(pairs)} pairs\n")
        print(on_gold(pairs, told), flush=True)
        own = [all(group.kind != "translation" for group in pair.groups) for pair in pairs]
        if 0 < sum(own) < len(pairs):
            print(f"### Gold pairs: {name}, the {sum(own)} that are no translations\n")
            kept = {one: list(compress(changes, own)) for one, changes in told.items()}
            print(on_gold(list(compress(pairs, own)), kept), flush=True)
    absent = [peer.name for peer in PEERS if not peer.installed]
    if absent:
        print(f"Not installed and not measured: {', '.join(absent)}. `pip install '.[bench]'` brings them.")


def on_generated(pairs: Sequence[Pair], aligners: Iterable[Aligner]) -> str:
    """The table for generated pairs: F1 of linked points, of exact changes, of splits and merges, of each
    fate."""
    rows = []
    for aligner in aligners:
        tallies = score((pair.groups, aligner.changes(pair)) for pair in pairs)
        rows.append([aligner.name, *(figure(tally.f1) for tally in tallies.values()), figure(mean(tallies))])
    return table(["", "pairs", "exact", "split+merge", *FATES, "mean of 7"], rows)


def on_gold(pairs: Sequence[Pair], told: Mapping[str, Sequence[Sequence[Change]]]) -> str:
    """The table for gold pairs and what each aligner told of them; a dash where no pair has the case."""
    rows = []
    for name, answers in told.items():
        found = judge(zip(pairs, answers, strict=True))
        link, several = found["link"], found["several"]
        cells = [figure(link.precision), figure(link.recall), figure(link.f1), _recall(found["renumbered"])]
        cells.append(figure(several.f1) if several.true else "–")
        cells += [_recall(found[name]) for name in ("fate", "reused", "text")]
        rows.append([name, *cells])
    return table(["", "link P", "link R", "link F1", "renumbered R", "n:m F1", "alone R", "reused R", "text R"], rows)


def _recall(tally: Tally) -> str:
    return figure(tally.recall) if tally.true else "–"


def _compared(pair: Pair, plugins: Plugins) -> Sequence[Change]:
    return compare(pair.left, pair.right, plugins=plugins).changes


def _redlined(peer: Peer) -> Callable[[Pair], Sequence[Change]]:
    def changes(pair: Pair) -> Sequence[Change]:
        left, right = ([" ".join(point.text.split()) for point in plan.points] for plan in (pair.left, pair.right))
        return describe_links(peer.links(left, right), pair.left, pair.right)

    return changes


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.alignment",
        description="plandiff beside the peers that are installed, as Markdown.",
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="GOLD_FOLDER", help="gold pairs, named first")
    parser.add_argument("--points", type=int, default=28, help="points of a generated plan")
    parser.add_argument("--seeds", type=int, default=60, help="how many plans of each preset")
    parser.add_argument("--from", type=int, default=2000, dest="first", metavar="SEED", help="the first seed")
    parser.add_argument("--presets", nargs="*", choices=sorted(PRESETS), default=["default", "hard"])
    parser.add_argument("--alone", action="store_true", help="plandiff only: peers are slow on large plans")
    return parser.parse_args()


if __name__ == "__main__":
    main()
