"""Transformations of the plane as PDF writes them: six numbers a b c d e f, (x, y) to (ax + cy + e, bx + dy + f)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(values: Sequence[Any]) -> Matrix:
    """The transformation that six values of a file say. Raises `ValueError` or `TypeError` when they do not."""
    a, b, c, d, e, f = map(float, values)
    return a, b, c, d, e, f


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The inner transformation followed by the outer one."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(inner: Matrix, right: float, up: float) -> Matrix:
    """The transformation with its origin moved in its own directions."""
    a, b, c, d, e, f = inner
    return a, b, c, d, right * a + up * c + e, right * b + up * d + f
