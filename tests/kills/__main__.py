"""`python -m tests.kills [COUNT]`: kill the program so many times (200) while it writes, and look for a torn file.

Ends with 1 when one is found.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.kills.kill import kill


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        ends = [kill(Path(folder), seed) for seed in range(count)]
    torn = sum(not end.whole for end in ends)
    print(f"{count} kills, {sum(end.writing for end in ends)} of them while a report was written: {torn} torn files")
    return bool(torn)


if __name__ == "__main__":
    sys.exit(main())
