"""Logistic: from evidence to the probability that a link is right."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import mul


def logit(weights: Sequence[float], measured: Sequence[float]) -> float:
    """The weighted sum of the evidence: the logarithm of the odds."""
    odds: float = sum(map(mul, weights, measured))
    return odds


def probability(odds: float) -> float:
    """The probability for log odds, strictly between 0 and 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
