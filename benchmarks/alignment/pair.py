"""Pair: two versions of an agreement and the truth about them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from plandiff.compare import read
from plandiff.model import Plan
from plandiff.registry import Plugins


class Group(NamedTuple):
    """Points that belong together in truth, by their ids; one side is empty for what was dropped or added.

    Generated truth has the kinds of `engine.describe`, with `moved` for a one-to-one group out of order, and
    says in `reworded` how heavily. Gold truth has its own kinds (see `gold`) and may be `unsure`.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: str
    reworded: str | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two plans and how their points belong together in truth.

    `ignored` are ids of the left and of the right plan that are not judged; `reused` are ids that both sides
    have for different content.
    """

    name: str
    left: Plan
    right: Plan
    groups: tuple[Group, ...]
    ignored: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    reused: tuple[str, ...] = ()

    @property
    def sure(self) -> list[Group]:
        """The groups that are certain."""
        return [group for group in self.groups if not group.unsure]

    @property
    def unjudged(self) -> tuple[frozenset[str], frozenset[str]]:
        """The ids of the left and of the right plan that are ignored or stand in a group that is not
        certain."""
        unsure = [group for group in self.groups if group.unsure]
        return (
            self.ignored[0].union(*(group.left for group in unsure)),
            self.ignored[1].union(*(group.right for group in unsure)),
        )


def plan(points: Iterable[tuple[str, str | None, str]], plugins: Plugins) -> Plan:
    """The plan of some (id, label, text), read from a point list as a user would hand it in."""
    listed = [{"id": name, "label": label, "text": text} for name, label, text in points]
    return read(json.dumps({"points": listed}, ensure_ascii=False, indent=0), plugins)
