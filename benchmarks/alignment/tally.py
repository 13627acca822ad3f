"""Tally: how much was found, of how much there was."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts: what was predicted and is true, what was predicted, what is true."""

    right: int = 0
    predicted: int = 0
    true: int = 0

    def add(self, predicted: Set[object], true: Set[object]) -> None:
        """Count one more pair of versions."""
        self.right += len(predicted & true)
        self.predicted += len(predicted)
        self.true += len(true)

    @property
    def precision(self) -> float:
        """The share of what was predicted that is true; 1 where nothing was predicted and nothing is true."""
        return self.right / self.predicted if self.predicted else float(not self.true)

    @property
    def recall(self) -> float:
        """The share of what is true that was predicted; 1 where nothing is true."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
