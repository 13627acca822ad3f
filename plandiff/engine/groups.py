"""Groups: links that share a member, put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Name = TypeVar("Name", int, str)


def groups(
    links: Iterable[tuple[Name, Name]], lefts: Iterable[Name], rights: Iterable[Name]
) -> list[tuple[tuple[Name, ...], tuple[Name, ...]]]:
    """The members of both sides that hang together by links, in the order of their first member.

    Every member of `lefts` and `rights` stands in exactly one group; one without a link is alone, and groups of
    right members only come after the others.
    """
    partners: tuple[dict[Name, list[Name]], dict[Name, list[Name]]] = ({}, {})
    for left, right in links:
        partners[0].setdefault(left, []).append(right)
        partners[1].setdefault(right, []).append(left)
    order: tuple[dict[Name, int], dict[Name, int]] = (
        {name: place for place, name in enumerate(lefts)},
        {name: place for place, name in enumerate(rights)},
    )
    seen: tuple[set[Name], set[Name]] = (set(), set())
    found = []
    for side in (0, 1):
        for start in order[side]:
            if start in seen[side]:
                continue
            seen[side].add(start)
            waiting = [(side, start)]
            members: tuple[list[Name], list[Name]] = ([], [])
            while waiting:
                at, name = waiting.pop()
                members[at].append(name)
                for other in partners[at].get(name, ()):
                    if other not in seen[1 - at]:
                        seen[1 - at].add(other)
                        waiting.append((1 - at, other))
            found.append(
                (
                    tuple(sorted(members[0], key=order[0].__getitem__)),
                    tuple(sorted(members[1], key=order[1].__getitem__)),
                )
            )
    return found
