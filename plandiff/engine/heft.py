"""Heft: how much a pair counts when the heaviest set of pairs that keeps its order is sought."""

from __future__ import annotations

from zlib import crc32


def heft(size: float, one: str, other: str) -> int:
    """The weight of a pair of texts of this size, in whole numbers.

    Where sizes are alike the texts decide, so that the answer is the same from either side. Sizes differ by at least
    1/1024; the sum of a million pairs is exact.
    """
    first, second = sorted((one, other))
    return (round(size * 1024) << 52) + crc32(f"{first}\n{second}".encode("utf-8", "surrogatepass"))
