"""Ids on the page: short, stable, and made of safe characters only."""

from __future__ import annotations

import re

from plandiff.model import Plan


def anchors(plan: Plan, prefix: str) -> dict[str, str]:
    """An id on the page for every point of the plan: with the prefix "old", 24(d) is "old-24d".

    Letters and digits of a point's own id stay, every other character but "." and "-" becomes its code point, and
    where two would be the same the later one is numbered.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for point in plan.points:
        # "24.d" is cited as 24(d); the dot between two figures has to stay.
        short = re.sub(r"\.(?=[A-Za-z])", "", point.id).replace("¶", "par")
        safe = re.sub(r"[^A-Za-z0-9.-]", lambda sign: f"u{ord(sign[0]):x}", short)
        name, number = f"{prefix}-{safe}", 1
        while name in taken:
            number += 1
            name = f"{prefix}-{safe}-{number}"
        taken.add(name)
        names[point.id] = name
    return names
