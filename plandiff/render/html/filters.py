"""Filters over the points: useless without the script, so hidden until it runs."""

from __future__ import annotations

from collections.abc import Iterable

from plandiff.model import KINDS, SEVERITIES, Comparison
from plandiff.render.html.tag import Html, tag


def filters(comparison: Comparison) -> Html:
    """Choices of issue, kind and least severity among those that occur, a search, and how many are shown."""
    changes = comparison.changes
    kinds: list[str] = [kind for kind in KINDS if any(change.kind == kind for change in changes)]
    kinds += ["moved"] if any(change.moved for change in changes) else []
    kinds += ["renumbered"] if any(change.renumbered for change in changes) else []
    levels = {SEVERITIES.index(change.severity) for change in changes} - {0}
    severe = [(str(level), f"{SEVERITIES[level]}{' and above' if level < max(levels) else ''}") for level in levels]
    return tag(
        "div",
        _choice("issue", "Issue", ((str(n), issue.title) for n, issue in enumerate(comparison.issues))),
        _choice("kind", "Kind", ((kind, kind) for kind in kinds)),
        _choice("severity", "Severity", sorted(severe)),
        tag("label", "Words ", tag("input", type="search", data_filter="words")),
        tag("button", "Open all texts", type="button", aria_pressed="false"),
        tag("output", class_="shown"),
        class_="filters",
        role="search",
        aria_label="Filter the points",
        hidden=True,
    )


def _choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> Html:
    choices = [tag("option", words, value=value) for value, words in options]
    return tag("label", f"{label} ", tag("select", tag("option", "all", value=""), *choices, data_filter=name))
