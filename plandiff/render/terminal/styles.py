"""Colours of kinds and severities. They repeat what the words say and never say it alone."""

from __future__ import annotations

from plandiff.model import Kind, Severity

KIND: dict[Kind, str] = {
    "unchanged": "dim",
    "modified": "yellow",
    "split": "cyan",
    "merged": "cyan",
    "regrouped": "cyan",
    "added": "green",
    "dropped": "red",
}

SEVERITY: dict[Severity, str] = {
    "none": "dim",
    "editorial": "",
    "substantive": "yellow",
    "critical": "bold red",
}

CAUTION = "magenta"
"""What must be read before a text is taken for the plan's own words."""
