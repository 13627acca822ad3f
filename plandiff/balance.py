"""A comparison with what each party must do more and what less."""

from __future__ import annotations

from msgspec.structs import replace

from plandiff.engine.balance import balance
from plandiff.model import Comparison
from plandiff.registry import Plugins


def balanced(comparison: Comparison, plugins: Plugins) -> Comparison:
    """The comparison with its balance, from the obligations that the plugins find in either version."""
    old, new = plugins.obligations(comparison.left), plugins.obligations(comparison.right)
    return replace(comparison, balance=balance(comparison.changes, old, new))
