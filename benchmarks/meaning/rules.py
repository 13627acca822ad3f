"""Rules: the codes of the definition, class by class."""

from __future__ import annotations

MODES = ("obligation", "permission", "prohibition")

RULES: dict[str, tuple[str, ...]] = {
    "qualifiers": ("qualifier-gained", "qualifier-lost"),
    "obligation": (
        *("obligation-strengthened", "obligation-weakened"),
        *(f"{one}-to-{other}" for one in MODES for other in MODES if one != other),
        *("negation-gained", "negation-lost", "actor-changed", "voice-changed"),
        *("condition-added", "condition-removed", "exception-added", "exception-removed"),
    ),
    "parties": tuple(f"{what}-{how}" for what in ("party", "place") for how in ("gained", "lost", "replaced")),
    "open-text": ("open-text-added", "open-text-settled", "open-text-changed"),
    "references": ("reference-updated", "reference-stale", "reference-dangling"),
    "invisible": ("invisible-change",),
}
"""The rules of the definition by class; facts and severities are no findings."""

CLASSES = ("facts", *RULES, "other")
PARTS = {"negation flips": "negation-", "stale references": "reference-stale"}
"""Rows of their own: the beginning of their rules."""

KNOWN = frozenset(rule for rules in RULES.values() for rule in rules)

_CLASS = {rule: kind for kind, rules in RULES.items() for rule in rules}
_BEGINNINGS = {rule.split("-")[0]: kind for rule, kind in _CLASS.items()}


def kind_of(rule: str) -> str:
    """The class of a rule; a rule that the definition does not know belongs where its first word does."""
    return _CLASS.get(rule) or _BEGINNINGS.get(rule.split("-")[0], "other")
