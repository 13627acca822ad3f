"""`python -m tests.apply [COUNT]`: so many pairs (10,000) compared, their reports written and applied to the old side.

Ends with 1, naming the pair, when a newer version does not come back exactly.
"""

from __future__ import annotations

import sys

from tests.apply.pairs import pair
from tests.apply.roundtrip import comes_back


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    wrong = [number for number in range(count) if not comes_back(*pair(number))]
    print(f"{count - len(wrong)} of {count} newer versions came back exactly")
    for number in wrong:
        print(f"pair {number} did not")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
