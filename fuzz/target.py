"""Target: one reader under the fuzzer, with what must hold for every input.

    pip install atheris
    python -m fuzz.docx -max_total_time=600 -timeout=5 -rss_limit_mb=1024 corpus/

Options are libFuzzer's; the folder keeps the inputs that reach new code. A failure is printed once for each place
it comes from, its input is written to `failure-<number>-<target>` in the current folder, and the run goes on.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris
from msgspec.structs import replace

with atheris.instrument_imports(include=["plandiff", "plandiff_readers"]):
    import plandiff_readers

    # All of them, since readers import what does their work only when they are used.
    for module in walk_packages(plandiff_readers.__path__, "plandiff_readers."):
        import_module(module.name)
    from plandiff.engine.outline import outline
    from plandiff.errors import PlandiffError
    from plandiff.model import Document, Source
    from plandiff.sources import from_text
    from plandiff.sources.encodings import decode
    from plandiff_readers.text import plandiff_read as read_text

Make = Callable[[bytes], Source]
Read = Callable[[Source], Document | None]
Mutate = Callable[[bytes, int, int], bytes]

FILES = Path(__file__).parents[1] / "tests" / "plugins" / "files"
_NAME = "input"


def target(read: Read, make: Make, seeds: list[bytes], mutate: Mutate | None = None) -> None:
    """Run the fuzzer with the options of the command line until its time is up.

    `make` wraps the fuzzer's bytes as a source, `seeds` are inputs to begin with, `mutate` takes bytes, the most
    bytes wanted and a seed, and returns other bytes.
    """
    name = Path(sys.argv[0]).stem
    failures: set[str] = set()

    def once(data: bytes) -> None:
        try:
            _hold(read, make, data)
        except Exception as error:
            place = _place(error)
            if place not in failures:
                failures.add(place)
                kept = Path(f"failure-{len(failures)}-{name}")
                kept.write_bytes(data)
                print(f"FAILURE {kept}: {place}\n{traceback.format_exc(limit=-6)}", file=sys.stderr, flush=True)

    _sow(seeds)
    atheris.Setup(sys.argv, once, custom_mutator=mutate) if mutate else atheris.Setup(sys.argv, once)
    atheris.Fuzz()


def text_source(suffix: str) -> Make:
    """How bytes become the source of a text with that suffix: by the gate's own decoding."""

    def make(data: bytes) -> Source:
        text, _, _ = decode(_NAME, data)
        return replace(from_text(text, _NAME), suffix=suffix)

    return make


def fixture(name: str) -> bytes:
    """A text of the Ukrainian fixtures, to begin with."""
    return (Path(__file__).parents[1] / "fixtures" / "ukraine" / name).read_bytes()


def _hold(read: Read, make: Make, data: bytes) -> None:
    """Read and outline; a refusal is one line about the file, anything else has points, ids and whole characters."""
    try:
        source = make(data)
        document = read(source)
        if document is None:
            document = read_text(source)
    except PlandiffError as error:
        _hold_refusal(str(error))
        return
    assert document is not None
    assert document.blocks, "silent emptiness"
    plan = outline(document, name=_NAME, sha256="")
    assert plan.points, "blocks without points"
    assert len({point.id for point in plan.points}) == len(plan.points), "two points with one id"
    for text in [point.text for point in plan.points] + [omission.text for omission in plan.omitted]:
        text.encode()


def _hold_refusal(message: str) -> None:
    assert "\n" not in message, "a refusal of several lines"
    assert message.startswith(_NAME), "a refusal that does not name the file"


def _place(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.lineno} {frame.name}"


def _sow(seeds: list[bytes]) -> None:
    """Put the seeds into the first folder of the command line, where the fuzzer looks for inputs."""
    folder = next((Path(given) for given in sys.argv[1:] if not given.startswith("-")), None)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds):
            (folder / f"seed-{number}").write_bytes(seed)
