"""How long a comparison takes, as JSON: `python benchmarks/speed.py`.

The whole process is timed beside a bare import of the libraries it cannot do without, in turns, so that both
meet the same machine: the ratio is the median of the turns' own. Times are medians in milliseconds, memory is the
peak of the whole process in MiB. All processes find their modules compiled, as an installed program does.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plandiff.compare import compare, read
from plandiff.engine.align import align
from plandiff.engine.describe import describe
from plandiff.registry import Plugins

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ukraine"
LEFT, RIGHT = FIXTURES / "us-28.txt", FIXTURES / "geneva-19.txt"

WHOLE = [sys.executable, "-m", "plandiff", "compare", str(LEFT), str(RIGHT)]
BARE = [sys.executable, "-c", "import typer, pydantic, rich, pluggy"]

PROCESSES = 21
CALLS = 51


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        _process(WHOLE, environment)
        turns = ((_process(WHOLE, environment), _process(BARE, environment)) for _ in range(PROCESSES))
        whole, bare = zip(*turns, strict=True)
    whole_ms = statistics.median(milliseconds for milliseconds, _ in whole)
    bare_ms = statistics.median(milliseconds for milliseconds, _ in bare)

    plugins = Plugins.load()
    old, new = read(LEFT, plugins), read(RIGHT, plugins)
    links = align(old, new)
    engine_ms = {
        "read": _calls(lambda: (read(LEFT, plugins), read(RIGHT, plugins))),
        "align": _calls(lambda: align(old, new)),
        "redline": _calls(lambda: describe(links, old, new)),
    }
    result = {
        "compared": [LEFT.name, RIGHT.name],
        "whole_process_ms": round(whole_ms, 1),
        "bare_imports_ms": round(bare_ms, 1),
        "ratio": round(statistics.median(one / other for (one, _), (other, _) in zip(whole, bare, strict=True)), 2),
        "peak_memory_mib": round(max(memory for _, memory in whole), 1),
        **{f"{step}_ms": round(milliseconds, 2) for step, milliseconds in engine_ms.items()},
        "read_align_redline_ms": round(sum(engine_ms.values()), 2),
        "compare_call_ms": round(_calls(lambda: compare(LEFT, RIGHT, plugins=plugins)), 2),
        "processes": PROCESSES,
        "calls": CALLS,
        "python": sys.version.split()[0],
    }
    print(json.dumps(result, indent=2))


def _process(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Wall time in milliseconds and peak memory in MiB of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    milliseconds = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return milliseconds, usage.ru_maxrss * kilobyte / 2**20


def _calls(work: Callable[[], object]) -> float:
    """Median time of one call in milliseconds."""
    times = []
    for _ in range(CALLS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
