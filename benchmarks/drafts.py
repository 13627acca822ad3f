"""How long drafters wait, as JSON: `python -m benchmarks.drafts`.

`hook` is what pre-commit runs at every commit: `plandiff check --against HEAD` on the 28-point plan, where the
counter-text to it is staged. `log` is `plandiff log` on a plan of 50 points through 200 commits, each of which
rewords, replaces or moves a few points. Both are whole processes with all that they start. Times are in seconds, the
least of several runs; `cpu_s` is the time of the processors, which does not depend on who else uses the machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.alignment.generate import generate

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ukraine"
POINTS = 50
COMMITS = 200
RUNS = 11
ALLOWED = {"hook": 0.35, "log": 10.0}
"""Seconds that drafters are promised."""


class Spent(NamedTuple):
    """What one whole process took: seconds by the clock, and of the processors."""

    wall: float
    cpu: float


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        hooks, logs = hook(Path(folder), RUNS), history(Path(folder), 2)
    result = {
        name: {
            "wall_s": round(min(each.wall for each in spent), 3),
            "cpu_s": round(min(each.cpu for each in spent), 3),
            "allowed_s": ALLOWED[name],
        }
        for name, spent in (("hook", hooks), ("log", logs))
    }
    print(json.dumps(result | {"points": POINTS, "commits": COMMITS, "python": sys.version.split()[0]}, indent=2))


def hook(folder: Path, runs: int) -> list[Spent]:
    """Check the counter-text against the plan before it, in a new repository in the folder, once more than told:
    the first run compiles the modules and does not count."""
    team = folder / "hook"
    _repository(team, [(FIXTURES / "us-28.txt").read_text(encoding="utf-8")])
    (team / "plan.txt").write_bytes((FIXTURES / "e3-28.txt").read_bytes())
    return [_spent(team, "check", "--against", "HEAD", "plan.txt") for _ in range(runs + 1)][1:]


def history(folder: Path, runs: int) -> list[Spent]:
    """Walk the history of a plan, in a new repository in the folder."""
    team = folder / "log"
    _repository(team, list(_revisions()))
    return [_spent(team, "log", "plan.txt") for _ in range(runs)]


def _revisions() -> Iterator[str]:
    """The texts of a plan as it is negotiated, the same on every machine."""
    rng = Random(28)
    points = list(generate(POINTS, 1).left)
    pool = [text for seed in range(2, 8) for text in generate(POINTS, seed).right]
    for _ in range(COMMITS):
        yield "A plan\n\n" + "\n\n".join(f"{number}. {text}" for number, text in enumerate(points, start=1)) + "\n"
        for _ in range(rng.randint(1, 4)):
            at, new = rng.randrange(len(points)), pool[rng.randrange(len(pool))]
            act = rng.choice(("reword", "reword", "reword", "replace", "move"))
            if act == "reword":
                words, others = points[at].split(), new.split()
                place = rng.randrange(len(words))
                points[at] = " ".join([*words[:place], *others[: rng.randint(1, 6)], *words[place + 1 :]])
            elif act == "replace":
                del points[at]
                points.insert(rng.randrange(len(points) + 1), new)
            else:
                to = (at + rng.randrange(1, len(points))) % len(points)
                points.insert(to, points.pop(at))


def _repository(folder: Path, texts: list[str]) -> None:
    """A repository with a commit of plan.txt for each text, written in one go."""
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    stream = b"".join(_commit(number, text.encode()) for number, text in enumerate(texts))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard", "main"], cwd=folder, check=True)


def _commit(number: int, text: bytes) -> bytes:
    subject = b"Draft %d" % number
    head = b"commit refs/heads/main\ncommitter A <a@example.org> %d +0000\n" % (1_700_000_000 + number * 3600)
    return b"%sdata %d\n%s\nM 100644 inline plan.txt\ndata %d\n%s\n" % (head, len(subject), subject, len(text), text)


def _spent(folder: Path, *arguments: str) -> Spent:
    command = [sys.executable, "-m", "plandiff", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Spent(wall, usage.ru_utime + usage.ru_stime)


if __name__ == "__main__":
    main()
