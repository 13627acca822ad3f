"""Gold: pairs of real versions whose truth is known, from a folder.

A gold file is a JSON object

    {"name", "left": {"points": [{"id", "text"}]}, "right": {...},
     "groups": [{"left": [ids], "right": [ids], "kind", "unsure"?}],
     "ignore_left"?: [ids], "ignore_right"?: [ids], "number_reused_with_other_content"?: [ids]}

An id is the printed label, unless it begins with "#". The kinds are same, modified, moved and moved_modified
(the number changed), split, merge, translation, added, removed. Groups that are unsure, and ids to ignore,
are not judged.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.alignment.pair import Group, Pair, plan
from plandiff.model import Plan
from plandiff.registry import Plugins


def gold(folder: Path, plugins: Plugins) -> list[Pair]:
    """The gold pairs in a folder and the folders inside, in the order of their paths; other JSON is passed
    over.

    Raises `SystemExit` with one line when there are none.
    """
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.json"))]
    pairs = [
        _pair(known, plugins)
        for known in found
        if isinstance(known, dict) and "groups" in known and isinstance(known.get("left"), dict)
    ]
    if not pairs:
        raise SystemExit(f"{folder}: no gold pairs here; a gold file holds left, right and groups")
    return pairs


def _pair(known: dict[str, Any], plugins: Plugins) -> Pair:
    return Pair(
        name=known["name"],
        left=_plan(known["left"], plugins),
        right=_plan(known["right"], plugins),
        groups=tuple(
            Group(tuple(group["left"]), tuple(group["right"]), group["kind"], unsure=group.get("unsure", False))
            for group in known["groups"]
        ),
        ignored=(frozenset(known.get("ignore_left", ())), frozenset(known.get("ignore_right", ()))),
        reused=tuple(name for name in known.get("number_reused_with_other_content", ()) if isinstance(name, str)),
    )


def _plan(side: dict[str, Any], plugins: Plugins) -> Plan:
    return plan(
        (
            (point["id"], None if point["id"].startswith("#") else point["id"], point["text"])
            for point in side["points"]
        ),
        plugins,
    )
