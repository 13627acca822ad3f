"""Office: what LibreOffice makes of redlines."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from plandiff.model import Revisions

_SCRIPT = Path(__file__).with_name("office_script.py")
_BATCH = 50
"""Files asked about in one run of LibreOffice, which takes seconds to start and does not live for ever."""


@cache
def office_python() -> str | None:
    """A Python that can speak with LibreOffice, where both are installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    beside = Path(office).resolve().parent / "python"
    for python in (sys.executable, str(beside), "/usr/bin/python3"):
        try:
            if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
                return python
        except OSError:
            continue
    return None


def office(files: Sequence[Path]) -> Iterator[dict[Revisions, list[str]]]:
    """For each file its paragraphs, empty ones too, with all tracked changes rejected and with all accepted."""
    python = office_python()
    assert python is not None, "LibreOffice or its Python is not installed: apt-get install libreoffice python3-uno"
    for start in range(0, len(files), _BATCH):
        batch = [str(file.resolve()) for file in files[start : start + _BATCH]]
        with tempfile.TemporaryDirectory() as profile:
            command = [python, str(_SCRIPT), profile, *batch]
            run = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60 + 10 * _BATCH)
        yield from json.loads(run.stdout)
